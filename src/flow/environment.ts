import type { Expression } from "../formats/python/nodes.ts";
import type { GuardUse } from "./summary.ts";
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
  /** What is known of expressions that were looked at, as they are written. */
  checks: Map<string, Checked> | null;
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

/** What a look at an expression has shown. */
export interface Checked {
  /** Sinks for which it is harmless. */
  readonly mask: number;
  readonly guards: readonly GuardUse[];
}

/** What is known of an expression that is written so. */
export function checkedAs(environment: Environment, text: string): Checked | undefined {
  for (let layer: Environment | null = environment; layer !== null; layer = layer.parent) {
    const checked = layer.checks?.get(text);
    if (checked !== undefined) return checked;
    if (layer.isFunction) return undefined;
  }
  return undefined;
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
  for (const [text, checked] of branch.checks ?? [])
    (below.checks ??= new Map()).set(text, checked);
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
