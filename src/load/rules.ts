import {
  entryOf,
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
  type Sequence,
} from "../formats/pickle/value.ts";
import { factsOf, isPlainly, type NameRule } from "./names.ts";
import { isVouchedFor, noNames, type OwnNames } from "./own-names.ts";

/** The arguments of a call, where they are written out. */
function argumentsOf({ args }: CallResult): readonly PickleValue[] | undefined {
  return args.kind === "tuple" && args.items.length === args.length ? args.items : undefined;
}

/** True where `copyreg._reconstructor` and its kin make what is known to do no harm when it is made. */
function isMadeSafely(value: PickleValue | undefined, own: OwnNames): boolean {
  if (value?.kind !== "global") return false;
  if (isVouchedFor(value, own)) return true;
  const facts = factsOf(value.module, value.name);
  if (facts === undefined || !facts.roles.has("class")) return false;
  return facts.rule === undefined || facts.rule.rule === "made" || facts.rule.rule === "state";
}

/** The second argument of `copyreg._reconstructor` has its constructor called. */
function isPlainClass(value: PickleValue | undefined): boolean {
  return value?.kind === "global" && isPlainly(value.module, value.name, "class");
}

/** True for what may be called by who is given it. */
function isCallable(value: PickleValue | undefined): boolean {
  if (value === undefined || value.kind === "none") return true;
  // A universal function of NumPy is given by its name.
  if (value.kind === "call" && value.callee.kind === "global") {
    const rule = factsOf(value.callee.module, value.callee.name)?.rule;
    return rule?.rule === "listed-pair" && keepsRule(rule, value);
  }
  return value.kind === "global" && isPlainly(value.module, value.name, "class", "maker", "value");
}

/**
 * True for a method of an object of a listed class, as objects keep their own: `getattr(model, "score")`.
 * To take it does no harm; to call it may.
 */
export function isBoundMethod(value: PickleValue | undefined): boolean {
  if (value?.kind !== "call" || value.callee.kind !== "global") return false;
  if (value.callee.name !== "getattr" || !/^(?:__)?builtins?(?:__)?$/.test(value.callee.module))
    return false;
  const [of, attribute] = argumentsOf(value) ?? [];
  if (of?.kind !== "call" || !/^_?[a-z]\w*$/i.test(textOf(attribute) ?? "")) return false;
  const made = madeBy(of);
  if (made === undefined) return false;
  const facts = factsOf(made.module, made.name);
  return facts?.roles.has("class") === true;
}

const builtIns = new Set(
  "str bytes bytearray int float complex bool list tuple dict set frozenset".split(" "),
);

/** `getattr(ZoneInfo, "_unpickle")`, and the entropy of a discrete distribution: kept methods. */
function isKnownAttribute([of, attribute]: readonly PickleValue[]): boolean {
  const name = textOf(attribute);
  // Methods of what is built in compute, and change at most what they belong to.
  const isBuiltIn =
    of?.kind === "text" ||
    (of?.kind === "global" && of.module === "builtins" && builtIns.has(of.name));
  if (isBuiltIn) return name !== undefined && /^[a-z]\w*$/.test(name);
  if (of?.kind === "global")
    return of.module === "zoneinfo" && of.name === "ZoneInfo" && name === "_unpickle";
  if (of?.kind !== "call") return false;
  return madeBy(of)?.module === "scipy.stats._discrete_distns" && name === "_entropy";
}

/** A partial calls nothing by itself, and what it gives is not called either. */
function isPartial({ callee }: CallResult): boolean {
  return callee.kind === "global" && callee.module === "functools" && callee.name === "partial";
}

/** True where a call keeps the rule under which its name is safe. */
export function keepsRule({ rule }: NameRule, call: CallResult, own: OwnNames = noNames): boolean {
  const args = argumentsOf(call);
  const isNew = call.by === "NEWOBJ" || call.by === "NEWOBJ_EX";
  if (rule === "made") return isNew && args?.length === 0 && call.keywords === undefined;
  if (rule === "state") return isNew;
  if (args === undefined || isNew) return false;
  switch (rule) {
    case "class-first":
      return isMadeSafely(args[0], own) && (args.length < 2 || isPlainClass(args[1]));
    case "callable-first":
      return isCallable(args[0]) || (isPartial(call) && isBoundMethod(args[0]));
    case "latin1":
      return args.length === 2 && args[0]?.kind === "text" && textOf(args[1]) === "latin1";
    case "none":
      return args.length === 1 && args[0]?.kind === "none";
    case "nested":
      return args[0]?.kind === "bytes" || isLatin1(args[0]);
    case "listed-pair": {
      const [module, name] = [textOf(args[0]), textOf(args[1])];
      return module !== undefined && name !== undefined && isPlainly(module, name, "value");
    }
    case "attribute":
      return args.length === 2 && (isKnownAttribute(args) || isBoundMethod(call));
    default:
      return false;
  }
}

/** Bytes as Python 2 protocols write them: `_codecs.encode(text, "latin1")`. */
function isLatin1(value: PickleValue | undefined): boolean {
  return (
    value?.kind === "call" &&
    value.callee.kind === "global" &&
    value.callee.module === "_codecs" &&
    value.callee.name === "encode"
  );
}

/** True where what is put into an object keeps the rule of its class, if it has one. */
export function keepsState(target: PickleValue, state: PickleValue): boolean {
  if (target.kind !== "call") return true;
  // What a partial gave: its class is not known.
  if (target.callee.kind === "call") return false;
  if (target.callee.kind !== "global") return true;
  const made = madeBy(target);
  const rule = made === undefined ? undefined : factsOf(made.module, made.name)?.rule;
  if (rule?.rule === "callable-first") {
    // `functools.partial.__setstate__` takes the function anew.
    if (state.kind === "tuple")
      return isCallable(state.items[0]) || (isPartial(target) && isBoundMethod(state.items[0]));
    return state.kind === "dict" || state.kind === "none";
  }
  if (rule?.rule !== "state" || rule.key === undefined || rule.pattern === undefined) return true;
  if (state.kind === "none") return true;
  if (state.kind === "tuple") return isOldState(state, rule.key);
  if (state.kind !== "dict" || state.entries.length < state.length) return false;
  if (!state.entries.every(([key]) => textOf(key) !== undefined)) return false;
  const value = entryOf(state, rule.key);
  const written = textOf(value);
  return value === undefined || (written !== undefined && new RegExp(rule.pattern).test(written));
}

/**
 * True where BUILD may set `__class__`: of a pair, the second is set by `setattr`. The object then
 * takes the next state as another class does.
 */
export function changesClass(state: PickleValue): boolean {
  if (state.kind === "call") return madePairs(state).some(changesClass);
  if (state.kind !== "tuple" || state.length !== 2) return false;
  const slots = state.items[1];
  if (slots?.kind === "call") return slots.callee.kind !== "global" || hasClass(slots.args);
  return slots !== undefined && hasClass(slots);
}

/** Pairs that `builtins.tuple` and tuples with names are made of. */
function madePairs({ args }: CallResult): readonly PickleValue[] {
  if (args.kind !== "tuple") return [];
  const inner = args.items[args.length - 1];
  const items = inner?.kind === "list" ? [{ ...inner, kind: "tuple" } as const] : args.items;
  return [args, ...items];
}

function hasClass(value: PickleValue): boolean {
  if (value.kind === "dict")
    return value.entries.some(
      ([key]) =>
        key.kind === "call" ||
        (key.kind === "text" && (textOf(key) ?? "__class__") === "__class__"),
    );
  return (
    "items" in value && value.items.some((item) => textOf(item) === "__class__" || hasClass(item))
  );
}

/** SciPy before 1.6 gives a dictionary and a generator of random numbers. */
function isOldState({ items, length }: Sequence, key: string): boolean {
  const [state, random] = items;
  if (length !== 2 || state?.kind !== "dict" || state.entries.length < state.length) return false;
  const keys = state.entries.map(([each]) => textOf(each));
  return keys.every((each) => each !== undefined && each !== key) && isRandomState(random);
}

function isRandomState(value: PickleValue | undefined): boolean {
  if (value?.kind === "none") return true;
  if (value?.kind !== "call" || value.callee.kind !== "global") return false;
  const { module, name } = value.callee;
  return (
    (module === "numpy.random._pickle" && name === "__randomstate_ctor") ||
    (module === "numpy.random" && name === "__RandomState_ctor")
  );
}

/** The class of an object, also where `copyreg._reconstructor` has made it. */
function madeBy({ callee, args }: CallResult): GlobalName | undefined {
  if (callee.kind !== "global") return undefined;
  const rule = factsOf(callee.module, callee.name)?.rule;
  if (rule?.rule !== "class-first") return callee;
  const first = args.kind === "tuple" ? args.items[0] : undefined;
  return first?.kind === "global" ? first : callee;
}
