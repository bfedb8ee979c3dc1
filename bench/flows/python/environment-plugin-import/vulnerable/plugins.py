import importlib
import os


def plugin_names() -> list[str]:
    return [name.strip() for name in os.environ.get("AGENT_PLUGINS", "").split(",") if name]


def load_plugins() -> list:
    plugins = []
    for name in plugin_names():
        module = importlib.import_module(name)  # sink
        plugins.append(module.register())
    return plugins
