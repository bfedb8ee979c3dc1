import type {
  Assign,
  ClassDef,
  Expression,
  FunctionDef,
  Match,
  Statement,
  Try,
} from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import { assign } from "./assign.ts";
import {
  flattenTo,
  fork,
  lookUp,
  merge,
  openEnvironment,
  type Environment,
} from "./environment.ts";
import { elementOf, evaluate } from "./expressions.ts";
import { finish, isHarmlessAnnotation, registerFunction, taintParameters } from "./functions.ts";
import { cleanName, refine } from "./guards.ts";
import { bindImport, bindImportFrom } from "./imports.ts";
import { importsModule } from "./reads.ts";
import { holds } from "./when.ts";
import {
  addAttribute,
  emitValue,
  fieldNode,
  reach,
  returnNode,
  step,
  type ClassState,
  type Machine,
} from "./machine.ts";
import { everything } from "./masks.ts";
import type { Target } from "./summary.ts";
import { classTarget, decoratedTarget, instanceTarget } from "./targets.ts";
import { allTaints, clean, join, ofNode, ofTarget, readPart, type Value } from "./value.ts";

/** Interprets statements in their order. False where what follows them is never reached. */
export function execute(
  machine: Machine,
  statements: readonly Statement[],
  env: Environment,
): boolean {
  for (const statement of statements) {
    if (machine.budget <= 0) return true;
    if (!run(machine, statement, env)) return false;
  }
  return true;
}

function run(machine: Machine, node: Statement, env: Environment): boolean {
  machine.statement = node;
  machine.budget--;
  switch (node.kind) {
    case "Expr":
      evaluate(machine, node.value, env);
      return true;
    case "Assign": {
      const value = evaluate(machine, node.value, env);
      handOn(machine, node, env);
      for (const target of node.targets) {
        assign(machine, { target, value, env, place: node });
        noteMaker(target, node.value, env);
      }
      return true;
    }
    case "AnnAssign":
      if (node.value !== null) {
        const value = evaluate(machine, node.value, env);
        assign(machine, { target: node.target, value, env, place: node });
        noteMaker(node.target, node.value, env);
      }
      return true;
    case "AugAssign": {
      const before = evaluate(machine, node.target, env);
      const added = evaluate(machine, node.value, env);
      if (node.op === "-=" || node.op === "/=" || node.op === "**=") return true;
      const value =
        before.parts !== null && added.parts !== null
          ? join(before, added)
          : {
              ...join(before, added),
              constant: undefined,
              prefix:
                before.prefix ??
                (typeof before.constant === "string" ? before.constant : undefined),
            };
      assign(machine, { target: node.target, value, env, place: node });
      return true;
    }
    case "Return": {
      const value = node.value === null ? clean : evaluate(machine, node.value, env);
      finish(machine, step(machine, value, { place: node, word: "returned" }), {
        env: env,
        test: node.value ?? undefined,
      });
      returned(machine, node.value, value);
      return false;
    }
    case "Raise":
      if (node.exc !== null) evaluate(machine, node.exc, env);
      return false;
    case "Break":
    case "Continue": {
      const loop = machine.loops.at(-1);
      if (loop !== undefined && loop.exits.length < maxExits) {
        const end = flattenTo(env, loop.floor);
        loop.exits.push(end);
        if (node.kind === "Break") loop.breaks.push(end);
      }
      return false;
    }
    case "If":
      return branch(machine, node, env);
    case "While":
    case "For":
      loop(machine, node, env);
      return true;
    case "With":
      for (const { context, vars } of node.items) {
        const value = evaluate(machine, context, env);
        if (vars !== null) assign(machine, { target: vars, value, env, place: context });
      }
      return execute(machine, node.body, env);
    case "Try":
      return attempt(machine, node, env);
    case "Match":
      return match(machine, node, env);
    case "FunctionDef":
      defineFunction(machine, node, { env: env, owner: null });
      return true;
    case "ClassDef":
      defineClass(machine, node, env);
      return true;
    case "Import":
      bindImport(machine, node, env);
      return true;
    case "ImportFrom":
      bindImportFrom(machine, node, env);
      return true;
    case "Assert":
      evaluate(machine, node.test, env);
      refine(machine, node.test, { truth: true, env });
      return true;
    case "Delete":
      for (const target of node.targets)
        if (target.kind === "Name") env.names.set(target.id, clean);
      return true;
    case "Global":
    case "Nonlocal":
      for (const name of node.names)
        machine.current.outer.set(name, node.kind === "Global" ? "global" : "nonlocal");
      return true;
    default:
      return true;
  }
}

/** `module.exports = { ...require("./other"), run }`: names that other files find in this one. */
function handOn(machine: Machine, node: Assign, env: Environment): void {
  const [target] = node.targets;
  if (machine.language !== "javascript" || node.value.kind !== "Dict") return;
  if (target?.kind !== "Attribute" || target.attr !== "exports") return;
  for (const [index, value] of node.value.values.entries()) {
    const key = node.value.keys[index];
    const given = evaluate(machine, value, env);
    if (key === null && given.target?.kind === "name") machine.stars.push(given.target.name);
    else if (key?.kind === "Constant" && !env.names.has(String(key.value)))
      env.names.set(String(key.value), given);
  }
}

/** States at the ends of a loop that are remembered. */
const maxExits = 16;

/** Remembers which names a name was made from, for guards that look at a part: `host`, of `url`. */
function noteMaker(target: Expression, value: Expression, env: Environment): void {
  if (target.kind === "Tuple" || target.kind === "List") {
    for (const element of target.elts) noteMaker(element, value, env);
    return;
  }
  if (target.kind !== "Name") return;
  const names = madeBy(value, env);
  if (names.length > 0) env.madeFrom.set(target.id, names);
  else env.madeFrom.delete(target.id);
  if (
    value.kind === "Call" ||
    value.kind === "Compare" ||
    value.kind === "BoolOp" ||
    value.kind === "UnaryOp" ||
    value.kind === "Await"
  )
    env.conditions.set(target.id, value);
  else env.conditions.delete(target.id);
}

/** A part of what was taken apart by a call comes of the same names; a field of a record of none. */
function madeBy(value: Expression, env: Environment): readonly string[] {
  let base = value;
  while (base.kind === "Attribute" || base.kind === "Subscript" || base.kind === "Await")
    base = base.value;
  if (base.kind === "Name") return env.madeFrom.get(base.id) ?? [];
  // What a parser takes apart or a path is made of says something of the whole; an answer does not.
  return base.kind !== "Call" || parsing.test(lastName(base.func) ?? "") ? namesIn(value) : [];
}

const parsing =
  /pars|split|url|path|resolve|partition|basename|dirname|normali|lower|upper|strip|trim|realpath|join|decode|quote|host|domain|scheme|extract|tokeni|lex|casefold|str$|String$|list$|set$|tuple$|replace|expanduser|absolute/i;

/** Names that an expression is a part or a product of; none where it is put together from several. */
export function namesIn(value: Expression): readonly string[] {
  const names: string[] = [];
  const pending: Expression[] = [value];
  for (let steps = 0; pending.length > 0 && steps < 40; steps++) {
    const node = pending.pop()!;
    if (node.kind === "Name") names.push(node.id);
    else if (node.kind === "Attribute" || node.kind === "Await" || node.kind === "NamedExpr")
      pending.push(node.value);
    else if (node.kind === "Subscript") pending.push(node.value);
    else if (node.kind === "BoolOp") pending.push(...node.values);
    else if (node.kind === "List" || node.kind === "Tuple") pending.push(...node.elts.slice(0, 8));
    else if (node.kind === "Call") {
      pending.push(...node.args.slice(0, 4));
      if (node.func.kind === "Attribute") pending.push(node.func.value);
    } else if (node.kind === "BinOp" && node.op === "/") pending.push(node.left, node.right);
  }
  return names.slice(0, 6);
}

type If = Extract<Statement, { kind: "If" }>;

/** An `if` with its `elif`s, which may be thousands: they are gone down in a loop. */
function branch(machine: Machine, node: If, env: Environment): boolean {
  const chain: { readonly below: Environment; readonly open: Environment[]; no: Environment }[] =
    [];
  let below = env;
  let rest: readonly Statement[] = [node];
  for (let at = onlyIf(rest); at !== undefined; at = onlyIf(rest)) {
    if (at !== node) {
      machine.statement = at;
      // A name is looked up through as many layers as there were conditions before.
      machine.budget -= 1 + (chain.length >> 3);
      if (machine.budget <= 0) break;
    }
    const test = evaluate(machine, at.test, below);
    const known = test.constant;
    if (known !== undefined && test.taints.length === 0) {
      rest = known ? at.body : at.orelse;
      if (known) break;
      continue;
    }
    machine.depth++;
    const yes = fork(below);
    refine(machine, at.test, { truth: true, env: yes });
    const open = execute(machine, at.body, yes) ? [yes] : [];
    const no = fork(below);
    refine(machine, at.test, { truth: false, env: no });
    chain.push({ below, open, no });
    below = no;
    rest = at.orelse;
  }
  let falls = machine.budget <= 0 || execute(machine, rest, below);
  for (const { below: under, open, no } of chain.reverse()) {
    machine.depth--;
    const all = falls ? [...open, no] : open;
    merge(under, all);
    falls = all.length > 0;
  }
  return falls;
}

/** The `if` that is all there is: an `elif`. */
function onlyIf(statements: readonly Statement[]): If | undefined {
  const [only] = statements;
  return statements.length === 1 && only?.kind === "If" ? only : undefined;
}

function loop(
  machine: Machine,
  node: Extract<Statement, { kind: "While" | "For" }>,
  env: Environment,
): void {
  const exits: Environment[] = [];
  const breaks: Environment[] = [];
  const isFor = node.kind === "For";
  const isEndless = !isFor && node.test.kind === "Constant" && Boolean(node.test.value);
  const values = isFor ? evaluate(machine, node.iter, env) : clean;

  function once(): void {
    const body = fork(env);
    if (isFor)
      assign(machine, {
        target: node.target,
        value: elementOf(machine, values),
        env: body,
        place: node.iter,
      });
    else {
      evaluate(machine, node.test, body);
      refine(machine, node.test, { truth: true, env: body });
    }
    machine.loops.push({ floor: env, exits, breaks });
    const falls = execute(machine, node.body, body);
    machine.loops.pop();
    if (falls) exits.push(body);
  }
  machine.depth++;
  once();
  const carries = exits.some((exit) =>
    [...exit.names.values()].some((value) => value.taints.length > 0),
  );
  if (carries && !machine.again) {
    // What one round left behind is there in the next.
    merge(env, [fork(env), ...exits]);
    machine.again = true;
    once();
    machine.again = false;
  }
  machine.depth--;
  // A loop that never ends by itself is left where something breaks out of it.
  merge(env, isEndless && breaks.length > 0 ? breaks : [fork(env), ...exits]);
  if (!isFor && !isEndless && exits.length <= 1) refine(machine, node.test, { truth: false, env });
  execute(machine, node.orelse, env);
}

function attempt(machine: Machine, node: Try, env: Environment): boolean {
  const body = fork(env);
  machine.depth++;
  const falls = execute(machine, node.body, body) && execute(machine, node.orelse, body);
  const open = falls ? [body] : [];
  for (const handler of node.handlers) {
    // An exception may come at any place of the body.
    const handling = fork(env);
    merge(handling, [fork(handling), flattenTo(body, env)]);
    if (handler.name !== null) handling.names.set(handler.name, caught(machine, handler.type, env));
    if (execute(machine, handler.body, handling)) open.push(handling);
  }
  machine.depth--;
  merge(env, open);
  const ends = execute(machine, node.finalbody, env);
  return (open.length > 0 || (node.handlers.length === 0 && falls)) && ends;
}

/** What an `except` binds: an object of the class that it names. */
function caught(machine: Machine, type: Expression | null, env: Environment): Value {
  if (type === null || type.kind === "Tuple") return clean;
  const { target } = evaluate(machine, type, env);
  return target === null ? clean : ofTarget(instanceTarget(machine, target));
}

function match(machine: Machine, node: Match, env: Environment): boolean {
  const subject = evaluate(machine, node.subject, env);
  const open: Environment[] = [];
  let isTotal = false;
  machine.depth++;
  for (const { pattern, guard, body } of node.cases) {
    const layer = fork(env);
    bindPattern(machine, { pattern, subject, env: layer });
    if (isLiteral(pattern) && node.subject.kind === "Name")
      cleanName({ name: node.subject.id, mask: everything, env: layer });
    if (guard !== null) {
      evaluate(machine, guard, layer);
      refine(machine, guard, { truth: true, env: layer });
    } else if (pattern.kind === "Name") isTotal = true;
    if (execute(machine, body, layer)) open.push(layer);
  }
  machine.depth--;
  if (!isTotal) open.push(fork(env));
  merge(env, open);
  return open.length > 0;
}

function isLiteral(pattern: Expression): boolean {
  if (pattern.kind === "BinOp" && pattern.op === "|")
    return isLiteral(pattern.left) && isLiteral(pattern.right);
  return pattern.kind === "Constant" || pattern.kind === "Attribute";
}

function bindPattern(
  machine: Machine,
  { pattern, subject, env }: { pattern: Expression; subject: Value; env: Environment },
): void {
  switch (pattern.kind) {
    case "Name":
      if (pattern.id !== "_") env.names.set(pattern.id, subject);
      return;
    case "Starred":
      bindPattern(machine, { pattern: pattern.value, subject, env });
      return;
    case "List":
    case "Tuple":
      for (const [index, element] of pattern.elts.entries())
        bindPattern(machine, {
          pattern: element,
          subject: readPart(subject, String(index), machine.isWhole),
          env,
        });
      return;
    case "Dict":
      for (const [index, value] of pattern.values.entries()) {
        const key = pattern.keys[index];
        const name = key?.kind === "Constant" ? String(key.value) : "*";
        bindPattern(machine, {
          pattern: value,
          subject: readPart(subject, name, machine.isWhole),
          env,
        });
      }
      return;
    case "Call":
      for (const argument of pattern.args)
        bindPattern(machine, { pattern: argument, subject, env });
      for (const { arg, value } of pattern.keywords)
        bindPattern(machine, {
          pattern: value,
          subject: readPart(subject, arg ?? "*", machine.isWhole),
          env,
        });
      return;
    case "NamedExpr":
      bindPattern(machine, { pattern: pattern.value, subject, env });
      bindPattern(machine, { pattern: pattern.target, subject, env });
      return;
    default:
  }
}

function defineFunction(
  machine: Machine,
  node: FunctionDef,
  { env, owner }: { readonly env: Environment; readonly owner: ClassState | null },
): void {
  const prefix =
    owner !== null
      ? `${owner.name}.`
      : machine.current.index === 0
        ? ""
        : `${machine.current.name}.`;
  const value = registerFunction(machine, node, {
    env,
    name: prefix + node.name,
    owner: owner?.index ?? null,
  });
  let decorated: Value = value;
  for (const decorator of node.decorators.toReversed()) {
    const { target } = evaluate(machine, decorator, env);
    if (target !== null && decorated.target !== null)
      decorated = decorate(machine, { decorator, by: target, of: decorated.target });
  }
  if (owner === null) {
    env.names.set(node.name, decorated);
    return;
  }
  if (value.target?.kind !== "function") return;
  const { index } = value.target;
  for (const decorator of node.decorators) {
    if (decorator.kind === "Attribute" && decorator.attr === "setter") {
      owner.setters.set(node.name, index);
      return;
    }
    if (decorator.kind === "Name" && /(?:^|_)property$/.test(decorator.id)) {
      owner.properties.set(node.name, index);
      // Whoever reads the attribute reads what the function gives back.
      const given = returnNode(machine, index);
      emitValue(machine, ofNode(given), fieldNode(machine, owner.index, node.name));
      return;
    }
    const called = decorator.kind === "Call" ? decorator : null;
    const name = called === null ? "" : (lastName(called.func) ?? "");
    if (called !== null && /^(?:field_validator|validator|validates)$/.test(name))
      for (const argument of called.args)
        if (argument.kind === "Constant" && typeof argument.value === "string")
          owner.validators.set(argument.value, index);
  }
  if (!owner.methods.has(node.name)) owner.methods.set(node.name, value.target.index);
}

/** What a decorator of the project makes of a function; others leave it as it is. */
function decorate(
  machine: Machine,
  {
    decorator,
    by,
    of,
  }: { readonly decorator: Expression; readonly by: Target; readonly of: Target },
): Value {
  const isOurs =
    by.kind === "function" ||
    (by.kind === "name" && machine.isOurs(by.name)) ||
    (by.kind === "instance" && by.of.kind !== "class");
  if (!isOurs || (by.kind === "instance" && by.of.kind === "name" && !machine.isOurs(by.of.name)))
    return ofTarget(of);
  const { start, end } = decorator;
  machine.calls.push({ target: by, start, end, within: machine.current.index, given: [[0, of]] });
  return ofTarget(decoratedTarget(machine, of, by));
}

function lastName(node: Expression): string | undefined {
  return node.kind === "Attribute" ? node.attr : node.kind === "Name" ? node.id : undefined;
}

const enumBase = /(?:^|\.)(?:Enum|IntEnum|StrEnum|Flag)$/;

function defineClass(machine: Machine, node: ClassDef, env: Environment): void {
  let index = machine.classOf.get(node);
  if (index !== undefined) {
    env.names.set(node.name, ofTarget(classTarget(machine, index)));
    return;
  }
  index = machine.classes.length;
  const state: ClassState = {
    index,
    name: node.name,
    bases: [],
    methods: new Map(),
    properties: new Map(),
    setters: new Map(),
    validators: new Map(),
    checked: new Map(),
    fields: [],
    attributes: new Map(),
    reads: new Map(),
    harmless: new Set(),
  };
  machine.classes.push(state);
  machine.classOf.set(node, index);
  const names: string[] = [];
  for (const base of node.bases) {
    const { target } = evaluate(machine, base, env);
    if (target !== null) state.bases.push(target);
    names.push(qualifiedName(base, machine.view.scopeOf(base)));
    if (target?.kind === "class")
      for (const name of machine.classes[target.index]!.harmless) state.harmless.add(name);
  }
  if (names.some((name) => enumBase.test(name))) machine.enums.add(node.name);
  env.names.set(node.name, ofTarget(classTarget(machine, index)));
  const body = openEnvironment(env);
  for (const statement of node.body) classStatement(machine, { statement, state, env: body });
  for (const [name, method] of state.methods) {
    for (const base of names) {
      for (const model of machine.models.method(base, name))
        taintParameters(machine, machine.functions[method]!, model);
    }
  }
}

function classStatement(
  machine: Machine,
  { statement, state, env }: { statement: Statement; state: ClassState; env: Environment },
): void {
  machine.statement = statement;
  if (statement.kind === "FunctionDef") {
    defineFunction(machine, statement, { env: env, owner: state });
    return;
  }
  if (statement.kind === "AnnAssign" && statement.target.kind === "Name") {
    const { id } = statement.target;
    state.fields.push(id);
    if (isHarmlessAnnotation(machine, statement.annotation) || hasPattern(statement.value))
      state.harmless.add(id);
  }
  run(machine, statement, env);
  const targets =
    statement.kind === "Assign"
      ? statement.targets
      : statement.kind === "AnnAssign"
        ? [statement.target]
        : [];
  for (const target of targets) {
    if (target.kind !== "Name") continue;
    const value = lookUp(env, target.id) ?? clean;
    addAttribute(state, target.id, value);
    emitValue(machine, value, fieldNode(machine, state.index, target.id));
  }
}

/** `Field(pattern=…)`: only what fits is taken. */
function hasPattern(value: Expression | null): boolean {
  return (
    value?.kind === "Call" && value.keywords.some(({ arg }) => arg === "pattern" || arg === "regex")
  );
}

/** What a function returns does something where a framework takes it: it becomes the page. */
function returned(machine: Machine, node: Expression | null, value: Value): void {
  const { definition, returnSinks } = machine.current;
  if (node === null || returnSinks.length === 0 || allTaints(value).length === 0) return;
  for (const { model, decorator } of returnSinks) {
    const keywords = decorator.kind === "Call" ? decorator.keywords : [];
    const isSo = holds(model.when, {
      name: definition,
      argument: (reference) => {
        if (reference === 0) return { isContainer: node.kind === "Dict" || node.kind === "List" };
        const keyword = keywords.find(({ arg }) => arg === reference)?.value;
        return keyword === undefined
          ? undefined
          : { text: qualifiedName(keyword, machine.view.scopeOf(keyword)) };
      },
      imports: (prefix) => importsModule(machine, prefix),
    });
    if (!isSo) continue;
    const { kind, label = "what is returned" } = model;
    reach(machine, allTaints(value), { kind, label, start: node.start, end: node.end });
  }
}
