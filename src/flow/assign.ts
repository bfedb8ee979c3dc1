import type { Expression } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import type { Environment } from "./environment.ts";
import { evaluate } from "./expressions.ts";
import {
  addAttribute,
  argNode,
  emitValue,
  fieldNode,
  globalNode,
  memberNode,
  outNode,
  reach,
  step,
  type ClassState,
  type Machine,
} from "./machine.ts";
import { nodeKinds } from "./summary.ts";
import { functionTarget } from "./targets.ts";
import {
  allTaints,
  bare,
  clean,
  join,
  partName,
  readPart,
  restOf,
  writePart,
  type Value,
} from "./value.ts";

/** A binding: what is bound, to what, and the expression that it comes from. */
export interface Assignment {
  readonly target: Expression;
  readonly value: Value;
  readonly env: Environment;
  readonly place: { readonly start: number; readonly end: number };
}

/** Binds names, attributes and items. */
export function assign(machine: Machine, { target, value, env, place }: Assignment): void {
  switch (target.kind) {
    case "Name":
      bindName(machine, {
        name: target.id,
        value,
        env,
        place: { start: target.start, end: place.end > target.start ? place.end : target.end },
      });
      return;
    case "Tuple":
    case "List":
      for (const [index, element] of target.elts.entries()) {
        const isRest = element.kind === "Starred";
        const part = isRest
          ? restOf(value, index)
          : readPart(value, String(index), machine.isWhole);
        assign(machine, { target: isRest ? element.value : element, value: part, env, place });
      }
      return;
    case "Starred":
      assign(machine, { target: target.value, value, env, place });
      return;
    case "Attribute":
      assignAttribute(machine, target, { value, env, place });
      return;
    case "Subscript": {
      const owner = evaluate(machine, target.value, env);
      const key = evaluate(machine, target.slice, env).constant;
      const name = key === undefined || key === null ? "*" : partName(String(key));
      put(machine, {
        owner,
        into: target.value,
        key: name,
        value: step(machine, value, { place: target, word: "passed on" }),
        env,
        replaces: true,
      });
      return;
    }
    default:
  }
}

interface NameBinding {
  readonly name: string;
  readonly value: Value;
  readonly env: Environment;
  readonly place: { readonly start: number; readonly end: number };
}

function bindName(machine: Machine, { name, value, env, place }: NameBinding): void {
  const stepped = step(machine, value, { place: place, word: "assigned" });
  const outer = machine.current.outer.get(name);
  if (outer !== undefined) {
    bindOuter(machine, { name, value: stepped, env, place }, outer);
    return;
  }
  env.names.set(name, stepped);
}

/** A name that is bound further out keeps what it held as well: nobody knows who runs first. */
function bindOuter(
  machine: Machine,
  { name, value, env }: NameBinding,
  outer: "global" | "nonlocal",
): void {
  let floor: Environment | null = machine.current.closure;
  if (outer === "global") {
    emitValue(machine, value, globalNode(machine, name));
    while (floor !== null && floor.parent !== null) floor = floor.parent;
  } else {
    while (floor !== null && !floor.names.has(name)) floor = floor.parent;
  }
  env.names.set(name, value);
  if (floor !== null) floor.names.set(name, join(floor.names.get(name) ?? clean, value));
}

function assignAttribute(
  machine: Machine,
  target: Extract<Expression, { kind: "Attribute" }>,
  { value, env, place }: Omit<Assignment, "target">,
): void {
  const { attr } = target;
  const stepped = step(machine, value, {
    place: { start: target.start, end: Math.max(target.end, place.end) },
    word: "assigned",
  });
  const { self, owner: index } = machine.current;
  if (index !== null && target.value.kind === "Name" && target.value.id === self) {
    const state = machine.classes[index]!;
    if (setProperty(machine, { state, target, value: stepped })) return;
    addAttribute(state, attr, stepped);
    emitValue(machine, stepped, fieldNode(machine, index, attr));
    return;
  }
  const owner = evaluate(machine, target.value, env);
  const of = owner.target;
  if (of?.kind === "instance" && of.of.kind === "class") {
    const state = machine.classes[of.of.index]!;
    if (setProperty(machine, { state, target, value: stepped })) return;
    addAttribute(state, attr, stepped);
    emitValue(machine, stepped, fieldNode(machine, of.of.index, attr));
  } else if (of !== null && of.kind !== "name")
    emitValue(machine, stepped, memberNode(machine, of, attr));
  const taints = allTaints(stepped);
  if (taints.length > 0) {
    const name = qualifiedName(target, machine.view.scopeOf(target));
    for (const sink of machine.models.write(name))
      reach(machine, taints, {
        kind: sink.kind,
        label: sink.label ?? attr,
        start: target.start,
        end: Math.max(target.end, place.end),
      });
  }
  put(machine, {
    owner,
    into: target.value,
    key: partName(attr),
    value: stepped,
    env,
    replaces: true,
  });
}

/** A property with a setter: what is assigned is given to a function, which may refuse it. */
function setProperty(
  machine: Machine,
  {
    state,
    target,
    value,
  }: {
    readonly state: ClassState;
    readonly target: Extract<Expression, { kind: "Attribute" }>;
    readonly value: Value;
  },
): boolean {
  const setter = state.setters.get(target.attr);
  if (setter === undefined) return false;
  const { start, end } = target;
  const call = machine.calls.length;
  const site = functionTarget(machine, setter);
  machine.calls.push({ target: site, start, end, within: machine.current.index, given: [] });
  emitValue(machine, value, argNode(machine, call, 0));
  return true;
}

/** Something that is put into an object. */
export interface Putting {
  readonly owner: Value;
  /** The expression that the object is reached by. */
  readonly into: Expression;
  readonly key: string;
  readonly value: Value;
  readonly env: Environment;
  /** True where what was there before is gone. */
  readonly replaces: boolean;
}

/** Puts a value into an object, and says so to whoever else holds that object. */
export function put(machine: Machine, { owner, into, key, value, env, replaces }: Putting): void {
  const isNothing =
    value.taints.length === 0 &&
    value.parts === null &&
    value.constant === undefined &&
    value.target === null;
  const isCertain = replaces && key !== "*" && machine.depth === 0;
  let object = owner;
  if (object.parts === null || (isCertain && object.taints.length > 0)) {
    if (isNothing && object.taints.length === 0) return;
    object = { ...object, parts: new Map(object.parts) };
    // What was there under this name is gone, whatever the whole was.
    if (isCertain) object = { ...object, checked: new Set([...(object.checked ?? []), key]) };
    rebind(machine, { into, object, env });
  }
  // What is shared with other functions is kept in the graph, where it is of the one that put it.
  // What a stranger made of it is another object.
  const places = owner.taints.filter(({ origin, weak }) => !weak && isShared(machine, origin));
  writePart(object, key, { part: places.length > 0 ? bare(value) : value, replaces: isCertain });
  if (value.taints.length === 0 && value.parts === null) return;
  for (const { origin, path } of places) {
    const toPath = `${path}/${key}`;
    if (machine.kind[origin] !== nodeKinds.param)
      emitValue(machine, value, { node: origin, path: toPath });
    else {
      const index = machine.a[origin] as number;
      const out = outNode(machine, index, machine.b[origin] as string);
      emitValue(machine, value, { node: out, path: toPath });
    }
  }
}

/** True for a node that stands for an object which others hold too. */
function isShared(machine: Machine, origin: number): boolean {
  const kind = machine.kind[origin];
  return (
    kind === nodeKinds.param ||
    kind === nodeKinds.field ||
    kind === nodeKinds.global ||
    kind === nodeKinds.member
  );
}

/** Lets an expression stand for an object from now on. */
export function rebind(
  machine: Machine,
  {
    into,
    object,
    env,
  }: { readonly into: Expression; readonly object: Value; readonly env: Environment },
): void {
  if (into.kind === "Name") {
    // Where the name is bound further out, that binding is the object too.
    for (let layer: Environment | null = env; layer !== null; layer = layer.parent) {
      if (!layer.names.has(into.id)) continue;
      layer.names.set(into.id, object);
      return;
    }
    env.names.set(into.id, object);
    return;
  }
  const { self, owner } = machine.current;
  if (into.kind !== "Attribute" && into.kind !== "Subscript") return;
  const base = into.value;
  if (into.kind === "Attribute" && base.kind === "Name" && base.id === self && owner !== null) {
    const state = machine.classes[owner]!;
    state.attributes.set(into.attr, bare(object));
    state.reads.delete(into.attr);
    return;
  }
  if (base.kind !== "Name" && base.kind !== "Attribute" && base.kind !== "Subscript") return;
  // An object within another: that one has to hold it.
  const key =
    into.kind === "Attribute"
      ? partName(into.attr)
      : into.slice.kind === "Constant"
        ? partName(String(into.slice.value))
        : "*";
  const outer = evaluate(machine, base, env);
  const holder = outer.parts === null ? { ...outer, parts: new Map<string, Value>() } : outer;
  if (holder !== outer) rebind(machine, { into: base, object: holder, env });
  writePart(holder, key, { part: object, replaces: key !== "*" });
}
