import importlib
import os

KNOWN = ("plugins.search", "plugins.mail")


def plugin_names() -> list[str]:
    return [name.strip() for name in os.environ.get("AGENT_PLUGINS", "").split(",") if name]


def load_plugins() -> list:
    plugins = []
    for name in plugin_names():
        if name not in KNOWN:
            continue
        module = importlib.import_module(name)
        plugins.append(module.register())
    return plugins
