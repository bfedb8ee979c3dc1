import type { Arguments, Expression, FunctionDef, Lambda } from "../formats/python/nodes.ts";
import { qualifiedName } from "../formats/python/resolve.ts";
import { fork, lookUp, openEnvironment, type Environment } from "./environment.ts";
import { evaluate } from "./expressions.ts";
import {
  emitValue,
  paramNode,
  resultNode,
  returnNode,
  sourceNode,
  type FunctionState,
  type Machine,
} from "./machine.ts";
import { sourceKinds, type SourceModel } from "./model.ts";
import { refine } from "./guards.ts";
import { importsModule } from "./reads.ts";
import { execute } from "./statements.ts";
import type { Target } from "./summary.ts";
import { anyTarget, classTarget, functionTarget, instanceTarget, paramTarget } from "./targets.ts";
import { clean, joinTaints, ofNode, ofTarget, type Value } from "./value.ts";
import { fitsOne } from "./pattern.ts";
import { holds } from "./when.ts";

/** Where a function is written. */
interface Setting {
  readonly env: Environment;
  readonly name: string;
  /** The class that it is a method of. */
  readonly owner: number | null;
}

interface Signature {
  readonly params: readonly string[];
  readonly positional: number;
  readonly rest: string | undefined;
  readonly keywords: string | undefined;
  readonly self: string | undefined;
}

function signatureOf(args: Arguments, isBound: boolean): Signature {
  const positional = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const self = isBound ? positional.shift() : undefined;
  return {
    params: [...positional, ...args.kwonlyargs.map(({ arg }) => arg)],
    positional: positional.length,
    rest: args.vararg?.arg,
    keywords: args.kwarg?.arg,
    self,
  };
}

function isStatic(node: FunctionDef | Lambda): boolean {
  return (
    node.kind === "FunctionDef" &&
    node.decorators.some(
      (decorator) => decorator.kind === "Name" && decorator.id === "staticmethod",
    )
  );
}

/** Of a longer function only the beginning is looked at. */
const longestBody = 10_000;

/** By its text, which costs nothing beside a walk; a word in a comment does no harm. */
function raises(machine: Machine, { start, end }: FunctionDef): boolean {
  const { text } = machine.view;
  const body = text.slice(start, Math.min(end, start + longestBody));
  const word = machine.language === "javascript" ? "throw" : "raise";
  return body.includes(word) || body.includes("assert");
}

/** Takes a function in; its body is interpreted when what stands around it has been. */
export function registerFunction(
  machine: Machine,
  node: FunctionDef | Lambda,
  { env, name, owner }: Setting,
): Value {
  const known = machine.functionOf.get(node);
  if (known !== undefined) return ofTarget(functionTarget(machine, known));
  const signature = signatureOf(node.args, owner !== null && !isStatic(node));
  const outer = machine.current;
  const state: FunctionState = {
    index: machine.functions.length,
    name,
    node,
    params: signature.params,
    positional: signature.positional,
    rest: signature.rest,
    keywords: signature.keywords,
    // A function that is written in a method sees the method's `self`.
    owner: owner ?? (outer.owner !== null && signature.self === undefined ? outer.owner : null),
    closure: env,
    self: signature.self ?? (owner === null ? outer.self : undefined),
    returns: null,
    raises: node.kind === "FunctionDef" && raises(machine, node),
    returnSinks: [],
    definition: name,
    guards: {},
    outer: new Map(),
  };
  machine.functions.push(state);
  machine.functionOf.set(node, state.index);
  machine.queue.push(state);
  for (const value of [...node.args.defaults, ...node.args.kwDefaults])
    if (value !== null) evaluate(machine, value, env);
  if (node.kind === "FunctionDef") parameterSources(machine, node, state);
  return ofTarget(functionTarget(machine, state.index));
}

/** Decorators and names by which a framework finds a function and fills its parameters. */
function parameterSources(machine: Machine, node: FunctionDef, state: FunctionState): void {
  for (const decorator of node.decorators) {
    const called = decorator.kind === "Call" ? decorator.func : decorator;
    const name = qualifiedName(called, machine.view.scopeOf(called));
    for (const model of machine.models.decorator(name))
      if (holdsFor(machine, model, name)) taintParameters(machine, state, model);
    for (const model of machine.models.returned(name)) state.returnSinks.push({ model, decorator });
  }
  if (machine.current.index === 0 && state.owner === null) {
    for (const model of machine.models.named(node.name))
      if (holdsFor(machine, model, node.name)) taintParameters(machine, state, model);
  }
}

function holdsFor(machine: Machine, model: SourceModel, name: string): boolean {
  return holds(model.when, {
    name,
    argument: () => undefined,
    imports: (prefix) => importsModule(machine, prefix),
  });
}

/** Says of the parameters of a function that they come from outside. */
export function taintParameters(machine: Machine, state: FunctionState, model: SourceModel): void {
  const { only, except, filled, below } = model.parameters ?? {};
  const { node } = state;
  if (node.kind === "Module") return;
  const { args } = node;
  const positional = [...args.posonlyargs, ...args.args];
  const offset = positional.length - state.positional;
  const all = [
    ...positional.slice(offset),
    ...args.kwonlyargs,
    ...[args.vararg, args.kwarg].filter((arg) => arg !== null),
  ];
  for (const [index, arg] of all.entries()) {
    if (only !== undefined && !only.includes(arg.arg) && !only.includes(index)) continue;
    if (except?.some((one) => one === arg.arg || one === index) === true) continue;
    const annotation = arg.annotation === null ? "" : annotationName(machine, arg.annotation);
    if (annotation !== "" && isHarmlessAnnotation(machine, arg.annotation)) continue;
    const preset = defaultOf(args, arg.arg);
    const maker =
      preset?.kind === "Call" ? qualifiedName(preset.func, machine.view.scopeOf(preset)) : "";
    if (filled !== undefined && (fitsOne(filled, annotation) || fitsOne(filled, maker))) {
      takeFrom(machine, { state, name: arg.arg, preset, model });
      continue;
    }
    const kind = model.kind;
    const source = sourceNode(machine, {
      kind,
      label: model.label ?? sourceKinds[kind],
      start: arg.start,
      end: arg.end,
    });
    const param = paramNode(machine, state.index, arg.arg);
    for (const part of below ?? [""])
      emitValue(machine, ofNode(source), { node: param, path: part === "" ? "" : `/${part}` });
  }
}

/** `Depends(f)`: what `f` makes of the request. */
function takeFrom(
  machine: Machine,
  {
    state,
    name,
    preset,
    model,
  }: {
    readonly state: FunctionState;
    readonly name: string;
    readonly preset: Expression | null;
    readonly model: SourceModel;
  },
): void {
  const maker = preset?.kind === "Call" ? preset.args[0] : undefined;
  if (maker === undefined || state.closure === null) return;
  const { target } = evaluate(machine, maker, state.closure);
  if (target === null) return;
  const to = paramNode(machine, state.index, name);
  if (target.kind === "function") {
    const other = machine.functions[target.index]!;
    if (other !== state) taintParameters(machine, other, model);
    emitValue(machine, ofNode(returnNode(machine, target.index)), to);
    return;
  }
  const { start, end } = maker;
  const call = machine.calls.push({ target, start, end, within: state.index, given: [] }) - 1;
  emitValue(machine, ofNode(resultNode(machine, call)), to);
}

function defaultOf(args: Arguments, name: string): Expression | null {
  const positional = [...args.posonlyargs, ...args.args];
  const at = positional.findIndex(({ arg }) => arg === name);
  if (at >= 0) return args.defaults[at - positional.length + args.defaults.length] ?? null;
  const keyword = args.kwonlyargs.findIndex(({ arg }) => arg === name);
  return keyword < 0 ? null : (args.kwDefaults[keyword] ?? null);
}

function annotationName(machine: Machine, annotation: Expression): string {
  const base = annotation.kind === "Subscript" ? annotation.value : annotation;
  if (base.kind !== "Name" && base.kind !== "Attribute") return "";
  return qualifiedName(base, machine.view.scopeOf(base));
}

/** True for a type of which no value does harm: a number, a closed choice. */
export function isHarmlessAnnotation(machine: Machine, annotation: Expression | null): boolean {
  if (annotation === null) return false;
  if (annotation.kind === "BinOp" && annotation.op === "|")
    return (
      isHarmlessOrNone(machine, annotation.left) && isHarmlessOrNone(machine, annotation.right)
    );
  if (annotation.kind === "Subscript") {
    const name = annotationName(machine, annotation);
    if (
      /(?:^|\.)(?:Optional|List|Sequence|Set|list|set|tuple|Tuple|Annotated|ClassVar|Final)$/.test(
        name,
      )
    ) {
      const inner = annotation.slice.kind === "Tuple" ? annotation.slice.elts : [annotation.slice];
      if (inner.some((one) => one.kind === "Call" && constrains(one))) return true;
      return inner[0] !== undefined && isHarmlessAnnotation(machine, inner[0]);
    }
    return machine.models.isHarmlessType(name);
  }
  if (annotation.kind === "Call") return constrains(annotation);
  const name = annotationName(machine, annotation);
  if (name === "") return false;
  const target = annotation.kind === "Name" ? machine.enums.has(annotation.id) : false;
  return target || machine.models.isHarmlessType(name);
}

/** `constr(pattern=…)`, `Field(pattern=…)`, `StringConstraints(pattern=…)`. */
function constrains(call: Extract<Expression, { kind: "Call" }>): boolean {
  return call.keywords.some(({ arg }) => arg === "pattern" || arg === "regex");
}

function isHarmlessOrNone(machine: Machine, annotation: Expression): boolean {
  if (annotation.kind === "Constant" && annotation.type === "none") return true;
  return isHarmlessAnnotation(machine, annotation);
}

/** What a parameter is said to be: an instance of a class, as far as its annotation tells. */
function annotatedTarget(
  machine: Machine,
  annotation: Expression | null,
  env: Environment,
): Target | null {
  if (annotation === null) return null;
  let type: Expression = annotation;
  if (type.kind === "Constant" && type.type === "str") {
    const name = String(type.value);
    type = /^\w+$/.test(name)
      ? { kind: "Name", id: name, start: type.start, end: type.end, parent: type.parent }
      : type;
  }
  if (type.kind === "BinOp" && type.op === "|") type = type.left;
  if (type.kind === "Subscript" && type.value.kind === "Name" && type.value.id === "Optional")
    type = type.slice;
  if (type.kind !== "Name" && type.kind !== "Attribute") return null;
  const { target } = evaluate(machine, type, env);
  return target === null || target.kind === "function" ? null : instanceTarget(machine, target);
}

/** `@app.errorhandler(Rejected)`: what the function is given is such an object. */
function handledTarget(
  machine: Machine,
  { node, params }: FunctionState,
  env: Environment,
): Target | null {
  if (node.kind !== "FunctionDef" || params.length === 0) return null;
  for (const decorator of node.decorators) {
    if (decorator.kind !== "Call" || decorator.func.kind !== "Attribute") continue;
    if (!/error_?handler|exception_?handler/.test(decorator.func.attr)) continue;
    const [type] = decorator.args;
    const target = type === undefined ? null : evaluate(machine, type, env).target;
    if (target !== null) return instanceTarget(machine, target);
  }
  return null;
}

/** Interprets the body of a function. */
export function runFunction(machine: Machine, state: FunctionState): void {
  const { node } = state;
  if (node.kind === "Module") return;
  machine.current = state;
  machine.depth = 0;
  const env = openEnvironment(state.closure);
  const { args } = node;
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
  for (const [at, arg] of all.entries()) {
    if (at === 0 && arg.arg === state.self && state.owner !== null) {
      env.names.set(arg.arg, ofTarget(instanceTarget(machine, classTarget(machine, state.owner))));
      continue;
    }
    const target =
      annotatedTarget(machine, arg.annotation, env) ?? handledTarget(machine, state, env);
    const origin = newParam(machine, state, arg.arg);
    const preset = defaultOf(args, arg.arg);
    const value = ofNode(origin, target ?? paramTarget(machine, state.index, arg.arg));
    if (preset === null || state.closure === null) env.names.set(arg.arg, value);
    else {
      const given = evaluate(machine, preset, state.closure);
      env.names.set(arg.arg, {
        ...value,
        taints: joinTaints(value.taints, given.taints),
        target:
          given.target === null ? value.target : anyTarget(machine, [given.target, value.target!]),
      });
    }
  }
  for (const arg of [args.vararg, args.kwarg])
    if (arg !== null) env.names.set(arg.arg, ofNode(newParam(machine, state, arg.arg)));
  if (node.kind === "Lambda") {
    machine.statement = node.body;
    finish(machine, evaluate(machine, node.body, env), { env: env });
    return;
  }
  const falls = execute(machine, node.body, env);
  if (falls) exit(machine, env, { value: undefined });
}

function newParam(machine: Machine, state: FunctionState, name: string): number {
  return paramNode(machine, state.index, name);
}

/** A value that a function gives back. */
export function finish(
  machine: Machine,
  value: Value,
  { env, test }: { readonly env: Environment; readonly test?: Expression },
): void {
  const state = machine.current;
  emitValue(machine, value, returnNode(machine, state.index));
  if (value.target !== null) state.returns ??= value.target;
  exit(machine, env, { value: value, test: test });
}

/** A constructor that refuses harmful values of `self.name` makes that field harmless. */
function noteChecked(machine: Machine, env: Environment): void {
  const { owner, name, self } = machine.current;
  if (owner === null || !/\.__(?:post_)?init__$/.test(name)) return;
  const { checked } = machine.classes[owner]!;
  for (let layer: Environment | null = env; layer !== null; layer = layer.parent) {
    for (const [text, { mask }] of layer.checks ?? []) {
      const field = text.startsWith(`${self}.`) ? text.slice(self!.length + 1) : "";
      if (/^\w+$/.test(field)) checked.set(field, (checked.get(field) ?? mask) & mask);
    }
    if (layer.isFunction) break;
  }
}

/** Notes which parameters have become harmless where a function ends. */
function exit(
  machine: Machine,
  env: Environment,
  { value, test }: { readonly value?: Value; readonly test?: Expression },
): void {
  noteChecked(machine, env);
  const { guards, params } = machine.current;
  if (params.length === 0 || params.length > 8) return;
  const here = masksOf(machine, env);
  guards.returned = meet(guards.returned, here);
  const constant = value === undefined ? null : value.constant;
  if (constant === undefined) {
    const { whenTrue, whenFalse } =
      test === undefined ? { whenTrue: here, whenFalse: here } : refined(machine, env, test);
    guards.truthy = meet(guards.truthy, whenTrue);
    guards.falsy = meet(guards.falsy, whenFalse);
  } else if (constant) guards.truthy = meet(guards.truthy, here);
  else guards.falsy = meet(guards.falsy, here);
}

function refined(
  machine: Machine,
  env: Environment,
  test: Expression,
): { whenTrue: number[]; whenFalse: number[] } {
  const yes = fork(env);
  refine(machine, test, { truth: true, env: yes });
  const no = fork(env);
  refine(machine, test, { truth: false, env: no });
  return { whenTrue: masksOf(machine, yes), whenFalse: masksOf(machine, no) };
}

/** For which sinks what a parameter's name holds has become harmless. */
function masksOf(machine: Machine, env: Environment): number[] {
  const { params, index } = machine.current;
  return params.map((name) => {
    const origin = paramNode(machine, index, name);
    let mask = 0;
    let isThere = false;
    for (const taint of (lookUp(env, name) ?? clean).taints) {
      if (taint.origin !== origin || taint.path !== "") continue;
      mask = isThere ? mask & taint.mask : taint.mask;
      isThere = true;
    }
    return mask;
  });
}

function meet(one: number[] | undefined, other: readonly number[]): number[] {
  if (one === undefined) return [...other];
  return one.map((mask, index) => mask & (other[index] ?? 0));
}
