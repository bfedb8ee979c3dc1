import { keptStates } from "../formats/pickle/machine.ts";
import type { PickleEvent, PickleProgram } from "../formats/pickle/program.ts";
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
  type Sequence,
} from "../formats/pickle/value.ts";
import {
  codeInFile,
  isCellSetter,
  isCodeMaker,
  isFunctionOfFile,
  isShared,
} from "./code-in-file.ts";
import { isGraphBatch } from "./graph-batches.ts";
import { isPlainly, standingOf } from "./names.ts";
import { gradeUnknown, hasCode, isCythonReader, readsTexts } from "./unknown-names.ts";
import { isCustomPickled, isRebuildable, isRebuildMethod } from "./numba.ts";
import { ownMethods } from "./own-methods.ts";
import { isVouchedFor, noNames, type OwnNames } from "./own-names.ts";
import {
  changesClass,
  dottedName,
  isBoundMethod,
  isMethodOfParts,
  keepsRule,
  keepsState,
  namedAttribute,
} from "./rules.ts";

/** What is wrong with a thing that a file does when it is loaded. */
export type ActKind =
  /** Runs code, or hands something that does to what is called. */
  | "runs"
  /** Calls what is not known. */
  | "calls-unknown"
  /** Calls what is not known with numbers and objects only, or with the value of a constant. */
  | "calls-plainly"
  /** Makes an object of a class that is not known. */
  | "makes-unknown"
  /** Names what runs code, and does not call it. */
  | "names-dangerous"
  /** Names what is not known, and does not call it. */
  | "names-unknown"
  /** Makes functions of code that is in the file. */
  | "holds-code"
  /** The same, of code that only computes. */
  | "holds-plain-code"
  /** What happens cannot be told. */
  | "unclear"
  /** It says what cannot be: readers each take their own part of it. */
  | "contradicts"
  /** It holds something that its format has no place for. */
  | "hides"
  /** A template that is rendered reaches for Python's objects, or has what no chat needs. */
  | "template"
  | "odd-template"
  /** A template that makes something else of what a user says. */
  | "rewriting-template"
  /** A member of an archive that would be written outside its folder, or is a link. */
  | "escapes"
  /** Readers see different members in one archive. */
  | "deceives"
  /** It is called what it is not. */
  | "lies"
  /** Machine code in a model. */
  | "native"
  /** Metadata that look like code, or send a reader elsewhere. */
  | "metadata"
  /** Metadata that are a program from their first letter on, which unpacks or fetches what it runs. */
  | "metadata-program"
  | "metadata-url"
  /** Options in a program that open, fetch or read more than its model, or serve it to the network. */
  | "options"
  | "listens";

/** One thing that is wrong. */
export interface Act {
  readonly kind: ActKind;
  /** Place in `events`; its length where it is about the end. */
  readonly event: number;
  readonly message: string;
}

/** Acts of one kind about one name that are told. */
const toldAlike = 3;

function full({ module, name }: GlobalName): string {
  return standingOf(module, name).full;
}

function madeMessage(name: string): string {
  return `An object is made of ${name}, of which it is not known how it takes its state`;
}

/** What NumPy makes an array of: a class of arrays. */
function isArrayMaker(callee: PickleValue): boolean {
  return (
    callee.kind === "global" &&
    callee.name === "_reconstruct" &&
    /^numpy\._?core\.(?:_multiarray_umath|multiarray)$/.test(callee.module)
  );
}

function isPlainBase(value: PickleValue): boolean {
  return value.kind === "global" && value.module === "builtins" && plainBases.has(value.name);
}

const plainBases = new Set(
  "object dict list tuple set frozenset str bytes bytearray int float complex".split(" "),
);

/** True for parts of formulas, whose texts are evaluated when the model is asked. */
function takesFormulas(target: PickleValue): boolean {
  return (
    target.kind === "call" &&
    target.callee.kind === "global" &&
    /^(?:formulaic|patsy)\./.test(target.callee.module)
  );
}

/** True for an object of a class that is on no list. */
function isUnknownObject(target: PickleValue): boolean {
  if (target.kind !== "call" || target.callee.kind !== "global") return false;
  const first = firstOf(target.args);
  return [target.callee, ...(first?.kind === "global" ? [first] : [])].some(
    ({ module, name }) => standingOf(module, name).facts === undefined,
  );
}

/** A call of a name, and the names that it is handed. */
interface NamedCall {
  readonly call: CallResult;
  readonly callee: GlobalName;
  readonly handed: readonly GlobalName[];
}

/** What is known of where a pickle was found. */
export interface JudgeOptions {
  /** True in an archive of TorchScript, of which the classes are its own. */
  readonly isTorchScript?: boolean;
  /** True in bytes of which Numba makes a function again. */
  readonly isRebuilt?: boolean | undefined;
  /** Names that the user vouches for, module and name joined by a dot. */
  readonly own?: OwnNames;
}

/** Judges what a pickle does. What is proven to be data is not spoken of. */
export function judge(
  { events, problem, result }: PickleProgram,
  { isTorchScript = false, isRebuilt = false, own = noNames }: JudgeOptions = {},
): readonly Act[] {
  const acts: Act[] = [];
  const told = new Map<string, number>();
  /** Names that some call was about: they are not spoken of again. */
  const called = new Set<string>();
  const code = codeInFile(callsIn(events));
  const ownMethod = ownMethods();

  function tell(kind: ActKind, event: number, message: string): void {
    const key = `${kind} ${message}`;
    const before = told.get(key) ?? 0;
    told.set(key, before + 1);
    if (before < toldAlike) acts.push({ kind, event, message });
  }

  for (const [index, event] of events.entries()) {
    // Of what only gives a name, that is spoken of.
    if (event.kind === "import" && event.by !== undefined) called.add(full(event.by));
    if (event.kind === "call") judgeCall(event.call, (kind, message) => tell(kind, index, message));
    else if (event.kind === "build" || event.kind === "method") judgePut(event, index);
    else if (event.kind === "extension")
      tell("unclear", index, `A name is taken from the extension registry (code ${event.code})`);
    else if (event.kind === "computed-import")
      tell("runs", index, "The name of what is imported is computed");
  }

  function judgePut(
    event: Extract<PickleEvent, { kind: "build" | "method" }>,
    index: number,
  ): void {
    const target = unwrapped(event.target);
    if (target.kind === "global") {
      called.add(full(target));
      tell("runs", index, `${full(target)} itself is changed, for the whole process`);
      return;
    }
    if (isShared(target) || (target.kind === "call" && dottedName(target) !== undefined))
      tell("runs", index, `${nameOf(target)} is changed, for the whole process`);
    const method = ownMethod(event, target);
    if (method !== undefined)
      tell(
        "runs",
        index,
        `${nameOf(target)} is given ${method} by its state, which is then called`,
      );
    for (const global of globalsPut(event))
      if (isRisky(global)) {
        called.add(full(global));
        tell("names-dangerous", index, `${full(global)} is put into an object`);
      }
    if (event.kind === "build" && !code.isPlainObject(target) && !keepsState(target, event.state))
      tell("runs", index, `${nameOf(target)} is given a state that it runs`);
    if (event.kind === "build" && changesClass(event.state))
      tell("runs", index, `${nameOf(target)} is given another class`);
    if (
      event.kind === "build" &&
      (isUnknownObject(target) || takesFormulas(target)) &&
      hasCode([event.state])
    )
      tell("calls-unknown", index, `${nameOf(target)} is given a text that looks like code`);
    if (target.kind === "unknown" || target.kind === "extension")
      tell("unclear", index, "Something is put into an object that is not known");
  }

  function judgeCall(call: CallResult, say: (kind: ActKind, message: string) => void): void {
    const callee = unwrapped(call.callee);
    // The code of that is spoken of where it is made.
    if (isRebuildMethod(call) || (callee.kind === "call" && isCustomPickled(call))) return;
    const { globals: handed, hasMethod, isCut } = globalsIn(argumentsIn(call));
    if (isCut) say("unclear", `More values are handed to ${nameOf(callee)} than are looked at`);
    for (const global of handed) {
      if (!isRisky(global) || isCodeMaker(global)) continue;
      called.add(full(global));
      if (isCellSetter(call)) continue;
      say("runs", `${full(global)} is handed to ${nameOf(callee)}`);
    }
    if (hasMethod && !isMaking(call) && !isPartialCall(call) && !isDefault(call))
      say("calls-unknown", `A method is handed to ${nameOf(callee)}, which may call it`);
    const codeAct = code.judge(call);
    if (codeAct !== undefined) {
      if (callee.kind === "global") called.add(full(callee));
      if (codeAct !== "silent") say(codeAct.kind, codeAct.message);
      return;
    }
    if (callee.kind !== "global") {
      if (isMethodOfParts(call) || isGraphBatch(call)) return;
      if (callee.kind === "call" && isKnownResult(callee)) {
        // A partial hands on what it was made with, and what its state says.
        const held = globalsIn([callee.args, ...callee.states]).globals;
        judgeHanded(callee, [...handed, ...held], say);
        return;
      }
      say("runs", `${nameOf(callee)} is called, which is not known before the file is loaded`);
      return;
    }
    judgeNamed({ call, callee, handed }, say);
  }

  function isOwn(global: GlobalName): boolean {
    return (isTorchScript && global.module.startsWith("__torch__.")) || isVouchedFor(global, own);
  }

  /** Some makers call or make what they are given: `__generator_ctor(name, function)`, `newObj(class)`. */
  function judgeHanded(
    callee: PickleValue,
    handed: readonly GlobalName[],
    say: (kind: ActKind, message: string) => void,
  ): void {
    for (const global of handed) {
      const { facts, full: name } = standingOf(global.module, global.name);
      const { rule } = facts?.rule ?? {};
      if (facts === undefined && !isOwn(global)) {
        called.add(name);
        if (isArrayMaker(callee) && !readsTexts(global.module))
          say("makes-unknown", madeMessage(name));
        else
          say(
            "calls-unknown",
            `${name} is handed to ${nameOf(callee)}, of which it is not known what it does`,
          );
      } else if (rule === "named") {
        called.add(name);
        say("calls-unknown", `${name} is handed to ${nameOf(callee)}, which may call it`);
      } else if (graveArguments.has(rule ?? "") && !(rule === "kept" && isArrayMaker(callee)))
        say("runs", `${name} is handed to ${nameOf(callee)}, which may make it`);
    }
  }

  /** What is on no list and not known to do harm. */
  function judgeUnknown(
    { call, callee, handed }: NamedCall,
    say: (kind: ActKind, message: string) => void,
  ): void {
    const name = full(callee);
    if (isCythonReader(callee, call)) {
      for (const global of handed) {
        called.add(full(global));
        if (standingOf(global.module, global.name).facts === undefined && !isOwn(global))
          say("makes-unknown", madeMessage(full(global)));
      }
      return;
    }
    const grade = gradeUnknown(callee, call);
    if (grade === "makes") say("makes-unknown", madeMessage(name));
    else
      say(
        grade === "plain" ? "calls-plainly" : "calls-unknown",
        `${name} is called, of which it is not known what it does`,
      );
  }

  /** True for `copyreg._reconstructor(class, object, None)` of a class that is not known. */
  function isMadePlainly(made: GlobalName, call: CallResult): boolean {
    const { facts, isDangerous } = standingOf(made.module, made.name);
    if (facts !== undefined || isDangerous || call.args.kind !== "tuple") return false;
    if (call.by !== "REDUCE" || readsTexts(made.module) || hasCode([call.args])) return false;
    const [, base, ...rest] = call.args.items;
    return base === undefined || (isPlainBase(base) && rest.length === 1);
  }

  function judgeNamed(
    { call, callee, handed }: NamedCall,
    say: (kind: ActKind, message: string) => void,
  ): void {
    const { facts, full: name, isDangerous } = standingOf(callee.module, callee.name);
    called.add(name);
    if (isOwn(callee)) {
      if (isVouchedFor(callee, own)) judgeHanded(callee, handed, say);
      return;
    }
    if (facts === undefined) {
      if (isDangerous) say("runs", `${name} is called`);
      else judgeUnknown({ call, callee, handed }, say);
      return;
    }
    const { rule, roles } = facts;
    if (rule?.rule === "torchscript" && isTorchScript) return;
    if (rule !== undefined) {
      if (keepsRule(rule, call, own)) {
        if (rule.rule !== "class-first") judgeHanded(callee, handed, say);
        return;
      }
      const first = firstOf(call.args);
      const of = rule.rule === "class-first" && first?.kind === "global" ? first : undefined;
      const made = of === undefined ? undefined : full(of);
      if (made !== undefined) called.add(made);
      if (of !== undefined && isMadePlainly(of, call)) {
        say("makes-unknown", madeMessage(full(of)));
        return;
      }
      // Whoever is handed such a dictionary may look for a key that is not there: that is told then.
      const isOfFile = isFunctionOfFile(first);
      if (isOfFile && call.by === "REDUCE" && (isDefault(call) || isPartialCall(call))) return;
      if (isDefault(call) && first !== undefined && isMethod(first)) {
        say("names-unknown", `What ${name} keeps is not known, and it may call it later`);
        return;
      }
      const kept = rule.rule === "callable-first" && first?.kind === "global" ? first : undefined;
      if (kept !== undefined && isKeptUnknown(call, kept, handed)) {
        called.add(full(kept));
        say("names-unknown", `${full(kept)} is kept by ${name}, which may call it later`);
        return;
      }
      const attribute = namedAttribute(call);
      if (attribute !== undefined) {
        called.add(full(attribute));
        say("names-unknown", `${full(attribute)} is taken`);
        return;
      }
      say(
        graveRules.has(rule.rule) ? "runs" : "calls-unknown",
        made !== undefined
          ? `${made} is made, of which it is not known what it does`
          : graveRules.has(rule.rule)
            ? `${name} is called with what it may run`
            : `${name} is called in a way that models are not known to (${rule.means})`,
      );
      return;
    }
    if (roles.has(isMaking(call) ? "class" : "maker")) {
      judgeHanded(callee, handed, say);
      return;
    }
    say("calls-unknown", `${name} is called, which models are not known to do`);
  }

  for (const [index, event] of events.entries()) {
    if (event.kind !== "import" || called.has(full(event.global))) continue;
    if (isOwn(event.global)) continue;
    const { full: name, facts } = standingOf(event.global.module, event.global.name);
    if (isRisky(event.global)) tell("names-dangerous", index, `${name} is imported`);
    else if (facts === undefined) tell("names-unknown", index, `${name} is imported`);
  }
  if (isRebuilt && problem === undefined && !isRebuildable(result))
    tell(
      "runs",
      events.length,
      "Numba calls `_rebuild` of what this gives, which is no function of it",
    );
  if (problem !== undefined)
    tell("unclear", events.length, `It cannot be followed to its end: ${problem.message}`);
  return acts.sort((a, b) => a.event - b.event);
}

/** Names in states that were looked at: one may be put into objects without end. */
const namesInState = new WeakMap<PickleValue, readonly GlobalName[]>();

function globalsPut(
  event: Extract<PickleEvent, { kind: "build" | "method" }>,
): readonly GlobalName[] {
  if (event.kind === "method") return globalsIn(event.given).globals;
  let found = namesInState.get(event.state);
  if (found === undefined) {
    found = [...new Set(globalsIn([event.state]).globals)];
    namesInState.set(event.state, found);
  }
  return found;
}

function* callsIn(events: readonly PickleEvent[]): Generator<CallResult> {
  for (const event of events) if (event.kind === "call") yield event.call;
}

function argumentsIn({ args, keywords }: CallResult): readonly PickleValue[] {
  return keywords === undefined ? [args] : [args, keywords];
}

/** Rules of names that must not be handed to anybody. */
const riskyRules = new Set(["attribute", "nested", "listed-pair"]);
/** Rules of names that do anything where they are not kept. */
const graveRules = new Set([
  ...riskyRules,
  "array-parts",
  "base",
  "callable-first",
  "class-state",
  "expression",
  "kept",
]);
/** Rules of names that whoever is handed them may make. */
const graveArguments = new Set(["base", "class-state", "expression", "kept", "made", "state"]);

/** True for what must not be handed to anybody. */
function isRisky({ module, name }: GlobalName): boolean {
  const { isDangerous, facts } = standingOf(module, name);
  return isDangerous || riskyRules.has(facts?.rule?.rule ?? "");
}

/** True for a call that makes an object without its constructor (INST and OBJ without arguments do). */
function isMaking({ by, args }: CallResult): boolean {
  if (by === "NEWOBJ" || by === "NEWOBJ_EX") return true;
  return (by === "INST" || by === "OBJ") && args.kind === "tuple" && args.length === 0;
}

/** True for a call of what a known method or partial gave: `getattr(ZoneInfo, "_unpickle")(…)`. */
function isKnownResult(call: CallResult): boolean {
  const { callee, args, states } = call;
  if (callee.kind !== "global") return false;
  const rule = standingOf(callee.module, callee.name).facts?.rule;
  if (rule === undefined || !keepsRule(rule, call)) return false;
  if (rule.rule === "attribute") {
    // What is only named is not called.
    const named = dottedName(call);
    const isNamed = named !== undefined && isPlainly(named.module, named.name, "value");
    return !isBoundMethod(call) && (!isNamed || isPlainly(named.module, named.name, "maker"));
  }
  if (full(callee) !== "functools.partial" || states.length >= keptStates) return false;
  // Its state takes the function anew.
  return [args, ...states].every((given) => {
    const first = firstOf(given);
    return first?.kind === "global" && isPlainly(first.module, first.name, "maker");
  });
}

/** PyTorch's older format gives the source of a class along with it, by a persistent id. */
function unwrapped(value: PickleValue): PickleValue {
  if (value.kind !== "persistent" || value.id.kind !== "tuple") return value;
  // The word may be bytes too; a storage has its type behind it, which nobody has reason to change.
  const [word, module] = value.id.items;
  if (textOf(word) === "storage" || module === undefined) return value;
  return module.kind === "persistent" || module.kind === "global" ? unwrapped(module) : value;
}

/** What is known of partials; a partial that is being looked at holds nothing new. */
const partials = new WeakMap<CallResult, boolean>();
/** Partials in one another that are looked into; what is deeper is taken for the worst. */
const deepest = 50;
let depth = 0;

/** True for a method of an object, and for a partial of one, which calls it when it is called. */
function isMethod(value: PickleValue): boolean {
  if (value.kind !== "call") return false;
  if (!isPartialCall(value) && !isDefault(value))
    return isBoundMethod(value) || namedAttribute(value) !== undefined;
  const known = partials.get(value);
  if (known !== undefined) return known;
  if (depth >= deepest) return true;
  partials.set(value, false);
  depth++;
  const held = globalsIn([value.args, ...value.states]);
  // Of what is not known it is not known either what it does when it is called.
  const found =
    held.hasMethod ||
    [value.args, ...value.states].some((each) => isFunctionOfFile(firstOf(each))) ||
    held.globals.some(({ module, name }) => standingOf(module, name).facts === undefined);
  depth--;
  partials.set(value, found);
  return found;
}

/** True where a partial or a default keeps a name that is on no list, and calls it for nobody yet. */
function isKeptUnknown(call: CallResult, kept: GlobalName, handed: readonly GlobalName[]): boolean {
  const isUnknown = ({ module, name }: GlobalName): boolean => {
    const { facts, isDangerous } = standingOf(module, name);
    return facts === undefined && !isDangerous && !readsTexts(module);
  };
  return (
    call.by === "REDUCE" &&
    // Others of this rule call it at once.
    (isPartialCall(call) || isDefault(call)) &&
    isUnknown(kept) &&
    handed.every((each) => !isRisky(each)) &&
    !hasCode([call.args])
  );
}

/** A dictionary that calls what it was given for keys that it does not have. */
function isDefault({ callee }: CallResult): boolean {
  return callee.kind === "global" && full(callee) === "collections.defaultdict";
}

function isPartialCall({ callee }: CallResult): boolean {
  return callee.kind === "global" && full(callee) === "functools.partial";
}

function firstOf(args: PickleValue): PickleValue | undefined {
  return args.kind === "tuple" || args.kind === "list" ? args.items[0] : undefined;
}

function nameOf(value: PickleValue): string {
  switch (value.kind) {
    case "global":
      return full(value);
    case "call":
      return value.callee.kind === "global" ? `What ${full(value.callee)} gave` : "A result";
    default:
      return "A value";
  }
}

/** Values that are looked at for names within one argument. */
const maxLooked = 20_000;

/** Names within values, containers included; what calls gave was judged where it was made. */
function globalsIn(values: readonly PickleValue[]): {
  readonly globals: readonly GlobalName[];
  /** True where a method of an object is among them. */
  readonly hasMethod: boolean;
  /** True where there were more values than are looked at. */
  readonly isCut: boolean;
} {
  const found: GlobalName[] = [];
  const stack: PickleValue[] = [];
  let left = maxLooked;
  let hasMethod = false;
  function look(items: readonly PickleValue[]): void {
    for (const item of items) {
      if (left-- <= 0) return;
      if (item.kind === "global") found.push(item);
      else if (item.kind === "dict" || "items" in item) stack.push(item);
      else if (isMethod(item)) hasMethod = true;
    }
  }
  look(values);
  while (stack.length > 0 && left > 0) {
    const value = stack.pop()!;
    if (value.kind !== "dict") look((value as Sequence).items);
    else for (const entry of value.entries) if (left > 0) look(entry);
  }
  return { globals: found, hasMethod, isCut: left <= 0 };
}
