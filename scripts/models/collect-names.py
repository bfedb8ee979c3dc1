"""Collects the names that model files need, and decides which of them are safe to list.

    python collect-names.py look OUT.json [FOLDER ...]     # once in every virtualenv
    python collect-names.py merge names.json A.json B.json # joins what the virtualenvs said

`look` follows the benign files under each FOLDER (walk.py: nothing is loaded) and looks through the
installed libraries for whole families of classes. A class or function is kept only where reading its
source, and what it calls three levels down, finds no way to open a file, reach the network, run or
import code, get an attribute by text, or call one of its arguments. Compiled modules cannot be read:
they are kept where `families.py` says that a person has looked at the module.

The scanner's promise rests on one thing: every name that a pickle mentions is listed, and nothing that
is listed does harm when it is CALLED with any arguments, or does so only where its `only` rule is broken.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
warnings.filterwarnings("ignore")

import families  # noqa: E402
import judge  # noqa: E402
import walk  # noqa: E402

ROLES = ("class", "maker", "value")


def look(out: str, folders: list[str]) -> int:
    """Writes what this virtualenv knows: names used, names found, names refused with the reason."""
    uses = walk.Uses()
    files = {folder: walk.walk_folder(Path(folder), uses) for folder in folders}
    found, refused, versions = families.introspect()
    used = {f"{module} {name}": sorted(ways) for (module, name), ways in uses.ways.items()}
    calls = {f"{module} {name}": sorted(seen) for (module, name), seen in uses.calls.items()}
    # What files use and no family brought: judged one by one.
    for module, name in uses.ways:
        key = f"{module} {name}"
        if key in found or key in refused:
            continue
        verdict = judge.by_name(module, name)
        if verdict.reasons:
            refused[key] = verdict.reasons
        if verdict.role:
            found[key] = verdict.role
    Path(out).write_text(
        json.dumps({"files": files, "versions": versions, "used": used, "calls": calls, "found": found, "refused": refused}, indent=1, sort_keys=True)
    )
    print(files, f"{len(used)} names used, {len(found)} found, {len(refused)} refused, {len(uses.problems)} problems")
    for problem in uses.problems[:20]:
        print("   ", problem)
    return 0


def merge(out: str, parts: list[str]) -> int:
    """Joins the parts; what one version refuses is not listed, whatever another says."""
    loaded = [json.loads(Path(part).read_text()) for part in parts]
    refused: dict[str, list[str]] = {}
    used: dict[str, set[str]] = {}
    found: dict[str, set[str]] = {}
    versions: dict[str, set[str]] = {}
    for part in loaded:
        refused.update(part["refused"])
        for key, ways in part["used"].items():
            used.setdefault(key, set()).update(ways)
        for key, role in part["found"].items():
            found.setdefault(key, set()).add(role)
        for library, version in part["versions"].items():
            versions.setdefault(library, set()).add(version)
    names: dict[str, dict[str, set[str]]] = {}

    def add(key: str, role: str) -> None:
        module, _, name = key.partition(" ")
        names.setdefault(module, {}).setdefault(role, set()).add(name)

    special = {f"{module} {name}" for module, kept in families.ONLY.items() for name in kept}
    left_out: dict[str, str] = {}
    for key in sorted(set(found) | set(used) | set(families.GIVEN)):
        if key in special:
            continue
        if key in families.GIVEN:
            for role in families.GIVEN[key].split():
                add(key, role)
            continue
        if key in refused or key in families.LEFT_OUT:
            left_out[key] = families.LEFT_OUT.get(key) or "; ".join(refused[key])
            continue
        if key not in found:
            left_out[key] = "not found"
            continue
        roles = found[key]
        if "class" in roles:
            add(key, "class")
        if "enum" in roles:
            add(key, "class")
            add(key, "maker")
        if "reduce" in used.get(key, ()):
            left_out[key] = "called by a file, and not read by a person yet (families.GIVEN)"
        if "value" in roles and not roles & {"class", "enum"}:
            add(key, "value")
    json_names = {
        module: {role: " ".join(sorted(roles[role])) for role in ROLES if role in roles} for module, roles in sorted(names.items())
    }
    text = {
        "versions": {library: ", ".join(sorted(given)) for library, given in sorted(versions.items())},
        "only": families.ONLY,
        "names": json_names,
    }
    lines = ["{", f'"versions": {json.dumps(text["versions"], sort_keys=True)},', '"only": {']
    lines += [",\n".join(f"{json.dumps(module)}: {json.dumps(kept, sort_keys=True, ensure_ascii=False)}" for module, kept in sorted(families.ONLY.items()))]
    lines += ["},", '"names": {']
    lines += [",\n".join(f"{json.dumps(module)}: {json.dumps(roles)}" for module, roles in json_names.items()), "}", "}"]
    Path(out).write_text("\n".join(lines) + "\n")
    json.loads(Path(out).read_text())
    counts = {role: sum(len(roles.get(role, ())) for roles in names.values()) for role in ROLES}
    print(f"{len(names)} modules, {counts}, {sum(len(v) for v in families.ONLY.values())} with a rule")
    print(f"used by files and not listed: {sum(key in left_out for key in used)}")
    for key, why in sorted(left_out.items()):
        if key in used:
            print(f"    {key}: {why}")
    return 0


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 and arguments[0] == "look":
        return look(arguments[1], arguments[2:])
    if len(arguments) > 2 and arguments[0] == "merge":
        return merge(arguments[1], arguments[2:])
    print(__doc__)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
