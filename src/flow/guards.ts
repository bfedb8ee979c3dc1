import type { Compare, Expression } from "../formats/python/nodes.ts";
import { argumentOf, factsOfCall } from "./arguments.ts";
import { checkedAs, fork, lookUp, type Environment } from "./environment.ts";
import { evaluate, elementOf } from "./expressions.ts";
import { assign } from "./assign.ts";
import { type Machine } from "./machine.ts";
import { everything, maskOf } from "./masks.ts";
import { namesIn } from "./statements.ts";
import { nodeKinds, type GuardUse } from "./summary.ts";
import { allTaints, clean, harmless, withChecked, type Value } from "./value.ts";
import { holds } from "./when.ts";

/** A URL whose host is written out. */
const fixedHost = /^[a-z][a-z+.-]*:\/\/[^/?#\s]+[/?#]/i;

interface Branch {
  /** Which way the condition went. */
  readonly truth: boolean;
  /** The layer of the branch, in which names become harmless. */
  readonly env: Environment;
}

/**
 * What a part of a value says about the whole where that part was found on a list: the host of a
 * URL, the program of a command, but not what else stands in a line for a shell.
 */
const byPart = maskOf([
  "request",
  "path",
  "program",
  "import",
  "html",
  "log",
  "prompt",
  "template",
  "deserialize",
]);

/** Names asked for approval, in words that approve. */
const approving =
  /^(?:builtins\.)?input$|(?:^|[._])(?:confirm|interrupt|ask_yes_no|prompt_yes_no|human_in_the_loop|ask_(?:user|human))(?:$|[._(])|approv|consent/i;
const checking =
  /valid|sanit|safe|allow|check|verif|permit|authori[sz]|whitelist|clean|trusted|is_ok/i;

/** Learns from a condition what is harmless where it holds, or where it does not. */
export function refine(machine: Machine, test: Expression, branch: Branch): void {
  // A name may have been made from itself: `x = x or y`.
  if (machine.budget-- <= 0 || machine.refining >= maxRefining) return;
  machine.refining++;
  learn(machine, test, branch);
  machine.refining--;
}

/** Conditions in one another that are looked into. */
const maxRefining = 12;

function learn(machine: Machine, test: Expression, branch: Branch): void {
  const { truth, env } = branch;
  switch (test.kind) {
    case "UnaryOp":
      if (test.op === "not") refine(machine, test.operand, { truth: !truth, env });
      return;
    case "BoolOp":
      // `a and b` holds where both do; `a or b` fails where both do. Else nothing is certain.
      if ((test.op === "and") === truth)
        for (const value of test.values.slice(0, 20)) refine(machine, value, branch);
      else eitherWay(machine, test.values, branch);
      return;
    case "NamedExpr":
      refine(machine, test.value, branch);
      if (test.value.kind === "Call" && truth) guardCall(machine, test.value, branch);
      return;
    case "Compare":
      compare(machine, test, branch);
      return;
    case "Call":
      guardCall(machine, test, branch);
      return;
    case "Name": {
      // `ok = is_safe(x)` and later `if ok`.
      const made = env.conditions.get(test.id);
      if (made !== undefined && made !== test) refine(machine, made, branch);
      return;
    }
    case "Await":
      refine(machine, test.value, branch);
      return;
    default:
  }
}

/** Of `a or b` that holds, and `a and b` that fails: what is harmless either way. */
function eitherWay(machine: Machine, values: readonly Expression[], { truth, env }: Branch): void {
  if (values.length > 4) return;
  const layers = values.map((value) => {
    const layer = fork(env);
    refine(machine, value, { truth, env: layer });
    return layer;
  });
  const first = layers[0];
  if (first === undefined) return;
  for (const [name, value] of first.names) {
    if (!layers.every((layer) => layer.names.has(name))) continue;
    env.names.set(name, value);
  }
}

function compare(machine: Machine, test: Compare, { truth, env }: Branch): void {
  const op = test.ops[0];
  const right = test.comparators[0];
  if (op === undefined || right === undefined || test.ops.length > 1) return;
  if (op === "in" || op === "not in") {
    if ((op === "in") !== truth) return;
    // `base in path.parents`: the path is below the base.
    if (right.kind === "Attribute" && right.attr === "parents" && right.value.kind === "Name") {
      cleanName({ name: right.value.id, mask: byPart, env });
      return;
    }
    const list = evaluate(machine, right, fork(env));
    if (isList(machine, right, list)) cleanTested(machine, test.left, env);
    return;
  }
  const isEqual = op === "==" || op === "===" || op === "is";
  const isUnequal = op === "!=" || op === "!==" || op === "is not";
  if (!isEqual && !isUnequal) {
    // `pattern.search(x) is not None` is written with the two above; sizes say nothing.
    return;
  }
  const none =
    (right.kind === "Constant" && right.type === "none") ||
    (right.kind === "Name" && right.id === "undefined");
  if (none) {
    refine(machine, test.left, { truth: isEqual !== truth, env });
    return;
  }
  if (approves(machine, test.left, env) || approves(machine, right, env)) {
    if (isEqual === truth) env.approved = true;
    return;
  }
  if (isEqual !== truth) return;
  const other = evaluate(machine, right, fork(env));
  if (allTaints(other).length === 0) cleanTested(machine, test.left, env);
  else if (allTaints(evaluate(machine, test.left, fork(env))).length === 0)
    cleanTested(machine, right, env);
}

/** True for a collection that nobody from outside has put something in; a text is none. */
function isList(machine: Machine, node: Expression, value: Value): boolean {
  // A field or a global name holds a list of the program's own, and so does what a function was
  // given to look at; of a parameter or a result its name has to say so.
  const open = allTaints(value).filter(({ mask, origin }) => {
    const kind = machine.kind[origin];
    const isOwn =
      kind === nodeKinds.field ||
      kind === nodeKinds.global ||
      kind === nodeKinds.member ||
      kind === nodeKinds.given;
    return mask !== everything && !isOwn;
  });
  if (open.length > 0) {
    return /allow|permit|whitelist|valid|known|trusted|safe|supported|registry|choices|options|enabled/i.test(
      lastWord(node),
    );
  }
  if (typeof value.constant === "string") return false;
  return true;
}

function lastWord(node: Expression): string {
  return node.kind === "Attribute" ? node.attr : node.kind === "Name" ? node.id : "";
}

/** What was compared is harmless: a name, or what it is a part or a product of. */
function cleanTested(machine: Machine, node: Expression, env: Environment): void {
  if (node.kind === "Name") {
    cleanName({ name: node.id, mask: everything, env });
    for (const name of env.madeFrom.get(node.id) ?? []) cleanName({ name, mask: byPart, env });
    return;
  }
  if (node.kind === "NamedExpr") {
    cleanTested(machine, node.target, env);
    cleanTested(machine, node.value, env);
    return;
  }
  if (node.kind === "Tuple") {
    for (const element of node.elts) cleanTested(machine, element, env);
    return;
  }
  rememberChecked(machine, { node, mask: everything, env });
  if (node.kind === "Attribute" || node.kind === "Subscript") {
    cleanPart(machine, { node, mask: everything, env });
    // A part says something of the whole only where the whole was taken apart by a call: the host
    // of `urlparse(url)`, but not one field of a record of another.
    for (const name of rootsOf(node, env)) cleanName({ name, mask: byPart, env });
    return;
  }
  const isSame = node.kind === "Call" && sameText(node);
  for (const name of namesIn(node)) {
    cleanName({ name, mask: isSame ? everything : byPart, env });
    for (const from of env.madeFrom.get(name) ?? []) cleanName({ name: from, mask: byPart, env });
  }
}

/** What was taken apart to get at a part: `url` and `parts`, of `parts.hostname` after `parts = urlparse(url)`. */
function rootsOf(node: Expression, env: Environment): readonly string[] {
  // A scheme or a suffix says nothing of where the rest leads.
  if (
    /^(?:scheme|protocol|port|suffix|suffixes|ext|extension|query|fragment|search|hash|type|role|kind|name|id)$/.test(
      lastWord(node),
    )
  )
    return [];
  let base: Expression = node;
  while (base.kind === "Attribute" || base.kind === "Subscript") base = base.value;
  if (base.kind === "Call") return namesIn(base);
  if (base.kind !== "Name") return [];
  const made = env.madeFrom.get(base.id) ?? [];
  return made.length === 0 ? [] : [base.id, ...made];
}

/** The same expression, read again, is what was looked at. */
function rememberChecked(
  machine: Machine,
  {
    node,
    mask,
    env,
  }: { readonly node: Expression; readonly mask: number; readonly env: Environment },
): void {
  if (node.kind !== "Attribute" && node.kind !== "Subscript" && node.kind !== "Call") return;
  if (node.end - node.start > maxChecked) return;
  const text = machine.view.text.slice(node.start, node.end);
  const known = checkedAs(env, text);
  env.checks ??= new Map();
  env.checks.set(text, { mask: (known?.mask ?? 0) | mask, guards: known?.guards ?? [] });
  machine.hasChecks = true;
}

/** Expressions that are longer are not written twice. */
const maxChecked = 120;

/** `x.strip().lower()` is still the whole of x. */
function sameText(call: Extract<Expression, { kind: "Call" }>): boolean {
  let at: Expression = call;
  while (at.kind === "Call" && at.func.kind === "Attribute") {
    if (
      !/^(?:strip|lower|upper|casefold|trim|toLowerCase|toUpperCase|rstrip|lstrip|toString)$/.test(
        at.func.attr,
      )
    )
      return false;
    at = at.func.value;
  }
  return at.kind === "Name";
}

/** The part itself, as it is read again later: `action["tool"]`, `args.command`. */
function cleanPart(
  machine: Machine,
  {
    node,
    mask,
    env,
  }: {
    readonly node: Extract<Expression, { kind: "Attribute" | "Subscript" }>;
    readonly mask: number;
    readonly env: Environment;
  },
): void {
  const base = node.value;
  const key =
    node.kind === "Attribute"
      ? node.attr
      : node.slice.kind === "Constant"
        ? String(node.slice.value)
        : undefined;
  if (key === undefined || base.kind !== "Name") return;
  const value = lookUp(env, base.id);
  if (value === undefined) return;
  const part = evaluate(machine, node, fork(env));
  env.names.set(base.id, withChecked(value, key, harmless(part, mask)));
}

/** Makes what a name holds harmless for some sinks. */
export function cleanName({
  name,
  mask,
  env,
}: {
  readonly name: string;
  readonly mask: number;
  readonly env: Environment;
}): void {
  const value = lookUp(env, name);
  if (value === undefined || (value.taints.length === 0 && value.parts === null)) return;
  env.names.set(name, harmless(value, mask));
}

/**
 * Names of functions that say whether a path is within a folder. How they find out takes more than
 * can be followed (links, drives, several folders), but nobody asks it for anything else.
 */
const containing =
  /^(?:is|are)_?\w*(?:within|inside|under|beneath|contained|allowed|safe)\w*?(?:path|dir|folder|root|workspace|base|sandbox)|^(?:is|are)_?\w*(?:path|file|dir)\w*?(?:within|inside|under|beneath|contained|allowed|safe)|^is_?sub_?(?:path|dir)/i;

const inFolder = maskOf(["path"]);

function guardCall(
  machine: Machine,
  call: Extract<Expression, { kind: "Call" }>,
  branch: Branch,
): void {
  const { truth, env } = branch;
  const known = machine.callOf.get(call);
  if (known === undefined) return;
  const { name } = known;
  if (name === "all" && truth) {
    everyElement(machine, call, env);
    return;
  }
  if ((name === "any" && !truth) || name === "bool") {
    const inner = call.args[0];
    if (name === "bool" && inner !== undefined) refine(machine, inner, branch);
    return;
  }
  if (name === "isinstance" && truth) {
    const [value, type] = call.args;
    if (value !== undefined && type !== undefined && isHarmlessType(machine, type))
      cleanTested(machine, value, env);
    return;
  }
  // What was typed in is no answer to a question: it is compared with one.
  if (name !== "input" && approves(machine, call, env)) {
    if (truth) env.approved = true;
    return;
  }
  if (truth && containing.test(/\w*$/.exec(name)![0]))
    for (const node of call.args.slice(0, 2)) cleanFor(machine, { node, mask: inFolder, env });
  if (truth && (known.method === "startswith" || known.method === "startsWith")) {
    const prefix = call.args[0] === undefined ? clean : evaluate(machine, call.args[0], fork(env));
    const start = typeof prefix.constant === "string" ? prefix.constant : (prefix.prefix ?? "");
    const tested = call.func.kind === "Attribute" ? call.func.value : undefined;
    // Up to the slash after the host nothing of a URL is open any more.
    if (fixedHost.test(start) && tested !== undefined)
      cleanFor(machine, { node: tested, mask: maskOf(["request"]), env });
  }
  // `ALLOWED.includes(x)`, `ALLOWED.has(x)`: the same as `x in ALLOWED`.
  if (
    truth &&
    /^(?:includes|has|contains|__contains__)$/.test(known.method) &&
    call.func.kind === "Attribute"
  ) {
    const [tested] = call.args;
    const list = evaluate(machine, call.func.value, fork(env));
    if (tested !== undefined && isList(machine, call.func.value, list))
      cleanTested(machine, tested, env);
    return;
  }
  const facts = factsOfCall(machine, call, known);
  for (const match of machine.models.call(name)) {
    if (match.role !== "guard" || match.model.throws === true || !truth) continue;
    if (!holds(match.model.when, facts)) continue;
    if (/^starts?[wW]ith$/.test(known.method) && isNoFolder(machine, call, env)) continue;
    const mask = maskOf(match.model.for);
    const tested = argumentOf(call, match.model.argument ?? 0);
    if (tested !== undefined) cleanFor(machine, { node: tested, mask, env });
    return;
  }
  // A function of the project is asked what it has checked; one of somebody else is believed its name.
  const site = machine.callNodes.get(call);
  if (site !== undefined) {
    noteGuard(machine, call, { call: site, when: truth ? "truthy" : "falsy", env: env });
  } else if (truth && checking.test(known.method)) {
    for (const argument of call.args) cleanTested(machine, argument, env);
  }
}

/** `startswith("/read ")` says nothing of a path; `startswith("/srv/data/")` does, and a variable may. */
function isNoFolder(
  machine: Machine,
  call: Extract<Expression, { kind: "Call" }>,
  env: Environment,
): boolean {
  const [prefix] = call.args;
  const constant = prefix === undefined ? undefined : evaluate(machine, prefix, fork(env)).constant;
  return typeof constant === "string" && !/^(?:\/|[A-Za-z]:|\w+:\/\/).*[/\\]$/.test(constant);
}

function cleanFor(
  machine: Machine,
  { node, mask, env }: { node: Expression; mask: number; env: Environment },
): void {
  if (node.kind === "Name") {
    cleanName({ name: node.id, mask, env });
    for (const name of env.madeFrom.get(node.id) ?? [])
      cleanName({ name, mask: mask & byPart, env });
    return;
  }
  rememberChecked(machine, { node, mask, env });
  if (node.kind === "Attribute" || node.kind === "Subscript") {
    cleanPart(machine, { node, mask, env });
    for (const name of rootsOf(node, env)) cleanName({ name, mask: mask & byPart, env });
    return;
  }
  for (const name of namesIn(node)) cleanName({ name, mask: mask & byPart, env });
}

interface CallUse {
  readonly call: number;
  readonly when: "returned" | "truthy" | "falsy";
}

/** Marks what was given to a function with that it depends on what the function checks. */
export function noteGuard(
  machine: Machine,
  call: Extract<Expression, { kind: "Call" }>,
  { env, ...use }: CallUse & { readonly env: Environment },
): void {
  const given = [
    ...call.args.map((node, slot) => [slot, node] as const),
    ...call.keywords.flatMap(({ arg, value }) => (arg === null ? [] : [[arg, value] as const])),
  ];
  for (const [slot, node] of given) {
    if (node.kind === "Attribute" || node.kind === "Subscript") {
      if (node.end - node.start > maxChecked) continue;
      const text = machine.view.text.slice(node.start, node.end);
      const known = checkedAs(env, text);
      env.checks ??= new Map();
      env.checks.set(text, {
        mask: known?.mask ?? 0,
        guards: [...(known?.guards ?? []), { ...use, slot }].slice(-3),
      });
      machine.hasChecks = true;
      continue;
    }
    if (node.kind !== "Name") continue;
    const value = lookUp(env, node.id);
    if (value === undefined || value.taints.length === 0) continue;
    const guard: GuardUse = { ...use, slot };
    const taints = value.taints.map((taint) =>
      taint.guards.length >= 3 ? taint : { ...taint, guards: [...taint.guards, guard] },
    );
    env.names.set(node.id, { ...value, taints });
  }
}

/** `all(c in ALLOWED for c in x)`: what holds for each element holds for the whole. */
function everyElement(
  machine: Machine,
  call: Extract<Expression, { kind: "Call" }>,
  env: Environment,
): void {
  const [each] = call.args;
  if (each?.kind !== "GeneratorExp" && each?.kind !== "ListComp") return;
  const [generator] = each.generators;
  if (generator === undefined || each.generators.length > 1) return;
  const inner = fork(env);
  const values = evaluate(machine, generator.iter, inner);
  assign(machine, {
    target: generator.target,
    value: elementOf(machine, values),
    env: inner,
    place: generator.iter,
  });
  if (generator.target.kind !== "Name") return;
  const before = lookUp(inner, generator.target.id) ?? clean;
  if (before.taints.length === 0) return;
  refine(machine, each.elt, { truth: true, env: inner });
  const after = lookUp(inner, generator.target.id) ?? clean;
  const mask = after.taints.reduce((all, taint) => all & taint.mask, everything);
  if (mask !== 0) cleanFor(machine, { node: generator.iter, mask, env });
}

function isHarmlessType(machine: Machine, type: Expression): boolean {
  if (type.kind === "Tuple") return type.elts.every((element) => isHarmlessType(machine, element));
  return (
    type.kind === "Name" && (machine.enums.has(type.id) || machine.models.isHarmlessType(type.id))
  );
}

/** True where a person is asked. */
function approves(machine: Machine, node: Expression, env: Environment): boolean {
  let at: Expression = node;
  for (let steps = 0; steps < 6; steps++) {
    if (at.kind === "Await") at = at.value;
    else if (at.kind === "Subscript") at = at.value;
    else if (at.kind === "Call") {
      const name = machine.callOf.get(at)?.name ?? "";
      if (approving.test(name)) return true;
      if (at.func.kind !== "Attribute") return false;
      at = at.func.value;
    } else if (at.kind === "Attribute") {
      if (approving.test(at.attr)) return true;
      at = at.value;
    } else if (at.kind === "Name") {
      if (approving.test(at.id)) return true;
      const made = env.conditions.get(at.id);
      if (made === undefined || made === at) return false;
      at = made;
    } else return false;
  }
  return false;
}
