import type { Target } from "./summary.ts";

/**
 * Targets of one file, each made once: what leads to the same place is the same object, which is
 * compared, sent between threads and resolved once.
 */
export interface Targets {
  readonly names: Map<string, Target>;
  readonly functions: Map<number, Target>;
  readonly classes: Map<number, Target>;
  readonly params: Map<string, Target>;
  readonly instances: Map<Target, Target>;
  readonly members: Map<Target, Map<string, Target>>;
}

export function openTargets(): Targets {
  return {
    names: new Map(),
    functions: new Map(),
    classes: new Map(),
    params: new Map(),
    instances: new Map(),
    members: new Map(),
  };
}

function once<K>(known: Map<K, Target>, key: K, make: () => Target): Target {
  let target = known.get(key);
  if (target === undefined) {
    target = make();
    known.set(key, target);
  }
  return target;
}

interface Holder {
  readonly targets: Targets;
}

export function nameTarget({ targets }: Holder, name: string): Target {
  return once(targets.names, name, () => ({ kind: "name", name }));
}

export function functionTarget({ targets }: Holder, index: number): Target {
  return once(targets.functions, index, () => ({ kind: "function", index }));
}

export function classTarget({ targets }: Holder, index: number): Target {
  return once(targets.classes, index, () => ({ kind: "class", index }));
}

export function paramTarget({ targets }: Holder, index: number, name: string): Target {
  return once(targets.params, `${index}:${name}`, () => ({ kind: "param", function: index, name }));
}

/** What a class makes or a function gives back. */
export function instanceTarget({ targets }: Holder, of: Target): Target {
  return once(targets.instances, of, () => ({ kind: "instance", of }));
}

/** A member of what a target leads to: of a name a longer name, of anything else a member. */
export function memberTarget(holder: Holder, of: Target, name: string): Target {
  if (of.kind === "name") return nameTarget(holder, `${of.name}.${name}`);
  const { members } = holder.targets;
  let known = members.get(of);
  if (known === undefined) {
    known = new Map();
    members.set(of, known);
  }
  return once(known, name, () => ({ kind: "member", of, name }));
}
