import { dangerousNames } from "./dangerous.generated.ts";
import { knownNames } from "./names.generated.ts";

/**
 * What a name is that a pickle imports. `class`: what makes an object of it does no harm, nor does
 * what is put into it. `maker`: a function that only makes data of its arguments. `value`: harmless
 * while nobody calls it.
 */
export type NameRole = "class" | "maker" | "value" | "dangerous" | "unknown";

type Roles = ReadonlyMap<string, NameRole>;

function rolesOf(entry: { readonly class?: string; maker?: string; value?: string }): Roles {
  const roles = new Map<string, NameRole>();
  for (const role of ["value", "maker", "class"] as const)
    for (const name of entry[role]?.split(" ") ?? []) if (name !== "") roles.set(name, role);
  return roles;
}

const known = new Map<string, Roles>();

function rolesIn(module: string): Roles | undefined {
  const before = known.get(module);
  if (before !== undefined) return before;
  if (!Object.hasOwn(knownNames, module)) return undefined;
  const roles = rolesOf(knownNames[module]!);
  known.set(module, roles);
  return roles;
}

const dangerous = new Map<string, ReadonlySet<string> | "*">(
  Object.entries(dangerousNames).map(([module, names]) => [
    module,
    names === "*" ? "*" : new Set(names.split(" ")),
  ]),
);

/** True for a name of a module that is dangerous as a whole, or of one above it. */
function isDangerous(module: string, name: string): boolean {
  const parts = module.split(".");
  for (let length = parts.length; length > 0; length--) {
    const above = parts.slice(0, length).join(".");
    const names = dangerous.get(above);
    if (names === undefined) continue;
    if (names === "*") return true;
    if (length === parts.length && names.has(name)) return true;
  }
  return false;
}

/**
 * The role of a name. One with dots is reached through what stands before each dot: `path.os.system`
 * of `os` is `os.system`, and what has a module or a function in the middle is judged by its parts.
 */
export function roleOf(module: string, name: string): NameRole {
  const exact = rolesIn(module)?.get(name);
  if (exact !== undefined && !isNamed(module, name)) return exact;
  if (isDangerous(module, name)) return "dangerous";
  if (!name.includes(".")) return exact ?? "unknown";
  const parts = name.split(".");
  for (const [index, part] of parts.entries()) {
    if (/^__\w+__$/.test(part) && part !== "__new__") return "dangerous";
    // `os` in the middle of a path is the module that the one before it has imported.
    const rest = parts.slice(index + 1).join(".");
    if (rest !== "" && isDangerous(part, rest)) return "dangerous";
    const before = parts.slice(0, index + 1).join(".");
    if (isDangerous(module, before)) return "dangerous";
    if (isDangerous(`${module}.${before}`, rest)) return "dangerous";
  }
  return "unknown";
}

/** True where the list of dangerous names says it by name: that is stronger than a family. */
function isNamed(module: string, name: string): boolean {
  const names = dangerous.get(module);
  return names !== undefined && names !== "*" && names.has(name);
}
