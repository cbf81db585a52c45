"""README.md from nbs/index.ipynb and settings.ini, without Quarto. `--check` writes nothing and exits 1 when README.md is old.

A text of a notebook or of _quarto.yml says `{{< var KEY >}}` where it means the setting KEY (Quarto's own notation).
"""
import json, posixpath, re, sys
from configparser import ConfigParser
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent

def settings():
    "settings.ini as a dict, with what follows from it: `doc_url`, `repo` (the folder of a clone) and `pythons`"
    ini = ConfigParser(delimiters=['='])
    ini.read(ROOT/'settings.ini', encoding='utf-8')
    d = dict(ini['DEFAULT'])
    first, *_, last = d['python_versions'].split()
    return {**d, 'doc_url': d['doc_host'] + d['doc_baseurl'], 'repo': posixpath.basename(d['git_url']), 'pythons': f'{first}–{last}'}

def fill(text, cfg):
    "`text` with every `{{< var KEY >}}` replaced; `KeyError` for a setting that does not exist"
    return re.sub(r'\{\{<\s*var\s+(\w+)\s*>\}\}', lambda m: cfg[m[1]], text)

def badges(cfg):
    "One line of badges, all from the settings"
    repo, pythons = cfg['git_url'], cfg['pythons']
    shield = 'https://img.shields.io/badge'
    return ' '.join(f'[![{alt}]({img})]({to})' for alt, img, to in [
        ('tests', f'{repo}/actions/workflows/test.yaml/badge.svg', f'{repo}/actions/workflows/test.yaml'),
        ('docs', f'{shield}/docs-site-blue', cfg['doc_url']),
        (f'Python {pythons}', f'{shield}/python-{quote(pythons)}-blue', 'setup.py'),
        (cfg['license'], f"{shield}/license-{cfg['license'].replace('-', '--')}-blue", 'LICENSE')])

def from_root(md, folder):
    "Markdown of a notebook in `folder` with its relative links and images seen from the root"
    def fix(m):
        to = m[2]
        return m[0] if re.match(r'[a-z]+:|#|/|\{', to) else m[1] + posixpath.normpath(f'{folder}/{to}')
    return re.sub(r'(\]\(|<img[^>]*? src=")([^)"\s]+)', fix, md)

def output(o):
    "What a reader sees of one output: Markdown as it is, text indented, nothing of a picture"
    data = o.get('data', {})
    if 'text/markdown' in data: return ''.join(data['text/markdown']).strip()
    if 'image/png' in data: return ''
    text = ''.join(o.get('text') or data.get('text/plain', '')).rstrip()
    return '\n'.join('    ' + l if l else '' for l in text.splitlines())

def cell(c):
    "The parts of the README that one cell makes"
    src = ''.join(c['source']).strip()
    if c['cell_type'] == 'markdown': return [src]
    if c['cell_type'] != 'code' or not src: return []
    lines = src.splitlines()
    said = ' '.join(l for l in lines if l.startswith('#|'))
    if re.search(r'\bhide\b|include: false', said): return []
    code = '\n'.join(l for l in lines if not l.startswith('#|')).strip()
    shown = [] if 'echo: false' in said else [f'```python\n{code}\n```']
    return shown + [output(o) for o in c.get('outputs', [])]

def readme(nb, cfg):
    "The text of README.md; the badges come after the title cell"
    parts = [from_root(p, cfg['nbs_path']) for c in nb['cells'] for p in cell(c)]
    parts.insert(1, badges(cfg))
    head = '<!-- Made by .ci/readme.py from nbs/index.ipynb: edit that notebook, not this file -->'
    text = '\n\n'.join([head, *filter(None, parts)]) + '\n'
    return fill(text, cfg)

def current():
    "What README.md should hold now"
    nb = json.loads((ROOT/'nbs'/'index.ipynb').read_text(encoding='utf-8'))
    return readme(nb, settings())

def main():
    file, new = ROOT/'README.md', current()
    old = file.read_text(encoding='utf-8') if file.exists() else ''
    if '--check' not in sys.argv: file.write_text(new, encoding='utf-8')
    elif old != new: sys.exit('README.md is not what nbs/index.ipynb makes: run `python .ci/readme.py`')

if __name__ == '__main__': main()
