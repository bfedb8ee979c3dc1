import type { Import, ImportFrom } from "../formats/python/nodes.ts";
import type { Environment } from "./environment.ts";
import type { Machine } from "./machine.ts";
import { nodeOf } from "./machine.ts";
import { nodeKinds } from "./summary.ts";
import { nameTarget } from "./targets.ts";
import { ofNode, ofTarget, type Value } from "./value.ts";

/** An imported name: what it leads to, and what it may hold in a module of the project. */
function importedValue(machine: Machine, name: string): Value {
  const target = nameTarget(machine, name);
  if (!machine.isOurs(name)) return ofTarget(target);
  return ofNode(nodeOf(machine, nodeKinds.global, name), target);
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
