EXACT = frozenset(["python3 -m venv .venv", "pip install -e .", "pytest -q"])


def permitted(all_steps):
    return (s for s in all_steps if s in EXACT)
