import type { Import, ImportFrom } from "../formats/python/nodes.ts";
import type { Environment } from "./environment.ts";
import type { Machine } from "./machine.ts";
import { globalNode } from "./machine.ts";
import { nameTarget } from "./targets.ts";
import { join, ofNode, ofTarget, type Value } from "./value.ts";

/** An imported name: what it leads to, and what it may hold in a module of the project. */
function importedValue(machine: Machine, name: string): Value {
  const target = nameTarget(machine, name);
  if (!machine.isOurs(name)) return ofTarget(target);
  return ofNode(globalNode(machine, name), target);
}

/** `import a.b as c`; without `as` it binds `a`, through which `a.b` is reached. */
export function bindImport(machine: Machine, node: Import, env: Environment): void {
  for (const { name, asname } of node.names) {
    if (asname !== null) {
      env.names.set(asname, ofTarget(nameTarget(machine, name)));
      machine.namespaces.add(asname);
    } else {
      const first = machine.language === "javascript" ? name : (name.split(".", 1)[0] ?? name);
      env.names.set(first, ofTarget(nameTarget(machine, first)));
    }
  }
}

/** `from ..a import b as c` */
export function bindImportFrom(machine: Machine, node: ImportFrom, env: Environment): void {
  const module = ".".repeat(node.level) + (node.module ?? "");
  for (const { name, asname } of node.names) {
    if (name === "*") {
      machine.stars.push(module);
      continue;
    }
    const whole = module === "" || module.endsWith(".") ? module + name : `${module}.${name}`;
    env.names.set(asname ?? name, importedValue(machine, whole));
  }
}

/** Modules of `import *` that are asked for one name. */
const maxStars = 4;

/** What Python has by itself, and a module rarely gives another meaning. */
const ownNames = new Set(
  "abs all any ascii bin bool bytearray bytes callable chr classmethod compile complex dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __name__ __file__ Exception ValueError TypeError KeyError RuntimeError".split(
    " ",
  ),
);

/** A name that nothing in the file binds: one of those that `from module import *` brought in. */
export function starValue(machine: Machine, name: string): Value | undefined {
  if (machine.language !== "python" || machine.stars.length === 0 || ownNames.has(name))
    return undefined;
  let value: Value | undefined;
  for (const module of machine.stars.slice(0, maxStars)) {
    const whole = module.endsWith(".") ? module + name : `${module}.${name}`;
    if (!machine.isOurs(whole)) continue;
    const one = importedValue(machine, whole);
    value = value === undefined ? one : join(value, one);
  }
  return value;
}
