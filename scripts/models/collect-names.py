"""Collects the names that model files need, and decides which of them are safe to list.

    python collect-names.py look OUT.json [FOLDER ...]     # once in every virtualenv
    python collect-names.py merge names.json A.json B.json # joins what the virtualenvs said
    python collect-names.py extend names.json C.json       # adds what others say to a list that is there

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
import tempfile
import warnings
from pathlib import Path
from typing import Any, Dict, Set

sys.path.insert(0, str(Path(__file__).parent))
warnings.filterwarnings("ignore")

import decided  # noqa: E402
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
        if key in found or key in refused or module.split(".")[0] in getattr(sys, "stdlib_module_names", ()):
            continue  # what is of Python itself, a person decides
        try:
            value = judge.by_name(module, name)
            verdict = judge.Verdict() if value is None else families.judged(value)
        except Exception as error:  # what cannot be judged is not listed
            refused[key] = [f"cannot be judged: {type(error).__name__}: {error}"[:200]]
            continue
        if verdict.reasons:
            refused[key] = verdict.reasons
        if verdict.role:
            found[key] = verdict.role
    Path(out).write_text(
        json.dumps({"files": files, "versions": versions, "used": used, "calls": calls, "found": found, "refused": refused, "aliases": families.aliases()}, indent=1, sort_keys=True)
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
    aliases: dict[str, str] = {}
    for part in loaded:
        for key, reasons in part["refused"].items():
            if not part["found"].get(key):
                refused[key] = reasons
        for key, ways in part["used"].items():
            used.setdefault(key, set()).update(ways)
        for key, role in part["found"].items():
            found.setdefault(key, set()).add(role)
        for library, version in part["versions"].items():
            versions.setdefault(library, set()).add(version)
        aliases.update(part["aliases"])
    for old, new in aliases.items():
        for key in [key for key in found if key.partition(" ")[0] == new]:
            found.setdefault(f"{old} {key.partition(' ')[2]}", set()).update(found[key])

    names: Listed = {}
    rules = [{**rule, "names": json.loads(json.dumps(rule["names"]))} for rule in decided.RULES]
    ruled = {f"{module} {name}" for rule in rules for module, roles in rule["names"].items() for text in roles.values() for name in text.split()}
    by_key = {rule.get("key", rule["rule"]): {} for rule in rules}
    left_out: dict[str, str] = {}
    for key in sorted(set(found) | set(used) | set(refused) | set(decided.GIVEN)):
        roles = set(decided.GIVEN.get(key, "").split()) or _roles(found.get(key, set()))
        rule = _rule(key, roles, refused.get(key, []))
        if key in ruled:
            continue
        if key in decided.LEFT_OUT:
            left_out[key] = decided.LEFT_OUT[key]
        elif rule:
            _add(by_key[rule], key, "class")
        elif key not in decided.GIVEN and key in refused:
            left_out[key] = "; ".join(refused[key])[:200]
        elif not roles:
            left_out[key] = "no such name here"
        else:
            for role in roles:
                _add(names, key, role)
            if "maker" not in roles and "reduce" in used.get(key, ()):
                left_out[key] = f"listed as {'/'.join(sorted(roles))}, but a file calls it"
    for rule in rules:
        rule["names"].update(_texts(by_key[rule.get("key", rule["rule"])]))
    _write(out, {library: ", ".join(sorted(given)) for library, given in sorted(versions.items())}, rules, _texts(names))
    counts = {role: sum(len(roles.get(role, ())) for roles in names.values()) for role in ROLES}
    print(f"{len(names)} modules, {counts}")
    for rule in rules:
        print(f"    rule {rule['rule']} {rule.get('key', '')}: {sum(len(t.split()) for r in rule['names'].values() for t in r.values())}")
    missing = {key: why for key, why in left_out.items() if key in used and not key.startswith("__torch__")}
    print(f"{len(used)} names used by files, {len(missing)} of them not listed")
    for key, why in sorted(missing.items()):
        print(f"    {key}: {why}")
    clashes = _clashes({f"{module} {name}" for module, roles in names.items() for listed in roles.values() for name in listed})
    for key in clashes:
        print(f"    listed, and known to be dangerous: {key}")
    return 1 if clashes else 0


def extend(out: str, parts: list[str]) -> int:
    """Adds names that the list does not have, and that are not dangerous: what it says of others stays."""
    before = json.loads(Path(out).read_text())
    with tempfile.TemporaryDirectory() as folder:
        added = str(Path(folder) / "added.json")
        merge(added, parts)
        after = json.loads(Path(added).read_text())
    known = {
        f"{module} {name}"
        for names in [before["names"], *(rule["names"] for rule in before["rules"])]
        for module, roles in names.items()
        for text in roles.values()
        for name in text.split()
    }

    listed_now = {
        f"{module} {name}"
        for names in [after["names"], *(rule["names"] for rule in after["rules"])]
        for module, roles in names.items()
        for text in roles.values()
        for name in text.split()
    }
    ruled = {
        f"{module} {name}" for rule in decided.RULES for module, roles in rule["names"].items() for text in roles.values() for name in text.split()
    }
    known = (known | set(_clashes(listed_now))) - set(decided.GIVEN) - ruled
    for rule in before["rules"]:  # where a person has decided since, a name moves
        _without(rule["names"], set(decided.GIVEN) | ruled)
    _without(before["names"], ruled)

    def put(into: dict[str, dict[str, str]], names: dict[str, dict[str, str]]) -> int:
        count = 0
        for module, roles in names.items():
            for role, text in roles.items():
                new = [name for name in text.split() if f"{module} {name}" not in known]
                if not new:
                    continue
                listed = into.setdefault(module, {})
                listed[role] = " ".join(sorted({*listed.get(role, "").split(), *new}))
                count += len(new)
        return count

    count = put(before["names"], after["names"])
    same = {(rule["rule"], rule.get("key")): rule for rule in before["rules"]}
    for rule in after["rules"]:
        kept = same.get((rule["rule"], rule.get("key")))
        if kept is None:
            before["rules"].append(rule)
        else:
            kept.update({key: one for key, one in rule.items() if key != "names"})
            count += put(kept["names"], rule["names"])
    for library, version in after["versions"].items():
        versions = before["versions"].get(library, "").split(", ")
        before["versions"][library] = ", ".join(sorted({*versions, *version.split(", ")} - {""}))
    _write(out, before["versions"], before["rules"], before["names"])
    print(f"{count} names added")
    return 0


def _without(names: dict[str, dict[str, str]], keys: set[str]) -> None:
    """Takes names out of a part of the list."""
    for module, roles in list(names.items()):
        for role, text in list(roles.items()):
            roles[role] = " ".join(name for name in text.split() if f"{module} {name}" not in keys)
            if not roles[role]:
                del roles[role]
        if not roles:
            del names[module]


def _clashes(listed: set[str]) -> list[str]:
    """Names that stand in dangerous.json too; "*" there covers a module and all that is under it."""
    dangerous = json.loads((Path(__file__).parent / "dangerous.json").read_text())
    found = []
    for key in sorted(listed):
        module, _, name = key.partition(" ")
        parts = module.split(".")
        if key in decided.GIVEN or key in decided.FREES_ITS_OWN:
            continue
        above = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
        if any(dangerous.get(one) == "*" for one in above) or name in dangerous.get(module, "").split():
            found.append(key)
    return found


Listed = Dict[str, Dict[str, Set[str]]]


def _roles(found: set[str]) -> set[str]:
    """Roles from what the virtualenvs found; the most careful one where they differ."""
    if "made" in found:
        return {"made"}
    if "enum" in found:
        return {"class", "maker"}
    return {"class"} if "class" in found else {"value"} if "value" in found else set()


def _rule(key: str, roles: set[str], reasons: list[str]) -> str | None:
    """The rule under which a name is listed, if it needs one."""
    if key.partition(" ")[0] in decided.MODULE_TO_RULE:
        return decided.MODULE_TO_RULE[key.partition(" ")[0]] if "value" not in roles else None
    for part, rule in decided.REASON_TO_RULE.items():
        if reasons and all(part in reason for reason in reasons):
            return rule
    if key in decided.FREES_ITS_OWN or "made" in roles or (roles and decided.MADE.match(key) and roles == {"class"}):
        return "made"
    return None


def _add(names: Listed, key: str, role: str) -> None:
    module, _, name = key.partition(" ")
    names.setdefault(module, {}).setdefault(role, set()).add(name)


def _texts(names: Listed) -> dict[str, dict[str, str]]:
    return {module: {role: " ".join(sorted(roles[role])) for role in ROLES if role in roles} for module, roles in sorted(names.items())}


def _write(out: str, versions: dict[str, str], rules: list[dict[str, Any]], names: dict[str, dict[str, str]]) -> None:
    """One line for each module, so that a change is seen in a diff."""

    def lines(value: dict[str, Any]) -> str:
        return "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(one)}" for key, one in sorted(value.items())) + "\n}"

    written = []
    for rule in rules:
        head = ",\n".join(f"{json.dumps(key)}: {json.dumps(one)}" for key, one in rule.items() if key != "names")
        written.append("{" + head + ',\n"names": ' + lines(rule["names"]) + "}")
    text = '{\n"versions": ' + lines(versions) + ',\n"rules": [\n' + ",\n".join(written) + '\n],\n"names": ' + lines(names) + "\n}\n"
    json.loads(text)
    Path(out).write_text(text)


def main(arguments: list[str]) -> int:
    if len(arguments) > 1 and arguments[0] == "look":
        return look(arguments[1], arguments[2:])
    if len(arguments) > 2 and arguments[0] == "merge":
        return merge(arguments[1], arguments[2:])
    if len(arguments) > 2 and arguments[0] == "extend":
        return extend(arguments[1], arguments[2:])
    print(__doc__)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
