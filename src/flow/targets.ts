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
  /** How many targets each has in one another. */
  readonly depths: Map<Target, number>;
}

/** What is made of what is made … is followed so far: nobody resolves more, or could send it. */
const maxDepth = 16;

/** Leads nowhere. */
const nothing: Target = { kind: "any", of: [] };

export function openTargets(): Targets {
  return {
    names: new Map(),
    functions: new Map(),
    classes: new Map(),
    params: new Map(),
    instances: new Map(),
    members: new Map(),
    depths: new Map(),
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

function depthOf(holder: Holder, target: Target): number {
  const known = holder.targets.depths.get(target);
  if (known !== undefined || target.kind !== "any") return known ?? 0;
  // Where branches meet, targets are joined by `join`, which knows nothing of this.
  return Math.max(0, ...target.of.map((one) => depthOf(holder, one)));
}

/** A target made of others, or one that leads nowhere where they are too many in one another. */
function around(holder: Holder, inner: readonly Target[], target: Target): Target {
  const depth = 1 + Math.max(0, ...inner.map((one) => depthOf(holder, one)));
  if (depth > maxDepth) return nothing;
  holder.targets.depths.set(target, depth);
  return target;
}

/** What a class makes or a function gives back. */
export function instanceTarget(holder: Holder, of: Target): Target {
  return once(holder.targets.instances, of, () => around(holder, [of], { kind: "instance", of }));
}

/** A function with its first arguments given. */
export function partialTarget(holder: Holder, of: Target, given: number): Target {
  return around(holder, [of], { kind: "partial", of, given });
}

/** A function behind a decorator. */
export function decoratedTarget(holder: Holder, of: Target, by: Target): Target {
  return around(holder, [of, by], { kind: "decorated", of, by });
}

/** One of several. */
export function anyTarget(holder: Holder, of: readonly Target[]): Target {
  return around(holder, of, { kind: "any", of });
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
  return once(known, name, () => around(holder, [of], { kind: "member", of, name }));
}
