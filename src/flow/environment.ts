import type { Expression } from "../formats/python/nodes.ts";
import { clean, join, type Value } from "./value.ts";

/**
 * What names hold at a place in a program. A branch gets a layer of its own over what was before;
 * afterwards the layers are joined. A function's first layer lies over the module's, or over that
 * of the function that it is written in.
 */
export interface Environment {
  readonly names: Map<string, Value>;
  readonly parent: Environment | null;
  /** True for the first layer of a function: assignments go no deeper. */
  readonly isFunction: boolean;
  /** Somebody was asked and agreed. */
  approved: boolean;
  /** Names that a name was made from by a call or as a part: `host` from `url`. */
  readonly madeFrom: Map<string, readonly string[]>;
  /** Expressions that were looked at, as they are written, and the sinks for which they are harmless. */
  checks: Map<string, number> | null;
  /** What was assigned to a name that may be a condition later: `ok = is_safe(x)`. */
  readonly conditions: Map<string, Expression>;
}

export function openEnvironment(parent: Environment | null): Environment {
  return {
    names: new Map(),
    parent,
    isFunction: true,
    approved: false,
    madeFrom: new Map(),
    checks: null,
    conditions: new Map(),
  };
}

/** A layer for a branch. */
export function fork(below: Environment): Environment {
  return {
    names: new Map(),
    parent: below,
    isFunction: false,
    approved: below.approved,
    madeFrom: below.madeFrom,
    checks: null,
    conditions: below.conditions,
  };
}

/** For which sinks an expression that is written so has been found harmless. */
export function checkedMask(environment: Environment, text: string): number {
  for (let layer: Environment | null = environment; layer !== null; layer = layer.parent) {
    const mask = layer.checks?.get(text);
    if (mask !== undefined) return mask;
    if (layer.isFunction) return 0;
  }
  return 0;
}

export function lookUp(environment: Environment, name: string): Value | undefined {
  for (let layer: Environment | null = environment; layer !== null; layer = layer.parent) {
    const value = layer.names.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Takes a branch over as what certainly happened. */
export function adopt(below: Environment, branch: Environment): void {
  for (const [name, value] of branch.names) below.names.set(name, value);
  for (const [text, mask] of branch.checks ?? []) (below.checks ??= new Map()).set(text, mask);
  below.approved = branch.approved;
}

/** Takes over what either of several branches may have done. */
export function merge(below: Environment, branches: readonly Environment[]): void {
  const [only] = branches;
  if (only === undefined) return;
  if (branches.length === 1) {
    adopt(below, only);
    return;
  }
  const names = new Set(branches.flatMap((branch) => [...branch.names.keys()]));
  for (const name of names) {
    const before = lookUp(below, name) ?? clean;
    let value: Value | undefined;
    for (const branch of branches) {
      const here = branch.names.get(name) ?? before;
      value = value === undefined ? here : join(value, here);
    }
    below.names.set(name, value ?? before);
  }
  below.approved = branches.every((branch) => branch.approved);
}

/** What the layers above `floor` say, as one layer over it. */
export function flattenTo(environment: Environment, floor: Environment): Environment {
  const flat = fork(floor);
  for (
    let layer: Environment | null = environment;
    layer !== null && layer !== floor;
    layer = layer.parent
  ) {
    for (const [name, value] of layer.names) if (!flat.names.has(name)) flat.names.set(name, value);
  }
  flat.approved = environment.approved;
  return flat;
}
