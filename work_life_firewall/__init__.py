"""One work week as an OpenEnv environment.

Names load when they are first used, so that `import work_life_firewall` needs neither torch nor OpenEnv. Every module
of the package is an attribute of it (`work_life_firewall.decode`), and so are the names of `PUBLIC`.
"""
__version__ = "0.1.0"

# module -> its names that the package itself offers; a name that a module has (`decode`, `agents`) means the module
PUBLIC = dict(
    intents=['Intent', 'Tone', 'Decision'],
    models=['WorkLifeFirewallAction', 'WorkLifeFirewallObservation', 'WorkLifeFirewallState'],
    env=['WorkLifeFirewallEnvironment'],
    planner=['optimum', 'evaluate_plan', 'what_if'],
    client=['WorkLifeFirewallEnv'])
_home = {name: module for module, names in PUBLIC.items() for name in names}
__all__ = ['__version__', *_home]

def _modules():
    from pkgutil import iter_modules
    return {m.name for m in iter_modules(__path__) if not m.name.startswith('_')}

def __getattr__(name):
    from importlib import import_module
    if name in _home: return getattr(import_module(f'{__name__}.{_home[name]}'), name)
    if name in _modules(): return import_module(f'{__name__}.{name}')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')

def __dir__(): return sorted({*globals(), *_home, *_modules()})
