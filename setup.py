"The package as settings.ini describes it; pyproject.toml leaves every field but the name to this file"
from configparser import ConfigParser
from pathlib import Path
from setuptools import find_packages, setup
from setuptools.command.sdist import sdist

here = Path(__file__).parent
ini = ConfigParser(delimiters=['='])
ini.read(here/'settings.ini', encoding='utf-8')
cfg = ini['DEFAULT']
lib, pythons = cfg['lib_path'], cfg['python_versions'].split()

def lines(key):
    "The non-empty lines of a setting"
    return [l.strip() for l in cfg[key].splitlines() if l.strip()]

class SDist(sdist):
    "An sdist that holds settings.ini, without which it could not build a wheel"
    def make_distribution(self):
        self.filelist.append('settings.ini')
        super().make_distribution()

setup(
    name=cfg['lib_name'], version=cfg['version'], description=cfg['description'], keywords=cfg['keywords'].split(),
    author=cfg['author'], license=cfg['license'], license_files=['LICENSE'],
    long_description=(here/'README.md').read_text(encoding='utf-8'), long_description_content_type='text/markdown',
    url=cfg['git_url'],
    project_urls={'Repository': cfg['git_url'], 'Documentation': cfg['doc_host'] + cfg['doc_baseurl']},
    python_requires=f'>={pythons[0]}',
    classifiers=['Programming Language :: Python :: 3', *(f'Programming Language :: Python :: {v}' for v in pythons)],
    packages=find_packages(include=[lib, f'{lib}.*']),
    package_data={lib: ['data/**', '*.yaml']}, include_package_data=False,
    install_requires=lines('requirements'),
    extras_require={k.split('_')[0]: lines(k) for k in cfg if k.endswith('_requirements')},
    entry_points={'console_scripts': lines('console_scripts'), 'nbdev': [f'{lib}={lib}._modidx:d']},
    cmdclass={'sdist': SDist})
