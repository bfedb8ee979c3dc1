import type { PickleEvent, PickleProgram } from "../formats/pickle/program.ts";
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
} from "../formats/pickle/value.ts";
import { roleOf } from "./names.ts";

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
  /** Machine code in a model. */
  | "native"
  /** Metadata that look like code, or send a reader elsewhere. */
  | "metadata"
  | "metadata-url";

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

/** Judges what a pickle does. What is proven to be data is not spoken of. */
export function judge({ events, problem }: PickleProgram): readonly Act[] {
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
    const { target } = event;
    if (target.kind === "global") {
      called.add(full(target));
      tell("runs", index, `${full(target)} itself is changed, for the whole process`);
      return;
    }
    const given = event.kind === "build" ? [event.state] : event.given;
    for (const global of globalsIn(given))
      if (roleOf(global.module, global.name) === "dangerous") {
        called.add(full(global));
        tell("names-dangerous", index, `${full(global)} is put into an object`);
      }
    if (target.kind === "unknown" || target.kind === "extension")
      tell("unclear", index, "Something is put into an object that is not known");
  }

  function judgeCall(call: CallResult, say: (kind: ActKind, message: string) => void): void {
    const callee = unwrapped(call.callee);
    for (const global of globalsIn([
      call.args,
      ...(call.keywords === undefined ? [] : [call.keywords]),
    ])) {
      const role = roleOf(global.module, global.name);
      if (role !== "dangerous" || codeMakers.has(full(global))) continue;
      called.add(full(global));
      say("runs", `${full(global)} is handed to ${nameOf(callee)}`);
    }
    if (callee.kind !== "global") {
      if (callee.kind === "call" && isHarmlessMethod(callee)) return;
      const isObject = callee.kind === "call" && isKnownMaker(callee);
      say(
        isObject ? "calls-unknown" : "runs",
        `${nameOf(callee)} is called, which is not known before the file is loaded`,
      );
      return;
    }
    const name = full(callee);
    called.add(name);
    if (codeMakers.has(name)) {
      say("holds-code", `${name} makes a function or a class of code that is in the file`);
      return;
    }
    const role = roleOf(callee.module, callee.name);
    if (role === "dangerous") {
      if (isHarmlessCall(call, name)) return;
      say("runs", `${name} is called`);
      return;
    }
    if (role === "unknown" || role === "value") {
      say("calls-unknown", `${name} is called, of which it is not known what it does`);
      return;
    }
    const first = firstOf(call.args);
    // These call or make what they are given first.
    if (makersOfFirst.has(name) && first !== undefined) judgeMade(first, say);
  }

  function judgeMade(made: PickleValue, say: (kind: ActKind, message: string) => void): void {
    if (made.kind === "none") return;
    if (made.kind !== "global") {
      say("calls-unknown", "What is made is not known before the file is loaded");
      return;
    }
    called.add(full(made));
    if (roleOf(made.module, made.name) === "unknown")
      say("calls-unknown", `${full(made)} is made, of which it is not known what it does`);
  }

  for (const [index, event] of events.entries()) {
    if (event.kind !== "import" || called.has(full(event.global))) continue;
    const role = roleOf(event.global.module, event.global.name);
    if (role === "dangerous") tell("names-dangerous", index, `${full(event.global)} is imported`);
    else if (role === "unknown") tell("names-unknown", index, `${full(event.global)} is imported`);
  }
  if (problem !== undefined)
    tell("unclear", events.length, `It cannot be followed to its end: ${problem.message}`);
  return acts.sort((a, b) => a.event - b.event);
}

/** Functions that make, or will call, their first argument. */
const makersOfFirst = new Set([
  "copyreg._reconstructor",
  "copyreg.__newobj__",
  "copyreg.__newobj_ex__",
  "collections.defaultdict",
  "functools.partial",
  "numpy.core.multiarray._reconstruct",
  "numpy._core.multiarray._reconstruct",
  "numpy.ma.core._mareconstruct",
  "torch._utils._rebuild_parameter_with_state",
  "torch._tensor._rebuild_from_type_v2",
  "torch._tensor._rebuild_from_type",
]);

/** `getattr(object, "name")` of an object that is known: how methods are kept. */
function isHarmlessCall({ args }: CallResult, name: string): boolean {
  if (name !== "builtins.getattr" || args.kind !== "tuple" || args.length !== 2) return false;
  const [of, attribute] = args.items;
  const written = textOf(attribute);
  if (written === undefined || !/^_?[A-Za-z][A-Za-z0-9_]*$/.test(written)) return false;
  return of?.kind === "global"
    ? roleOf(of.module, of.name) === "class"
    : of?.kind === "call" && isKnownMaker(of);
}

/** Methods by which classes of the standard library are made again. */
const harmlessMethods = new Set(["zoneinfo.ZoneInfo._unpickle", "builtins.dict.fromkeys"]);

/** `getattr(ZoneInfo, "_unpickle")(…)` */
function isHarmlessMethod({ callee, args }: CallResult): boolean {
  if (callee.kind !== "global" || full(callee) !== "builtins.getattr") return false;
  if (args.kind !== "tuple") return false;
  const [of, attribute] = args.items;
  return of?.kind === "global" && harmlessMethods.has(`${full(of)}.${textOf(attribute) ?? ""}`);
}

/** PyTorch's older format gives the source of a class along with it, by a persistent id. */
function unwrapped(value: PickleValue): PickleValue {
  if (value.kind !== "persistent" || value.id.kind !== "tuple") return value;
  const [word, module] = value.id.items;
  return textOf(word) === "module" && module?.kind === "global" ? module : value;
}

/** True for the result of a class or a maker that is known. */
function isKnownMaker(call: CallResult): boolean {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "global") return false;
  const role = roleOf(callee.module, callee.name);
  return role === "class" || role === "maker";
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
const maxLooked = 2_000;

/** Names within values, containers included; what calls gave was judged where it was made. */
function globalsIn(values: readonly PickleValue[]): readonly GlobalName[] {
  const found: GlobalName[] = [];
  const stack = [...values];
  for (let looked = 0; stack.length > 0 && looked < maxLooked; looked++) {
    const value = stack.pop()!;
    if (value.kind === "global") found.push(value);
    else if (value.kind === "dict") for (const entry of value.entries) stack.push(...entry);
    else if ("items" in value) stack.push(...value.items);
  }
  return found;
}
