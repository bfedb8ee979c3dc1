import { keptStates } from "../formats/pickle/machine.ts";
import type { PickleEvent, PickleProgram } from "../formats/pickle/program.ts";
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
} from "../formats/pickle/value.ts";
import { factsOf, isDangerous, isPlainly } from "./names.ts";
import { changesClass, keepsRule, keepsState } from "./rules.ts";

/** What is wrong with a thing that a file does when it is loaded. */
export type ActKind =
  /** Runs code, or hands something that does to what is called. */
  | "runs"
  /** Calls what is not known. */
  | "calls-unknown"
  /** Names what runs code, and does not call it. */
  | "names-dangerous"
  /** Names what is not known, and does not call it. */
  | "names-unknown"
  /** Makes functions of code that is in the file. */
  | "holds-code"
  /** What happens cannot be told. */
  | "unclear"
  /** It says what cannot be: readers each take their own part of it. */
  | "contradicts"
  /** A template that is rendered reaches for Python's objects, or has what no chat needs. */
  | "template"
  | "odd-template"
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

/** Names that make functions of code objects (cloudpickle, dill, marshal). */
const codeMakers = new Set([
  "types.CodeType",
  "types.FunctionType",
  "marshal.loads",
  "cloudpickle.cloudpickle._make_function",
  "cloudpickle.cloudpickle._make_skel_func",
  "cloudpickle.cloudpickle._fill_function",
  "cloudpickle.cloudpickle._builtin_type",
  "cloudpickle.cloudpickle._make_skeleton_class",
  "cloudpickle.cloudpickle_fast._make_function",
  "dill._dill._create_function",
  "dill._dill._create_code",
  "dill._dill._create_type",
]);

function full({ module, name }: GlobalName): string {
  return `${module}.${name}`;
}

/** What is known of where a pickle was found. */
export interface JudgeOptions {
  /** True in an archive of TorchScript, of which the classes are its own. */
  readonly isTorchScript?: boolean;
}

/** Judges what a pickle does. What is proven to be data is not spoken of. */
export function judge(
  { events, problem }: PickleProgram,
  { isTorchScript = false }: JudgeOptions = {},
): readonly Act[] {
  const acts: Act[] = [];
  const told = new Map<string, number>();
  /** Names that some call was about: they are not spoken of again. */
  const called = new Set<string>();

  function tell(kind: ActKind, event: number, message: string): void {
    const key = `${kind} ${message}`;
    const before = told.get(key) ?? 0;
    told.set(key, before + 1);
    if (before < toldAlike) acts.push({ kind, event, message });
  }

  for (const [index, event] of events.entries()) {
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
    for (const global of globalsIn(event.kind === "build" ? [event.state] : event.given).globals)
      if (isRisky(global)) {
        called.add(full(global));
        tell("names-dangerous", index, `${full(global)} is put into an object`);
      }
    if (event.kind === "build" && !keepsState(target, event.state))
      tell("runs", index, `${nameOf(target)} is given a state that it runs`);
    if (event.kind === "build" && changesClass(event.state))
      tell("runs", index, `${nameOf(target)} is given another class`);
    if (target.kind === "unknown" || target.kind === "extension")
      tell("unclear", index, "Something is put into an object that is not known");
  }

  function judgeCall(call: CallResult, say: (kind: ActKind, message: string) => void): void {
    const callee = unwrapped(call.callee);
    const handed = globalsIn(argumentsIn(call));
    if (handed.isCut)
      say("unclear", `More values are handed to ${nameOf(callee)} than are looked at`);
    for (const global of handed.globals) {
      if (!isRisky(global) || codeMakers.has(full(global))) continue;
      called.add(full(global));
      say("runs", `${full(global)} is handed to ${nameOf(callee)}`);
    }
    if (callee.kind !== "global") {
      if (callee.kind === "call" && isKnownResult(callee)) {
        judgeHanded(call, say);
        return;
      }
      say("runs", `${nameOf(callee)} is called, which is not known before the file is loaded`);
      return;
    }
    judgeNamed(call, callee, say);
  }

  function isOwn({ module }: GlobalName): boolean {
    return isTorchScript && module.startsWith("__torch__.");
  }

  /** Some makers call or make what they are given: `__generator_ctor(name, function)`, `newObj(class)`. */
  function judgeHanded(call: CallResult, say: (kind: ActKind, message: string) => void): void {
    const { callee } = call;
    // A partial hands on what it was made with, and what its state says.
    const held = callee.kind === "call" ? [callee.args, ...callee.states] : [];
    for (const global of globalsIn([...argumentsIn(call), ...held]).globals) {
      const facts = factsOf(global.module, global.name);
      const { rule } = facts?.rule ?? {};
      if (facts === undefined && !isOwn(global)) {
        called.add(full(global));
        say(
          "calls-unknown",
          `${full(global)} is handed to ${nameOf(callee)}, of which it is not known what it does`,
        );
      } else if (rule === "state" || rule === "made")
        say("runs", `${full(global)} is handed to ${nameOf(callee)}, which may make it`);
    }
  }

  function judgeNamed(
    call: CallResult,
    callee: GlobalName,
    say: (kind: ActKind, message: string) => void,
  ): void {
    const name = full(callee);
    called.add(name);
    if (codeMakers.has(name)) {
      say("holds-code", `${name} makes a function or a class of code that is in the file`);
      return;
    }
    if (isOwn(callee)) return;
    const facts = factsOf(callee.module, callee.name);
    if (facts === undefined) {
      if (isDangerous(callee.module, callee.name)) say("runs", `${name} is called`);
      else say("calls-unknown", `${name} is called, of which it is not known what it does`);
      return;
    }
    const { rule, roles } = facts;
    if (rule?.rule === "torchscript" && isTorchScript) return;
    if (rule !== undefined) {
      if (keepsRule(rule, call)) {
        if (rule.rule !== "class-first") judgeHanded(call, say);
        return;
      }
      const first = firstOf(call.args);
      const made =
        rule.rule === "class-first" && first?.kind === "global" ? full(first) : undefined;
      if (made !== undefined) called.add(made);
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
      judgeHanded(call, say);
      return;
    }
    say("calls-unknown", `${name} is called, which models are not known to do`);
  }

  for (const [index, event] of events.entries()) {
    if (event.kind !== "import" || called.has(full(event.global))) continue;
    const { module, name } = event.global;
    if (isOwn(event.global)) continue;
    if (isRisky(event.global)) tell("names-dangerous", index, `${full(event.global)} is imported`);
    else if (factsOf(module, name) === undefined)
      tell("names-unknown", index, `${full(event.global)} is imported`);
  }
  if (problem !== undefined)
    tell("unclear", events.length, `It cannot be followed to its end: ${problem.message}`);
  return acts.sort((a, b) => a.event - b.event);
}

function argumentsIn({ args, keywords }: CallResult): readonly PickleValue[] {
  return keywords === undefined ? [args] : [args, keywords];
}

/** Rules of names that do anything where they are not kept. */
const graveRules = new Set(["attribute", "nested", "listed-pair", "callable-first"]);

/** True for what must not be handed to anybody. */
function isRisky({ module, name }: GlobalName): boolean {
  if (isDangerous(module, name)) return true;
  const rule = factsOf(module, name)?.rule;
  return rule !== undefined && rule.rule !== "callable-first" && graveRules.has(rule.rule);
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
  const rule = factsOf(callee.module, callee.name)?.rule;
  if (rule === undefined || !keepsRule(rule, call)) return false;
  if (rule.rule === "attribute") return true;
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
  /** True where there were more values than are looked at. */
  readonly isCut: boolean;
} {
  const found: GlobalName[] = [];
  const stack = [...values];
  for (let looked = 0; stack.length > 0 && looked < maxLooked; looked++) {
    const value = stack.pop()!;
    if (value.kind === "global") found.push(value);
    else if (value.kind === "dict") for (const entry of value.entries) stack.push(...entry);
    else if ("items" in value) stack.push(...value.items);
  }
  return { globals: found, isCut: stack.length > 0 };
}
