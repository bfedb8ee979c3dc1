import type { Expression } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import type { Environment } from "./environment.ts";
import { evaluate } from "./expressions.ts";
import {
  addAttribute,
  emitValue,
  fieldNode,
  nodeOf,
  reach,
  step,
  type Machine,
} from "./machine.ts";
import { nodeKinds } from "./summary.ts";
import { allTaints, clean, join, partName, readPart, writePart, type Value } from "./value.ts";

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
        const part = isRest ? value : readPart(value, String(index), machine.isWhole);
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
    emitValue(machine, value, nodeOf(machine, nodeKinds.global, name));
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
    addAttribute(state, attr, stepped);
    emitValue(machine, stepped, fieldNode(machine, index, attr));
    return;
  }
  const owner = evaluate(machine, target.value, env);
  const of = owner.target;
  if (of?.kind === "instance" && of.of.kind === "class") {
    const state = machine.classes[of.of.index]!;
    addAttribute(state, attr, stepped);
    emitValue(machine, stepped, fieldNode(machine, of.of.index, attr));
  } else if (of !== null && of.kind !== "name")
    emitValue(machine, stepped, nodeOf(machine, nodeKinds.member, JSON.stringify(of), attr));
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
  let object = owner;
  if (object.parts === null) {
    if (
      value.taints.length === 0 &&
      value.parts === null &&
      value.constant === undefined &&
      value.target === null
    )
      return;
    object = { ...object, parts: new Map<string, Value>() };
    rebind(machine, into, object, env);
  }
  writePart(object, key, value, replaces && machine.depth === 0);
  if (value.taints.length === 0 && value.parts === null) return;
  for (const { origin, path } of owner.taints) {
    const kind = machine.kind[origin];
    const toPath = `${path}/${key}`;
    if (kind === nodeKinds.param)
      emitValue(
        machine,
        value,
        nodeOf(machine, nodeKinds.out, machine.a[origin] as number, machine.b[origin] as string),
        toPath,
      );
    else if (kind === nodeKinds.field || kind === nodeKinds.global || kind === nodeKinds.member)
      emitValue(machine, value, origin, toPath);
  }
}

function rebind(machine: Machine, into: Expression, object: Value, env: Environment): void {
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
  if (
    into.kind === "Attribute" &&
    into.value.kind === "Name" &&
    into.value.id === self &&
    owner !== null
  )
    machine.classes[owner]!.attributes.set(into.attr, object);
}
