import type { Call, Expression } from "../formats/python/nodes.ts";
import { factsOfCall, givenValues, spread, spreadKeywords, type Given } from "./arguments.ts";
import { put, rebind } from "./assign.ts";
import { lookUp, type Environment } from "./environment.ts";
import { attributeValue, elementOf, evaluate } from "./expressions.ts";
import { taintParameters } from "./functions.ts";
import { noteGuard } from "./guards.ts";
import {
  argNode,
  emit,
  emitValue,
  givenNode,
  globalNode,
  resultNode,
  paramNode,
  reach,
  sourceNode,
  step,
  type Machine,
} from "./machine.ts";
import { everything, maskOf } from "./masks.ts";
import type { CallMatch } from "./match.ts";
import { sourceKinds, type ArgumentRef } from "./model.ts";
import { cleanGiven, schemaValue } from "./schemas.ts";
import { replacedMask } from "./replaced.ts";
import { reachSink, returnedSink } from "./sinks.ts";
import type { CallSite, Target } from "./summary.ts";
import { anyTarget, instanceTarget, partialTarget } from "./targets.ts";
import {
  allTaints,
  clean,
  harmless,
  join,
  joinTaints,
  ofNode,
  ofParts,
  ofTaints,
  partName,
  readPart,
  type Taint,
  type Value,
} from "./value.ts";
import { holds, type CallFacts } from "./when.ts";

/** What is known of a call when its arguments have been evaluated. */
export interface Evaluated {
  readonly node: Call;
  readonly name: string;
  readonly receiver: Value;
  readonly callee: Value;
  readonly given: readonly Given[];
  readonly env: Environment;
}

/** The result of a call; on the way everything is noted that the call does. */
export function evaluateCall(machine: Machine, node: Call, env: Environment): Value {
  const { func } = node;
  const known = machine.callOf.get(node);
  let receiver = clean;
  let callee: Value;
  if (func.kind === "Attribute") {
    receiver = evaluate(machine, func.value, env);
    callee = attributeValue(machine, func, { owner: receiver, isCalled: true });
  } else callee = evaluate(machine, func, env);
  const given = argumentsOf(machine, node, env);
  const name = nameOf(known?.name ?? "?", callee.target);
  const call: Evaluated = { node, name, receiver, callee, given, env };

  const outer = machine.callee;
  machine.callee = func.kind === "Attribute" ? func.value : func;
  const value = resultOf(
    machine,
    call,
    known === undefined ? undefined : () => factsOfCall(machine, node, known),
  );
  machine.callee = outer;
  return value;
}

/** The name that models know a call by: what the view made of it, or what the values tell. */
function nameOf(name: string, target: Target | null): string {
  // A function that was made callable in another way: `promisify(execFile)`.
  if (!name.startsWith("~") && !name.startsWith("?") && !name.endsWith("promisify()")) return name;
  const told = target === null ? undefined : targetName(target);
  return told ?? name;
}

function targetName(target: Target): string | undefined {
  switch (target.kind) {
    case "name":
      return target.name.startsWith(".") ? undefined : target.name;
    case "instance": {
      const of = targetName(target.of);
      return of === undefined ? undefined : `${of}()`;
    }
    case "member": {
      const of = targetName(target.of);
      return of === undefined ? undefined : `${of}.${target.name}`;
    }
    default:
      return undefined;
  }
}

function argumentsOf(machine: Machine, node: Call, env: Environment): readonly Given[] {
  const given: Given[] = [];
  for (const argument of node.args) {
    const isSpread = argument.kind === "Starred";
    const slot = isSpread ? spread : given.length;
    given.push({ slot, node: argument, value: evaluate(machine, argument, env) });
  }
  for (const { arg, value } of node.keywords)
    given.push({ slot: arg ?? spreadKeywords, node: value, value: evaluate(machine, value, env) });
  return given;
}

function resultOf(
  machine: Machine,
  call: Evaluated,
  factsOf: (() => CallFacts) | undefined,
): Value {
  const { name, callee, receiver } = call;
  const ours = callee.target === null ? null : oursOf(machine, callee.target);
  const matches = factsOf === undefined ? [] : machine.models.call(name);
  let result: Value | undefined;
  let harmlessFor = 0;
  if (matches.length > 0) {
    const facts = factsOf!();
    for (const match of matches) {
      // What the project itself defines is what it does there, not what a name reminds of.
      const isPlace = match.role === "source" || match.role === "sink";
      if (isPlace && ours !== null && isCertain(machine, ours) && isLoose(match, name)) continue;
      const { when } = match.model;
      if (when !== undefined && !holds(when, facts)) continue;
      if (match.role === "sanitizer" && match.model.schema === undefined) {
        harmlessFor |= maskOf(match.model.for);
        continue;
      }
      const value = apply(machine, call, match);
      if (value !== undefined) result = result === undefined ? value : join(result, value);
    }
  }
  if (harmlessFor === everything) result = clean;
  else if (harmlessFor !== 0)
    result = harmless(result ?? byDefault(machine, call, true), harmlessFor);
  const kept = replacedMask(machine, call);
  if (kept !== 0) return harmless(byDefault(machine, call, true), kept);
  const special = harmlessFor === 0 ? specialCall(machine, call) : undefined;
  if (special !== undefined) result = result === undefined ? special : join(result, special);
  if (ours !== null) {
    const value = callOurs(machine, call, { target: ours });
    if (result !== undefined || isCertain(machine, ours)) return result ?? value;
    const called = callBack(machine, call);
    if (isTransformed(machine, call))
      return { ...value, taints: joinTaints(value.taints, allTaints(called)) };
    const otherwise = allTaints(join(byDefault(machine, call), called));
    // What a class of the project does is known where it is put together with the others.
    const guessed = isOfClass(ours) ? otherwise.map(weaker) : otherwise;
    return { ...value, taints: joinTaints(value.taints, guessed) };
  }
  const called = callBack(machine, call);
  if (result !== undefined) {
    const whole = join(result, called);
    // What is made keeps the name of its maker: `deque(…)` has methods whatever is in it.
    return whole.target === null && callee.target?.kind === "name"
      ? { ...whole, target: instanceTarget(machine, callee.target) }
      : whole;
  }
  if (
    receiver.taints.length === 0 &&
    receiver.parts === null &&
    call.given.every(({ value }) => value.taints.length === 0 && value.parts === null)
  )
    return callee.target?.kind === "name"
      ? { ...called, target: instanceTarget(machine, callee.target) }
      : unknownMethod(machine, call, called);
  if (isTransformed(machine, call)) return called;
  return join(unknownMethod(machine, call, byDefault(machine, call)), called);
}

/** True where a class has a method, or one that it derives from may have it, or one that derives from it. */
function mayHave(machine: Machine, index: number, name: string): boolean {
  if (methodOf(machine, index, name) !== undefined) return true;
  const { attributes, bases } = machine.classes[index]!;
  // A field that holds a function, and a method that only others implement.
  if (attributes.has(name)) return true;
  return bases.some((base) => base.kind !== "class" && oursOf(machine, base) !== null);
}

/** False where it is not known whether the project has what is called. */
function isCertain(machine: Machine, target: Target): boolean {
  switch (target.kind) {
    case "function":
    case "class":
    case "name":
      return true;
    case "decorated":
      return true;
    case "instance":
    case "partial":
      return isCertain(machine, target.of);
    case "member": {
      const { of, name } = target;
      if (of.kind !== "instance" || of.of.kind !== "class") return false;
      const { methods, bases } = machine.classes[of.of.index]!;
      return (
        methods.has(name) ||
        bases.some((base) => base.kind === "class" || oursOf(machine, base) !== null)
      );
    }
    case "any":
      return target.of.every((one) => isCertain(machine, one));
    default:
      return false;
  }
}

/** True for what belongs to a class or a function that is imported by its name. */
function isOfClass(target: Target): boolean {
  switch (target.kind) {
    case "name":
      return true;
    case "instance":
    case "member":
      return isOfClass(target.of);
    default:
      return false;
  }
}

function weaker(taint: Taint): Taint {
  return taint.weak ? taint : { ...taint, weak: true };
}

function isLoose(match: CallMatch, name: string): boolean {
  const { call } = match.model as { readonly call?: string | readonly string[] };
  return typeof call === "string" ? call !== name : call?.includes(name) !== true;
}

/** The target where it is, or may be, of the project. */
function oursOf(machine: Machine, target: Target): Target | null {
  switch (target.kind) {
    case "function":
    case "class":
      return target;
    case "name":
      return machine.isOurs(target.name) ? target : null;
    case "member": {
      const { of, name } = target;
      if (of.kind === "instance" && of.of.kind === "class")
        return mayHave(machine, of.of.index, name) ? target : null;
      return oursOf(machine, of) === null ? null : target;
    }
    case "instance":
    case "partial":
      return oursOf(machine, target.of) === null ? null : target;
    case "any": {
      const some = target.of.filter((one) => oursOf(machine, one) !== null);
      return some.length === 0 ? null : some.length === 1 ? some[0]! : anyTarget(machine, some);
    }
    default:
      return target;
  }
}

/** What one row of the models says of a call. Undefined where it says nothing of the result. */
function apply(machine: Machine, call: Evaluated, match: CallMatch): Value | undefined {
  const { node, given, receiver, env } = call;
  switch (match.role) {
    case "source": {
      const { kind, label } = match.model;
      const origin = sourceNode(machine, {
        kind,
        label: label ?? sourceKinds[kind],
        start: node.start,
        end: node.end,
      });
      const target: Target | null =
        call.callee.target?.kind === "name" ? instanceTarget(machine, call.callee.target) : null;
      const value = ofNode(origin, target);
      return match.model.schema === undefined
        ? value
        : schemaValue(machine, call, { value, schema: match.model.schema });
    }
    case "callback": {
      const { callback } = match.model.parameters!;
      for (const { value } of givenValues(machine, { given, receiver }, callback!.argument))
        for (const target of functionsIn(machine, value))
          taintParameters(machine, machine.functions[target]!, match.model);
      return undefined;
    }
    case "sink":
      for (const reference of match.model.arguments ?? [0])
        for (const argument of givenValues(machine, { given, receiver }, reference))
          if (!env.approved) reachSink(machine, call, { model: match.model, argument });
      return undefined;
    case "sanitizer":
      return schemaValue(machine, call, {
        value: byDefault(machine, call),
        schema: match.model.schema!,
      });
    case "returning": {
      const { argument } = match.model.returned!.callback!;
      for (const { value } of givenValues(machine, { given, receiver }, argument))
        for (const target of functionsIn(machine, value))
          returnedSink(machine, machine.functions[target]!, match.model);
      return undefined;
    }
    case "guard":
      if (match.model.throws === true) cleanGiven(machine, call, match.model);
      return undefined;
    default: {
      const { from, to, into } = match.model;
      // What these do with their function is known better than by one row (`callBack`).
      if (into !== undefined && node.func.kind === "Attribute" && eachMethods.has(node.func.attr))
        return undefined;
      const values = from.flatMap((reference) =>
        givenValues(machine, { given, receiver }, reference),
      );
      if (into !== undefined) return callInto(machine, call, { into, values });
      const value = values.reduce<Value>((all, one) => join(all, one.value), clean);
      if (to === undefined) return step(machine, value, { place: node, word: "passed on" });
      for (const target of givenValues(machine, { given, receiver }, to))
        put(machine, {
          owner: target.value,
          into: target.node,
          key: "*",
          value: step(machine, value, { place: node, word: "put in" }),
          env,
          replaces: false,
        });
      return undefined;
    }
  }
}

function methodOf(machine: Machine, index: number, name: string): number | undefined {
  const state = machine.classes[index];
  const own = state?.methods.get(name);
  if (own !== undefined || state === undefined) return own;
  for (const base of state.bases) {
    const found =
      base.kind === "class" && base.index !== index
        ? methodOf(machine, base.index, name)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Functions that a value is, or that are in a list or a table. */
export function functionsIn(machine: Machine, value: Value, isPart = false): readonly number[] {
  const { target, parts } = value;
  // Tools are given in lists and tables.
  if (target === null)
    return parts === null || isPart
      ? []
      : [...parts.values()].flatMap((one) => functionsIn(machine, one, true));
  if (target.kind === "function") return [target.index];
  if (target.kind === "member") {
    const { of } = target;
    const isOwn = of.kind === "instance" && of.of.kind === "class";
    const index = isOwn ? methodOf(machine, of.of.index, target.name) : undefined;
    return index === undefined ? [] : [index];
  }
  if (target.kind === "decorated")
    return functionsIn(machine, { ...value, target: target.of }, isPart);
  if (target.kind === "partial" && target.of.kind === "function") return [target.of.index];
  if (target.kind === "any")
    return target.of.flatMap((one) => (one.kind === "function" ? [one.index] : []));
  return [];
}

/** A function among the arguments that is called with others of them. */
function callInto(
  machine: Machine,
  call: Evaluated,
  { into, values }: { readonly into: ArgumentRef; readonly values: readonly Given[] },
): Value {
  let result = clean;
  for (const { value } of givenValues(machine, call, into)) {
    if (value.target === null || oursOf(machine, value.target) === null) continue;
    const passed = values.map((one) => ({ ...one, slot: spread }));
    result = join(
      result,
      callOurs(machine, { ...call, given: passed }, { target: value.target, isCallback: true }),
    );
  }
  return result;
}

/** A call of a function or class of the project: a node for what is given and one for what comes back. */
function callOurs(
  machine: Machine,
  call: Evaluated,
  { target, isCallback = false }: { readonly target: Target; readonly isCallback?: boolean },
): Value {
  const { node, given, env } = call;
  const key = isCallback ? undefined : machine.callNodes.get(node);
  const index = key ?? machine.calls.length;
  if (key === undefined) {
    machine.calls.push({
      target,
      start: node.start,
      end: node.end,
      within: machine.current.index,
      given: targetsOf(given),
    });
    if (!isCallback) machine.callNodes.set(node, index);
  }
  for (const { slot, node: argument, value } of given) {
    if (value.taints.length === 0 && value.parts === null) {
      if (value.target?.kind === "instance")
        takeBack(machine, { slot, node: argument, value }, { index, env });
      continue;
    }
    const stepped = step(machine, value, { place: node, word: "passed on" });
    emitValue(machine, stepped, argNode(machine, index, slot));
    takeBack(machine, { slot, node: argument, value }, { index, env });
  }
  if (given.length > 0 && mayRefuse(machine, call, target))
    noteGuard(machine, node, { call: index, when: "returned", env: env });
  return ofNode(resultNode(machine, index), instanceTarget(machine, target));
}

const refusing =
  /valid|check|verif|ensure|assert|guard|sanit|requir|authori|enforc|reject|refus|deny|forbid|restrict|must|only|allow|safe/i;

/** True for a function that may raise instead of returning: what it returned from was let through. */
function mayRefuse(machine: Machine, { node }: Evaluated, target: Target): boolean {
  if (target.kind === "function") return machine.functions[target.index]!.raises;
  const { func } = node;
  const word = func.kind === "Attribute" ? func.attr : func.kind === "Name" ? func.id : "";
  return refusing.test(word);
}

const noTargets: CallSite["given"] = [];

/** Functions and objects of the project among what is given: all that a callee could call. */
function targetsOf(given: readonly Given[]): CallSite["given"] {
  let found: (readonly [number | string, Target])[] | undefined;
  for (const { slot, value } of given) {
    const { target } = value;
    if (target === null || target.kind === "param") continue;
    found ??= [];
    found.push([slot, target]);
  }
  return found ?? noTargets;
}

/** What a function puts into a container that it was given is in it afterwards. */
function takeBack(
  machine: Machine,
  { slot, node, value }: Given,
  { index, env }: { readonly index: number; readonly env: Environment },
): void {
  if (node.kind !== "Name" && node.kind !== "Attribute") return;
  if (value.parts === null && value.target?.kind !== "instance") return;
  const back = ofNode(givenNode(machine, index, slot));
  if (value.parts !== null) {
    value.parts.set("*", join(value.parts.get("*") ?? clean, back));
    return;
  }
  // An object that somebody else made: a queue, a buffer.
  if (value.target?.kind === "instance" && value.target.of.kind === "name")
    rebind(machine, { into: node, object: { ...value, parts: new Map([["*", back]]) }, env });
}

/** Functions that are handed to somebody else are called there, with what else was handed over. */
function callBack(machine: Machine, call: Evaluated): Value {
  let result = clean;
  for (const { slot, value } of call.given) {
    if (value.target === null) continue;
    const isImported = value.target.kind === "name" && machine.isOurs(value.target.name);
    if (!isImported && functionsIn(machine, value).length === 0) continue;
    let taints = joinTaints(allTaints(call.receiver), allTaints(elementOf(machine, call.receiver)));
    for (const other of call.given)
      if (other.slot !== slot) taints = joinTaints(taints, allTaints(other.value));
    // `map((each, index) => …)`: only the first is from the list.
    const isEach = call.node.func.kind === "Attribute" && eachMethods.has(call.node.func.attr);
    // `reduce((so far, each) => …, first)`
    const isReduced = /(?:^|\.)reduce$/.test(call.name);
    const passed: Given = {
      slot: isReduced ? 1 : isEach ? 0 : spread,
      node: call.node,
      value: ofTaints(taints),
    };
    const first = isReduced ? call.given.at(-1) : undefined;
    const given =
      first === undefined || first.slot === slot ? [passed] : [{ ...first, slot: 0 }, passed];
    const one = callOurs(machine, { ...call, given }, { target: value.target, isCallback: true });
    // What it gave back is given to it the next time.
    if (isReduced)
      callOurs(
        machine,
        { ...call, given: [{ ...passed, slot: 0, value: one }] },
        { target: value.target, isCallback: true },
      );
    result = join(result, { ...one, target: null });
  }
  // `map` gives a list of what the function gives: any part of it.
  return result;
}

/** True where the result is what a function makes of each part, and nothing else of it. */
function isTransformed(machine: Machine, { node, given }: Evaluated): boolean {
  if (
    node.func.kind !== "Attribute" ||
    !/^(?:map|flatMap|then|reduce|replace|replaceAll)$/.test(node.func.attr)
  )
    return false;
  const isReplaced = node.func.attr.startsWith("replace");
  return !isReplaced && given.some(({ value }) => functionsIn(machine, value).length > 0);
}

const eachMethods = new Set("map forEach filter find some every flatMap findLast then".split(" "));

const mutators = new Set(
  "append extend add insert appendleft extendleft push unshift put put_nowait update setdefault set write writelines concat".split(
    " ",
  ),
);
const readers = new Set("get pop popleft shift at setdefault get_nowait".split(" "));
const wholes = new Set("copy items values entries keys splitlines reversed slice flat".split(" "));

/** Calls that the language itself gives a meaning. */
function specialCall(machine: Machine, call: Evaluated): Value | undefined {
  const { node, name, given, receiver, env } = call;
  const { func } = node;
  const first = given[0];
  if (func.kind === "Name" && machine.language === "python") {
    if (name === "getattr" && given.length >= 2) {
      const key = given[1]!;
      const taints = allTaints(key.value);
      if (taints.length > 0 && !env.approved)
        reach(machine, taints, {
          kind: "import",
          label: "getattr",
          start: node.start,
          end: node.end,
        });
      const part =
        typeof key.value.constant === "string"
          ? readPart(first!.value, partName(key.value.constant), machine.isWhole)
          : clean;
      return part.target === null && first!.value.target !== null
        ? { ...part, target: null }
        : part;
    }
    if (name === "dict") {
      const parts = new Map<string, Value>();
      for (const { slot, value } of given) if (typeof slot === "string") parts.set(slot, value);
      return first?.slot === 0 ? join(first.value, ofParts(parts)) : ofParts(parts);
    }
    if (/^(?:list|tuple|set|frozenset|sorted|reversed)$/.test(name) && first !== undefined) {
      const { parts } = first.value;
      const isDict = parts !== null && [...parts.keys()].some((key) => !/^(?:\d+|\*)$/.test(key));
      // Of a dict these give the keys.
      if (parts !== null && !isDict)
        return { ...first.value, constant: undefined, prefix: undefined };
      return ofParts(new Map([["*", elementOf(machine, first.value)]]));
    }
    if (
      (name === "next" || name === "anext" || name === "max" || name === "min") &&
      first !== undefined
    )
      return elementOf(machine, first.value);
    if (name === "enumerate" && first !== undefined)
      return ofParts(new Map([["*", ofParts(new Map([["1", elementOf(machine, first.value)]]))]]));
    if (name === "zip")
      return ofParts(
        new Map([
          [
            "*",
            ofParts(
              new Map(given.map(({ value }, index) => [String(index), elementOf(machine, value)])),
            ),
          ],
        ]),
      );
    if (name === "super") {
      const { owner } = machine.current;
      const base = owner === null ? undefined : machine.classes[owner]!.bases[0];
      return base === undefined ? clean : { ...clean, target: instanceTarget(machine, base) };
    }
  }
  if (name === "functools.partial" && first !== undefined && first.value.target !== null) {
    return {
      ...clean,
      target: partialTarget(machine, first.value.target, given.length - 1),
      parts: null,
      taints: joinTaints(
        first.value.taints,
        given.slice(1).flatMap(({ value }) => allTaints(value)),
      ),
    };
  }
  if (/(?:^|\.)promisify$/.test(name) && first !== undefined) return first.value;
  if (func.kind !== "Attribute") return undefined;
  const { attr } = func;
  const event = first?.value.constant;
  if (typeof event === "string" && (emitters.has(attr) || listeners.has(attr)))
    passEvent(machine, call, { event, isEmitted: emitters.has(attr) });
  if (
    mutators.has(attr) &&
    (receiver.parts !== null ||
      (receiver.target?.kind !== "function" && receiver.target?.kind !== "class")) &&
    given.length > 0
  ) {
    const last = given.at(-1)!;
    const key =
      given.length > 1 && (attr === "setdefault" || attr === "set")
        ? given[0]!.value.constant
        : undefined;
    const isSpreading =
      attr === "extend" || attr === "update" || attr === "writelines" || attr === "extendleft";
    const values = attr === "push" || attr === "update" ? given : [last];
    const file = isOpened(attr, call) ? opened(receiver) : undefined;
    for (const { slot, value } of values) {
      const stepped = step(machine, value, { place: node, word: "put in" });
      const put1 = (name: string, part: Value): void =>
        put(machine, {
          owner: file ?? currentOf(func.value, receiver, env),
          into: func.value,
          key: name,
          value: part,
          env,
          replaces: false,
        });
      // One mapping over another: what is read of the one may be of the other.
      if (attr === "update" && value.parts === null && typeof slot === "number") {
        const object = currentOf(func.value, receiver, env);
        const taints = joinTaints(object.taints, stepped.taints);
        rebind(machine, { into: func.value, object: { ...object, taints }, env });
        continue;
      }
      if (isSpreading && typeof slot === "string" && slot !== spreadKeywords && slot !== spread)
        put1(slot, stepped);
      else if (isSpreading && value.parts !== null)
        for (const [name, part] of value.parts) put1(attr === "update" ? name : "*", part);
      else
        put1(
          key === undefined || key === null ? "*" : partName(String(key)),
          isSpreading ? elementOf(machine, stepped) : stepped,
        );
    }
    return attr === "concat" ? join(receiver, last.value) : undefined;
  }
  if (readers.has(attr) && (receiver.parts !== null || receiver.taints.length > 0)) {
    const key = first?.value.constant;
    const part = readPart(
      receiver,
      key === undefined || key === null || typeof key === "number" ? "*" : partName(String(key)),
      machine.isWhole,
    );
    const fallback = given[1]?.value ?? given.find(({ slot }) => slot === "default")?.value;
    return fallback === undefined ? part : join(part, fallback);
  }
  if (wholes.has(attr) && (receiver.parts !== null || receiver.taints.length > 0)) {
    const any = readPart(receiver, "*", machine.isWhole);
    if (attr === "items" || attr === "entries")
      return ofParts(
        new Map([
          [
            "*",
            ofParts(
              new Map([
                ["1", any],
                ["0", ofTaints(receiver.taints)],
              ]),
            ),
          ],
        ]),
      );
    if (attr === "keys") return ofTaints(receiver.taints);
    if (attr === "values") return ofParts(new Map([["*", any]]));
    return receiver;
  }
  if (attr === "format" && typeof receiver.constant === "string") {
    let taints: readonly Taint[] = [];
    for (const { value } of given) taints = joinTaints(taints, allTaints(value));
    return {
      ...step(machine, ofTaints(taints), { place: node, word: "put in" }),
      prefix: receiver.constant.split("{", 1)[0],
    };
  }
  if (
    attr === "join" &&
    first !== undefined &&
    (receiver.constant !== undefined || receiver === clean)
  )
    return step(machine, ofTaints(allTaints(first.value)), { place: node, word: "put in" });
  return undefined;
}

const emitters = new Set("emit publish dispatch trigger fire".split(" "));
const listeners = new Set("on once addListener subscribe".split(" "));

/** What is emitted under a name goes to whoever listens to that name, in whatever file. */
function passEvent(
  machine: Machine,
  { given }: Evaluated,
  { event, isEmitted }: { readonly event: string; readonly isEmitted: boolean },
): void {
  const node = globalNode(machine, `event!${event}`);
  for (const { value } of given.slice(1)) {
    if (isEmitted) emit(machine, allTaints(value), node);
    else
      for (const index of functionsIn(machine, value)) {
        const [name] = machine.functions[index]!.params;
        if (name !== undefined) emitValue(machine, ofNode(node), paramNode(machine, index, name));
      }
  }
}

/** True where text is written to what some method gave: a file that was opened by its path. */
function isOpened(attr: string, { receiver, node }: Evaluated): boolean {
  const isWriting = attr === "write" || attr === "writelines";
  const isNamed = node.func.kind === "Attribute" && node.func.value.kind === "Name";
  const { target } = receiver;
  const isMade = target?.kind === "instance" && target.of.kind === "member";
  return isWriting && isNamed && (target === null || isMade);
}

/** What was opened is not the path by which it was. */
function opened(file: Value): Value {
  return { ...file, taints: file.taints.map(weaker) };
}

/** The object after earlier parts of the same call were put into it. */
function currentOf(node: Expression, receiver: Value, env: Environment): Value {
  if (receiver.parts !== null) return receiver;
  return node.kind === "Name" ? (lookUp(env, node.id) ?? receiver) : receiver;
}

/** Methods of texts and lists that put their arguments into what they give back. */
const textMethods = new Set(
  "replace replaceAll format format_map join concat decode encode batch_decode ljust rjust center padStart padEnd with toSpliced splice".split(
    " ",
  ),
);

/** What an unknown function gives back: something made of what it was given. */
function byDefault(
  machine: Machine,
  { given, receiver, callee, node }: Evaluated,
  isKnown = false,
): Value {
  let own = receiver.parts === null ? receiver.taints : allTaints(receiver);
  const isMethodOfText =
    own.length > 0 && node.func.kind === "Attribute" && textMethods.has(node.func.attr);
  for (const { value } of given) {
    if (value.taints.length === 0 && value.parts === null) continue;
    const taints = allTaints(value);
    // What is put into a text is in it; what a stranger makes of an argument is less certain.
    own = joinTaints(own, isMethodOfText || isKnown ? taints : taints.map(weaker));
  }
  const target: Target | null =
    callee.target?.kind === "name" ? instanceTarget(machine, callee.target) : null;
  return { ...step(machine, ofTaints(own), { place: node, word: "passed on" }), target };
}

/** Names of methods that many classes have: a call of one says nothing of whose it is. */
const commonMethods = new Set(
  "get set add append extend pop update items keys values join split strip lower upper replace format encode decode read write close open run start stop send post put delete copy sort index count find insert remove clear next push map filter forEach reduce then catch finally toString log info debug warning error exception".split(
    " ",
  ),
);

/** A method of something unknown may be one of the project's; the linker finds out. */
function unknownMethod(machine: Machine, call: Evaluated, value: Value): Value {
  const { func } = call.node;
  if (
    func.kind !== "Attribute" ||
    call.callee.target?.kind === "name" ||
    commonMethods.has(func.attr)
  )
    return value;
  if (!call.given.some((one) => one.value.taints.length > 0 || one.value.parts !== null))
    return value;
  const result = callOurs(machine, call, { target: { kind: "method", name: func.attr } });
  return { ...value, taints: joinTaints(value.taints, result.taints) };
}
