import type { Comprehension, DictComp, Expression, NamedExpr } from "../formats/python/nodes.ts";
import { evaluateCall, functionsIn } from "./calls.ts";
import { assign } from "./assign.ts";
import { checkedAs, fork, lookUp, type Environment } from "./environment.ts";
import { registerFunction, taintParameters } from "./functions.ts";
import type { SourceModel } from "./model.ts";
import { refine } from "./guards.ts";
import { starValue } from "./imports.ts";
import {
  emitValue,
  fieldNode,
  globalNode,
  memberNode,
  reach,
  returnNode,
  step,
  type Machine,
} from "./machine.ts";
import { bitOf, everything } from "./masks.ts";
import { importsModule, itemSource, keySource, readSource, readSanitizer } from "./reads.ts";
import type { GuardUse, Target } from "./summary.ts";
import { holds, type CallFacts } from "./when.ts";
import { classTarget, instanceTarget, memberTarget, nameTarget } from "./targets.ts";
import {
  allTaints,
  clean,
  constantOf,
  element,
  harmless,
  join,
  joinTaints,
  ofNode,
  ofParts,
  ofTaints,
  partName,
  readPart,
  restOf,
  writePart,
  type Taint,
  type Value,
} from "./value.ts";

/** Elements of a display that are told apart. */
const maxElements = 64;

/** Expressions in one another that are followed; a chain of calls may be thousands long. */
const maxNesting = 250;

/** What an expression stands for where it stands. */
export function evaluate(machine: Machine, node: Expression, env: Environment): Value {
  if (machine.budget-- <= 0 || machine.nesting >= maxNesting) return clean;
  machine.nesting++;
  const value = valueOf(machine, node, env);
  machine.nesting--;
  if (!machine.hasChecks || value.taints.length === 0) return value;
  if (node.kind !== "Attribute" && node.kind !== "Subscript" && node.kind !== "Call") return value;
  const checked = checkedAs(env, machine.view.text.slice(node.start, node.end));
  if (checked === undefined) return value;
  const guarded = checked.guards.length === 0 ? value : withGuards(value, checked.guards);
  return checked.mask === 0 ? guarded : harmless(guarded, checked.mask);
}

function withGuards(value: Value, guards: readonly GuardUse[]): Value {
  const taints = value.taints.map((taint) => ({
    ...taint,
    guards: [...taint.guards, ...guards].slice(0, 4),
  }));
  return { ...value, taints };
}

function valueOf(machine: Machine, node: Expression, env: Environment): Value {
  switch (node.kind) {
    case "Constant":
      return node.type === "bytes" || node.type === "complex" || node.type === "ellipsis"
        ? clean
        : constantOf(node.value);
    case "Name":
      return nameValue(machine, node, env);
    case "Attribute":
      return attributeValue(machine, node, { owner: evaluate(machine, node.value, env) });
    case "Call":
      return evaluateCall(machine, node, env);
    case "JoinedStr":
      return joinedString(machine, node, env);
    case "FormattedValue":
      return textOf(evaluate(machine, node.value, env));
    case "BinOp":
      return binary(machine, node, env);
    case "BoolOp":
      return choice(machine, node, env);
    case "IfExp":
      return conditional(machine, node, env);
    case "Dict":
      return dictionary(machine, node, env);
    case "List":
    case "Tuple":
    case "Set":
      return sequence(machine, node, env);
    case "Subscript":
      return item(machine, node, env);
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
    case "DictComp":
      return comprehension(machine, node, env);
    case "Await":
    case "Starred":
      return evaluate(machine, node.value, env);
    case "NamedExpr":
      return walrus(machine, node, env);
    case "Compare":
      evaluate(machine, node.left, env);
      for (const other of node.comparators) evaluate(machine, other, env);
      return clean;
    case "UnaryOp": {
      const value = evaluate(machine, node.operand, env);
      if (node.op === "not" && value.constant !== undefined) return constantOf(!value.constant);
      return node.op === "not" ? clean : value;
    }
    case "Lambda":
      return registerFunction(machine, node, { env, name: "lambda", owner: null });
    case "Yield":
    case "YieldFrom": {
      if (node.value === null) return clean;
      const value = evaluate(machine, node.value, env);
      const given = node.kind === "Yield" ? ofParts(new Map([["*", value]])) : value;
      emitValue(machine, given, returnNode(machine, machine.current.index));
      return clean;
    }
    case "Slice":
      return clean;
    default:
      node satisfies never;
      return clean;
  }
}

function nameValue(
  machine: Machine,
  node: Extract<Expression, { kind: "Name" }>,
  env: Environment,
): Value {
  const known = lookUp(env, node.id);
  if (
    known === undefined &&
    machine.language === "javascript" &&
    /^(?:globalThis|window|global)$/.test(node.id)
  )
    return { ...clean, target: nameTarget(machine, "globalThis") };
  // A variable is what was put into it, however that came in.
  const isImported = known === undefined || known.target?.kind === "name";
  const source = isImported ? readSource(machine, node, node.id) : undefined;
  if (source !== undefined) return source;
  if (known === undefined) return starValue(machine, node.id) ?? clean;
  if (known.parts === null || machine.current.index === 0 || !isModuleName(env, node.id))
    return known;
  // What other functions put into a container of the module is in it as well.
  const shared = ofNode(globalNode(machine, node.id));
  return { ...known, taints: joinTaints(known.taints, shared.taints) };
}

/** True for a name that only the module binds. */
function isModuleName(env: Environment, name: string): boolean {
  for (let layer: Environment | null = env; layer !== null; layer = layer.parent)
    if (layer.names.has(name)) return layer.parent === null;
  return false;
}

/** An attribute of what is known of its owner. */
export function attributeValue(
  machine: Machine,
  node: Extract<Expression, { kind: "Attribute" }>,
  { owner, isCalled = false }: { readonly owner: Value; readonly isCalled?: boolean },
): Value {
  const { attr } = node;
  const source =
    machine.language === "javascript"
      ? (keySource(machine, node) ?? readSource(machine, node, attr))
      : readSource(machine, node, attr);
  if (source !== undefined) return source;
  const isEmpty = owner.taints.length === 0 && owner.parts === null;
  const mask = isEmpty ? 0 : readSanitizer(machine, node);
  if (mask === everything) return { ...clean, target: memberOf(machine, owner, attr) };
  if (mask !== 0) return harmless(readPart(owner, partName(attr), machine.isWhole), mask);
  const { self, owner: classIndex } = machine.current;
  if (classIndex !== null && node.value.kind === "Name" && node.value.id === self)
    return selfAttribute(machine, classIndex, attr);
  const { target } = owner;
  if (target !== null && target.kind === "instance" && target.of.kind === "class") {
    const state = machine.classes[target.of.index]!;
    if (!state.methods.has(attr)) {
      const field = selfAttribute(machine, state.index, attr);
      const own =
        owner.taints.length === 0 && owner.parts === null
          ? clean
          : readPart(owner, attr, machine.isWhole);
      if (state.harmless.has(attr)) return clean;
      return asField(own === clean ? field : join(own, field), target, attr);
    }
  }
  const part =
    owner === clean
      ? clean
      : asField(readPart(owner, partName(attr), machine.isWhole), target, attr);
  if (part.target !== null || target === null) return part;
  const member = memberOf(machine, owner, attr);
  if (!isCalled && member !== null && isOfOthers(machine, target)) {
    // An attribute of an object of another file: what was put into it there.
    const origin = memberNode(machine, target, attr);
    const kept = asField(ofNode(origin), target, attr);
    return { ...part, taints: joinTaints(part.taints, kept.taints), target: member };
  }
  return { ...part, target: member };
}

/** True for an object that another file of the project made, or a class of it. */
function isOfOthers(machine: Machine, target: Target): boolean {
  if (target.kind === "name") return machine.isOurs(target.name);
  return (
    (target.kind === "instance" || target.kind === "member") &&
    (target.of.kind === "function" || isOfOthers(machine, target.of))
  );
}

/** A field of an object whose class may refuse harmful values. */
function asField(value: Value, of: Value["target"], field: string): Value {
  if (value.taints.length === 0 || of === null || of.kind !== "instance") return value;
  const guard = { of: of.of, field };
  return {
    ...value,
    taints: value.taints.map((taint) =>
      taint.guards.length >= 3 ? taint : { ...taint, guards: [...taint.guards, guard] },
    ),
  };
}

function memberOf(machine: Machine, { target }: Value, name: string): Value["target"] {
  return target === null ? null : memberTarget(machine, target, name);
}

function selfAttribute(machine: Machine, index: number, name: string): Value {
  const { reads } = machine.classes[index]!;
  let value = reads.get(name);
  if (value === undefined) {
    value = attributeOf(machine, index, name);
    reads.set(name, value);
  }
  return value;
}

function attributeOf(machine: Machine, index: number, name: string): Value {
  const state = machine.classes[index]!;
  const known = state.attributes.get(name);
  if (state.harmless.has(name)) return clean;
  const method = state.methods.get(name);
  const instance = instanceTarget(machine, classTarget(machine, index));
  // A class that derives from this one may have a method of its own under the name.
  if (method !== undefined) return { ...clean, target: memberTarget(machine, instance, name) };
  const origin = ofNode(fieldNode(machine, index, name));
  const member = memberTarget(machine, instance, name);
  if (known === undefined) return { ...origin, target: member };
  return {
    ...known,
    taints: joinTaints(origin.taints, known.taints),
    constant: undefined,
    target: known.target ?? member,
  };
}

/** The text of a value: its parts become one. */
function textOf(value: Value): Value {
  if (value.parts === null) return value;
  return ofTaints(allTaints(value));
}

function belowHost(taint: Taint): Taint {
  return { ...taint, mask: taint.mask | bitOf("request") };
}

function joinedString(
  machine: Machine,
  node: Extract<Expression, { kind: "JoinedStr" }>,
  env: Environment,
): Value {
  let taints: readonly Taint[] = [];
  let constant: string | undefined = "";
  let prefix = "";
  let isBelow = false;
  for (const [index, part] of node.values.entries()) {
    const value =
      part.kind === "Constant" ? constantOf(part.value) : evaluate(machine, part.value, env);
    if (part.kind === "FormattedValue" && part.spec !== null) evaluate(machine, part.spec, env);
    if (
      constant !== undefined &&
      value.constant !== undefined &&
      constant.length + String(value.constant).length <= longestText
    ) {
      constant += String(value.constant);
      prefix = constant;
    } else {
      if (constant !== undefined && value.prefix !== undefined)
        prefix = `${prefix}${value.prefix}`.slice(0, longestText);
      constant = undefined;
    }
    if (value.taints.length > 0 || value.parts !== null) {
      const own = allTaints(value);
      taints = joinTaints(taints, isBelow ? own.map(belowHost) : own);
    }
    // `f"{base}/users/{id}"`: what stands first says where a request goes.
    isBelow ||=
      index > 0 &&
      part.kind === "Constant" &&
      node.values[0]?.kind === "FormattedValue" &&
      /(?:^|[^:/])\/(?!\/)/.test(String(part.value));
  }
  if (taints.length === 0)
    return constant === undefined ? { ...clean, prefix } : constantOf(constant);
  return { ...step(machine, ofTaints(taints), { place: node, word: "put in" }), prefix };
}

function binary(
  machine: Machine,
  node: Extract<Expression, { kind: "BinOp" }>,
  env: Environment,
): Value {
  // Chains of `+` may be thousands long: they are gone down in a loop.
  const rights: Expression[] = [];
  let left: Expression = node;
  while (left.kind === "BinOp") {
    rights.push(left.right);
    left = left.left;
  }
  let value = evaluate(machine, left, env);
  const ops = opsOf(node);
  for (let index = rights.length - 1; index >= 0; index--) {
    const right = evaluate(machine, rights[index]!, env);
    value = combine(value, right, ops[index]!);
  }
  return value.taints.length === 0 ? value : step(machine, value, { place: node, word: "put in" });
}

function opsOf(node: Extract<Expression, { kind: "BinOp" }>): string[] {
  const ops: string[] = [];
  for (let at: Expression = node; at.kind === "BinOp"; at = at.left) ops.push(at.op);
  return ops;
}

/** Texts that are put together and kept, in UTF-16 code units. */
const longestText = 4_000;

function combine(left: Value, right: Value, op: string): Value {
  if (op === "+" && typeof left.constant === "string" && typeof right.constant === "string") {
    // `a = a + a` a hundred times is longer than any text can be.
    const isShort = left.constant.length + right.constant.length <= longestText;
    return isShort ? constantOf(left.constant + right.constant) : clean;
  }
  if (op === "+" && left.parts !== null && right.parts !== null) return join(left, right);
  if (op === "*" || op === "-" || op === "**" || op === "//") {
    if (op !== "*") return clean;
  }
  const taints = joinTaints(allTaints(left), allTaints(right));
  const prefix =
    typeof left.constant === "string"
      ? `${left.constant}${right.prefix ?? ""}`.slice(0, longestText)
      : left.prefix;
  const template =
    op === "%" && typeof left.constant === "string" ? left.constant.split("%", 1)[0] : undefined;
  const parts = left.parts ?? right.parts;
  if (taints.length === 0 && prefix === undefined && parts === null)
    return left.target === null ? clean : { ...clean, target: left.target };
  return {
    ...ofTaints(taints),
    parts: op === "%" ? null : parts,
    prefix: template ?? prefix,
    // `prompt | model`: what is asked of the chain is asked of its last link.
    target: op === "|" ? (right.target ?? left.target) : null,
  };
}

function choice(
  machine: Machine,
  node: Extract<Expression, { kind: "BoolOp" }>,
  env: Environment,
): Value {
  let value: Value | undefined;
  const branch = fork(env);
  for (const [index, operand] of node.values.entries()) {
    const one = evaluate(machine, operand, branch);
    if (index < node.values.length - 1)
      refine(machine, operand, { truth: node.op === "and", env: branch });
    // `a and b` is b, or an a that is false; `a or b` is an a that is true, or b.
    if (node.op === "and" && index < node.values.length - 1) continue;
    value = value === undefined ? one : join(value, one);
  }
  return value ?? clean;
}

function conditional(
  machine: Machine,
  node: Extract<Expression, { kind: "IfExp" }>,
  env: Environment,
): Value {
  const test = evaluate(machine, node.test, env);
  const isKnown = test.constant !== undefined && test.taints.length === 0;
  const yes = fork(env);
  refine(machine, node.test, { truth: true, env: yes });
  const no = fork(env);
  refine(machine, node.test, { truth: false, env: no });
  if (isKnown)
    return evaluate(machine, test.constant ? node.body : node.orelse, test.constant ? yes : no);
  return join(evaluate(machine, node.body, yes), evaluate(machine, node.orelse, no));
}

function dictionary(
  machine: Machine,
  node: Extract<Expression, { kind: "Dict" }>,
  env: Environment,
): Value {
  const parts = new Map<string, Value>();
  let taints: readonly Taint[] = [];
  const target = null;
  for (let index = 0; index < node.values.length; index++) {
    const key = node.keys[index];
    const value = evaluate(machine, node.values[index]!, env);
    if (key === null || key === undefined) {
      taints = joinTaints(taints, value.taints);
      for (const [name, part] of value.parts ?? []) parts.set(name, part);
      continue;
    }
    const name = evaluate(machine, key, env).constant;
    if (name === undefined || name === null || index > 4 * maxElements)
      writePart({ ...clean, parts }, "*", { part: value, replaces: false });
    else parts.set(partName(String(name)), value);
  }
  const role = parts.get("role")?.constant;
  const content = parts.get("content");
  if (content !== undefined && (role === "system" || role === "developer"))
    reach(machine, allTaints(content), {
      kind: "system-prompt",
      label: `a ${role} message`,
      ...spanOfValue(node, "content"),
    });
  const description = parts.get("description");
  if (
    description !== undefined &&
    parts.has("name") &&
    (parts.has("parameters") || parts.has("input_schema") || parts.has("inputSchema"))
  )
    reach(machine, allTaints(description), {
      kind: "tool-description",
      label: "the description of a tool",
      ...spanOfValue(node, "description"),
    });
  toolFunctions(machine, parts);
  for (const [name, part] of parts) {
    for (const sink of machine.models.key(name))
      if (holds(sink.when, keyFacts(machine, node, parts)))
        reach(machine, allTaints(part), {
          kind: sink.kind,
          label: sink.label ?? name,
          ...spanOfValue(node, name),
        });
  }
  return { ...clean, taints, parts, target };
}

const toolBodies = ["execute", "function", "handler", "func", "run", "invoke", "callback"];

/** A tool that is written out: what its function is given was chosen by a model. */
function toolFunctions(machine: Machine, parts: ReadonlyMap<string, Value>): void {
  if (!parts.has("parameters") && !parts.has("inputSchema") && !parts.has("input_schema")) return;
  for (const name of toolBodies) {
    const part = parts.get(name);
    for (const index of part === undefined ? [] : functionsIn(machine, part))
      taintParameters(machine, machine.functions[index]!, toolCall);
  }
}

const toolCall: SourceModel = {
  kind: "tool-input",
  parameters: { only: [0] },
  label: "what a model chose to call the tool with",
};

/** The other keys of an object, as the keywords of a call. */
function keyFacts(
  machine: Machine,
  node: Expression,
  parts: ReadonlyMap<string, Value>,
): CallFacts {
  void node;
  return {
    name: "",
    argument: (reference) => {
      if (typeof reference === "number") return undefined;
      const part = parts.get(typeof reference === "string" ? reference : reference[1]);
      if (part === undefined) return undefined;
      const { constant } = part;
      return {
        ...(constant === undefined ? {} : { constant, text: String(constant) }),
        isContainer: part.parts !== null,
      };
    },
    imports: (prefix) => importsModule(machine, prefix),
  };
}

function spanOfValue(
  node: Extract<Expression, { kind: "Dict" }>,
  name: string,
): { start: number; end: number } {
  const index = node.keys.findIndex((key) => key?.kind === "Constant" && key.value === name);
  const { start, end } = node.values[index] ?? node;
  return { start, end };
}

function sequence(
  machine: Machine,
  node: Extract<Expression, { kind: "List" | "Tuple" | "Set" }>,
  env: Environment,
): Value {
  const parts = new Map<string, Value>();
  let taints: readonly Taint[] = [];
  let isExact = true;
  for (const [index, element] of node.elts.entries()) {
    const value = evaluate(machine, element, env);
    if (element.kind === "Starred") {
      isExact = false;
      taints = joinTaints(taints, value.taints);
      for (const part of value.parts?.values() ?? [])
        writePart({ ...clean, parts }, "*", { part: part, replaces: false });
    } else if (isExact && index < maxElements) parts.set(String(index), value);
    else writePart({ ...clean, parts }, "*", { part: value, replaces: false });
  }
  if (node.kind === "Tuple" && node.elts.length === 2) {
    const role = parts.get("0")?.constant;
    const content = parts.get("1");
    if (
      (role === "system" || role === "developer") &&
      content !== undefined &&
      machine.language === "python"
    )
      reach(machine, allTaints(content), {
        kind: "system-prompt",
        label: `a ${role} message`,
        start: node.elts[1]!.start,
        end: node.elts[1]!.end,
      });
  }
  return { ...clean, taints, parts };
}

const namespaces = new Set(["globals", "locals", "vars"]);

function item(
  machine: Machine,
  node: Extract<Expression, { kind: "Subscript" }>,
  env: Environment,
): Value {
  const owner = evaluate(machine, node.value, env);
  const key = evaluate(machine, node.slice, env);
  const source = itemSource(machine, node, key.constant);
  if (source !== undefined) return source;
  if (
    node.value.kind === "Call" &&
    node.value.func.kind === "Name" &&
    namespaces.has(node.value.func.id)
  )
    reach(machine, allTaints(key), {
      kind: "import",
      label: `${node.value.func.id}()`,
      start: node.slice.start,
      end: node.slice.end,
    });
  const { self, owner: classIndex } = machine.current;
  const isSelf = classIndex !== null && node.value.kind === "Name" && node.value.id === self;
  if (isSelf || isNamespace(machine, node.value, owner))
    reach(machine, allTaints(key), {
      kind: "import",
      label: "a member of a module by its name",
      start: node.slice.start,
      end: node.slice.end,
    });
  // What is looked up by a value is not that value: a table of what may be done is a list of what is allowed.
  if (owner === clean) return clean;
  if (node.slice.kind === "Slice") {
    const { lower, step: by } = node.slice;
    const from = lower?.kind === "Constant" && by === null ? lower.value : 0;
    const isCount = typeof from === "number" && from > 0 && Number.isInteger(from);
    return { ...restOf(owner, isCount ? from : 0), constant: undefined, prefix: undefined };
  }
  const name = key.constant;
  const part = readPart(
    owner,
    name === undefined || name === null ? "*" : partName(String(name)),
    machine.isWhole,
  );
  return part.target === null && owner.target !== null && part.parts === null
    ? { ...part, target: elementTarget(machine, owner.target) }
    : part;
}

/** `globalThis`, or everything that a module exports. */
function isNamespace(machine: Machine, node: Expression, owner: Value): boolean {
  if (machine.language !== "javascript") return false;
  const { target } = owner;
  if (target?.kind !== "name") return false;
  if (target.name === "globalThis") return true;
  return node.kind === "Name" && machine.namespaces.has(node.id);
}

function elementTarget(machine: Machine, target: NonNullable<Value["target"]>): Value["target"] {
  return target.kind === "name" ? nameTarget(machine, `${target.name}[]`) : null;
}

function comprehension(machine: Machine, node: Comprehension | DictComp, env: Environment): Value {
  const inner = fork(env);
  for (const { target, iter, ifs } of node.generators) {
    const values = evaluate(machine, iter, inner);
    assign(machine, { target, value: elementOf(machine, values), env: inner, place: iter });
    for (const test of ifs) {
      evaluate(machine, test, inner);
      refine(machine, test, { truth: true, env: inner });
    }
  }
  if (node.kind === "DictComp") {
    const key = evaluate(machine, node.key, inner);
    const value = evaluate(machine, node.value, inner);
    return { ...clean, taints: key.taints, parts: new Map([["*", value]]) };
  }
  return ofParts(new Map([["*", evaluate(machine, node.elt, inner)]]));
}

/** What a loop over a value gives, one at a time. */
export function elementOf(machine: Machine, value: Value): Value {
  if (value === clean) return clean;
  const one = readPart({ ...value, constant: undefined }, element, machine.isWhole);
  if (one.target === null && value.target?.kind === "name")
    return { ...one, target: nameTarget(machine, `${value.target.name}[]`) };
  return one;
}

function walrus(machine: Machine, node: NamedExpr, env: Environment): Value {
  const value = evaluate(machine, node.value, env);
  assign(machine, { target: node.target, value, env, place: node });
  return value;
}
