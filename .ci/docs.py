"""The docs site in _docs. nbdev stages the notebooks in _proc, then smalldocs renders them, with no network; `--quarto` takes Quarto
instead. A warning, a broken link, a missing picture or a missing anchor is an error.

Formulas are drawn by KaTeX, which a browser loads from the web: offline they show as TeX.
"""
import json, os, re, shutil, subprocess, sys
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
import yaml
import nbdev.config
from nbdev.config import ConfigToml, nbpath2html
from readme import ROOT, fill, settings

cfg = settings()
in_json = {k: json.dumps(v)[1:-1] for k, v in cfg.items()} # what may stand between the quotes of a JSON string

class Config(ConfigToml):
    "nbdev's settings, with the addresses and texts that pyproject.toml leaves to settings.ini"
    def __init__(self, d, proj, file):
        urls = dict(Repository=cfg['git_url'], Documentation=cfg['doc_url'])
        super().__init__(d, {**proj, 'description': cfg['description'], 'urls': urls}, file)

def stage():
    "Notebooks with their API entries and links to symbols, processed by nbdev into a folder; its path"
    nbdev.config.ConfigToml = Config
    from nbdev.serve import proc_nbs
    from work_life_firewall import _modidx
    _modidx.d['settings'].update({k: nbdev.config.get_config()[k] for k in ('doc_host', 'doc_baseurl', 'git_url')})
    return Path(proc_nbs(n_workers=0, force=True))

def contents(items, names):
    "The entries of a sidebar with its patterns replaced by the notebooks among `names` that they take"
    res = []
    for o in [items] if isinstance(items, str) else items:
        if isinstance(o, dict): res.append({**o, 'contents': contents(o['contents'], names)})
        else: res += sorted(n for n in names if fnmatch(n, o))
    return [o for o in res if isinstance(o, str) or o['contents']]

def site(yml, names):
    "_quarto.yml for the notebooks that there are"
    d = json.loads(fill(json.dumps(yaml.safe_load(yml)), in_json))
    web = d['website']
    web['sidebar']['contents'] = contents(web['sidebar']['contents'], names)
    web['navbar']['left'] = [o for o in web['navbar']['left'] if o['href'] in names]
    return yaml.safe_dump(d, sort_keys=False, allow_unicode=True, width=1000)

def unnumber(folder, names):
    "Drop the numbers from the notebooks' names, and follow in every text of the folder"
    new = {n: nbpath2html(n).with_suffix('.ipynb').name for n in names}
    if len(set(new.values())) < len(new): sys.exit(f'two notebooks would make the same page: {sorted(new.values())}')
    for old in new: (folder/old).rename(folder/new[old])
    for f in [*folder.rglob('*.ipynb'), folder/'_quarto.yml']:
        text = re.sub(r'output-file: [^\\]*\\n', '', f.read_text(encoding='utf-8'))
        for old in new: text = text.replace(old, new[old])
        if f.suffix == '.ipynb': text = text.replace(cfg['doc_url'] + '/', '')
        f.write_text(fill(text, in_json), encoding='utf-8')

class Page(HTMLParser):
    "The links and the anchors of a page"
    def __init__(self, file):
        super().__init__()
        self.links, self.ids = set(), set()
        self.feed(file.read_text(encoding='utf-8'))

    def handle_starttag(self, tag, attrs):
        for k, v in attrs:
            if k in ('href', 'src') and v: self.links.add(v)
            if k in ('id', 'name') and v: self.ids.add(v)

def broken(out):
    "Every local link of the site in `out` that leads nowhere, as `page -> link`"
    pages = {f.resolve(): Page(f) for f in out.rglob('*.html')}
    bad = []
    for f, page in pages.items():
        for link in sorted(page.links):
            u = urlsplit(link)
            if u.scheme or u.netloc: continue
            to = (f.parent/unquote(u.path)).resolve() if u.path else f
            if to.is_dir(): to = to/'index.html'
            frag = unquote(u.fragment)
            if not to.exists() or (frag and to in pages and frag not in pages[to].ids):
                bad.append(f'{f.relative_to(out.resolve())} -> {link}')
    return bad

def main():
    os.chdir(ROOT)
    proc, out = stage(), ROOT/'_docs'
    names = {p.name for p in proc.glob('*.ipynb')}
    (proc/'_quarto.yml').write_text(site((ROOT/'_quarto.yml').read_text(encoding='utf-8'), names), encoding='utf-8')
    unnumber(proc, names)
    quarto = '--quarto' in sys.argv
    done = subprocess.run(['quarto', 'render', proc, '--no-execute'] if quarto
                          else [Path(sys.executable).with_name('smalldocs'), 'render', proc, '--strict'])
    if done.returncode: sys.exit(done.returncode)
    shutil.rmtree(out, ignore_errors=True)
    shutil.move(proc/'_docs', out)
    bad = broken(out)
    print('\n'.join(f'broken link: {b}' for b in bad) or f'{len(names)} pages in _docs, no broken link')
    sys.exit(bool(bad))

if __name__ == '__main__': main()
