import { keptStates } from "../formats/pickle/machine.ts";
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
  type Sequence,
} from "../formats/pickle/value.ts";
import { isGraphBatch } from "./graph-batches.ts";
import { factsOf, isPlainly, standingOf, type NameRule } from "./names.ts";
import { isCustomPickled, isNumbaType } from "./numba.ts";
import { isVouchedFor, noNames, type OwnNames } from "./own-names.ts";
import { isTraced } from "./traced-code.ts";
import { isActing } from "./unknown-names.ts";

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
    if (isTypeOfData(value) || isPlainPartial(value) || isPlainInstance(value)) return true;
    return rule?.rule === "listed-pair" && keepsRule(rule, value);
  }
  return value.kind === "global" && isPlainly(value.module, value.name, "class", "maker", "value");
}

/** An object of a listed class: what it does when it is called was read with its class. */
function isPlainInstance(value: PickleValue | undefined): boolean {
  return (
    value?.kind === "call" &&
    (value.by === "NEWOBJ" || value.by === "NEWOBJ_EX") &&
    value.callee.kind === "global" &&
    isPlainly(value.callee.module, value.callee.name, "class")
  );
}

/** A partial calls nothing by itself; that of a `defaultdict` makes one of what comes next. */
function isKeptByPartial(value: PickleValue | undefined): boolean {
  return isDictionary(value) || isCallable(value);
}

function isDictionary(value: PickleValue | undefined): boolean {
  return value?.kind === "global" && value.module === "collections" && value.name === "defaultdict";
}

/** Values in a partial that are looked at. */
const maxHeld = 1_000;

/** True for a partial of what is listed without any rule, and of nothing that is a method. */
function isPlainPartial(call: CallResult, depth = 0): boolean {
  if (!isPartial(call) || call.states.length >= keptStates || depth > 3) return false;
  const held = [call.args, ...call.states];
  const firsts = held.map((each) =>
    each.kind === "tuple" || each.kind === "list" ? each.items[0] : undefined,
  );
  const isKept = (first: PickleValue | undefined): boolean =>
    (first?.kind === "global" && isKeptByPartial(first)) || isPlainInstance(first);
  if (!firsts.every(isKept)) return false;
  if (call.keywords !== undefined) held.push(call.keywords);
  let left = maxHeld;
  for (let value = held.pop(); value !== undefined; value = held.pop()) {
    if (left-- <= 0) return false;
    if (value.kind === "global") {
      if (!isKeptByPartial(value)) return false;
    } else if (value.kind === "call") {
      if (isBoundMethod(value)) return false;
      // A dictionary of dictionaries: what the inner ones call has to be as plain.
      if (isPartial(value) && !(firsts.every(isDictionary) && isPlainPartial(value, depth + 1)))
        return false;
    } else if (value.kind === "dict") {
      if (value.entries.length < value.length) return false;
      held.push(...value.entries.flat());
    } else if ("items" in value) {
      if (value.items.length < value.length) return false;
      held.push(...value.items);
    }
  }
  return true;
}

/** How dill writes `list`, `dict` and their kin. */
function isTypeOfData(call: CallResult): boolean {
  const { callee } = call;
  if (callee.kind !== "global" || callee.module !== "dill._dill" || callee.name !== "_load_type")
    return false;
  const name = textOf(argumentsOf(call)?.[0]);
  return name !== undefined && builtIns.has(name);
}

/** `getattr(class, "method")`, as protocols before 4 write `class.method`: the name that it stands for. */
export function dottedName(call: CallResult): GlobalName | undefined {
  if (!isGetattr(call)) return undefined;
  const [of, attribute] = argumentsOf(call) ?? [];
  const name = textOf(attribute);
  if (of?.kind !== "global" || name === undefined || call.args.kind !== "tuple") return undefined;
  return call.args.length === 2 ? { ...of, name: `${of.name}.${name}` } : undefined;
}

/**
 * A method of a class that is on no list, as it is named and not called: `getattr(Class, "method")` is
 * how protocols before 4 write `Class.method`.
 */
export function namedAttribute(call: CallResult): GlobalName | undefined {
  const name = dottedName(call);
  if (name === undefined || !/^[A-Z]\w*\._?[A-Za-z]\w*$/.test(name.name)) return undefined;
  const [of = "", method = ""] = name.name.split(".");
  if (isActing(of) || isActing(method)) return undefined;
  if (standingOf(name.module, of).isDangerous) return undefined;
  return standingOf(name.module, name.name).isDangerous ? undefined : name;
}

function isGetattr({ callee }: CallResult): boolean {
  return (
    callee.kind === "global" &&
    callee.name === "getattr" &&
    /^(?:__)?builtins?(?:__)?$/.test(callee.module)
  );
}

/** `Class.method` of a listed class, as `getattr(object, "method")` may give it. */
function isMethodName({ module, name }: GlobalName): boolean {
  const [of = "", method = "", ...more] = name.split(".");
  if (more.length > 0 || !/^_?[a-z]\w*$/i.test(method)) return false;
  return factsOf(module, of)?.roles.has("class") === true;
}

/** `MethodType(function, object)`, as cloudpickle and dill write a method: both are listed. */
export function isMethodOfParts(value: CallResult): boolean {
  const { callee } = value;
  if (callee.kind !== "call" || callee.callee.kind !== "global") return false;
  const giver = `${callee.callee.module}.${callee.callee.name}`;
  if (!/^(?:cloudpickle\.cloudpickle\._builtin_type|dill\._dill\._load_type)$/.test(giver))
    return false;
  if (textOf(argumentsOf(callee)?.[0]) !== "MethodType") return false;
  const [method, of, ...more] = argumentsOf(value) ?? [];
  if (more.length > 0 || of?.kind !== "call" || method === undefined) return false;
  const name =
    method.kind === "global" ? method : method.kind === "call" ? dottedName(method) : undefined;
  if (name === undefined) return false;
  if (!isPlainly(name.module, name.name, "value") && !isMethodName(name)) return false;
  const made = madeBy(of);
  return made !== undefined && factsOf(made.module, made.name)?.roles.has("class") === true;
}

/**
 * True for a method of an object of a listed class, as objects keep their own: `getattr(model, "score")`.
 * To take it does no harm; to call it may.
 */
export function isBoundMethod(value: PickleValue | undefined): boolean {
  if (value?.kind !== "call") return false;
  if (isMethodOfParts(value)) return true;
  if (!isGetattr(value)) return false;
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
  if (of?.kind === "global") {
    if (of.module === "zoneinfo" && of.name === "ZoneInfo" && name === "_unpickle") return true;
    // The same as the name with a dot, which has to be listed itself.
    return name !== undefined && isPlainly(of.module, `${of.name}.${name}`, "value", "maker");
  }
  if (of?.kind !== "call") return false;
  // Methods of a pattern search.
  if (
    madeBy(of)?.module === "re" &&
    /^(?:search|match|fullmatch|finditer|findall|split)$/.test(name ?? "")
  )
    return madeBy(of)?.name === "_compile";
  return madeBy(of)?.module === "scipy.stats._discrete_distns" && name === "_entropy";
}

/** A partial calls nothing by itself, and what it gives is not called either. */
function isPartial({ callee }: CallResult): boolean {
  return callee.kind === "global" && callee.module === "functools" && callee.name === "partial";
}

const symbols = new Set(["Symbol", "Dummy", "Wild"]);

/** Numbers, and what was made of other names under this rule: no text, which SymPy evaluates. */
function isExpression(value: PickleValue, depth = 0): boolean {
  if (value.kind === "number" || value.kind === "bool" || value.kind === "none") return true;
  if (value.kind === "call")
    return (
      value.callee.kind === "global" &&
      factsOf(value.callee.module, value.callee.name)?.rule?.rule === "expression"
    );
  return (
    value.kind === "tuple" &&
    depth < 3 &&
    value.items.length === value.length &&
    value.items.every((item) => isExpression(item, depth + 1))
  );
}

/** The digits of a number stand in the file as text, in hexadecimal. */
function isBinaryFloat(value: PickleValue | undefined): boolean {
  if (value?.kind !== "tuple" || value.length !== 4) return false;
  const [sign, digits, ...more] = value.items;
  return (
    /^[0-9a-f]+$/.test(textOf(digits) ?? "") &&
    [sign, ...more].every((each) => each?.kind === "number")
  );
}

function keepsExpression(call: CallResult, args: readonly PickleValue[]): boolean {
  const { callee, keywords } = call;
  if (keywords !== undefined) {
    if (keywords.kind !== "dict" || keywords.entries.length < keywords.length) return false;
    const isPlain = keywords.entries.every(
      ([key, value]) =>
        textOf(key) !== undefined && ["bool", "none", "number"].includes(value.kind),
    );
    if (!isPlain) return false;
  }
  const name = callee.kind === "global" ? callee.name : "";
  if (symbols.has(name)) {
    const [first, ...more] = args;
    return more.length === 0 && /^[\p{L}_][\p{L}\p{N}_]{0,60}$/u.test(textOf(first) ?? "");
  }
  if (name === "Float" && args.length === 1 && isBinaryFloat(args[0])) return true;
  return args.every((each) => isExpression(each));
}

/** How JAX writes an array: what NumPy makes it of, and what is put into it. */
function isArrayParts([maker, given, ...states]: readonly PickleValue[]): boolean {
  if (maker?.kind !== "global" || given?.kind !== "tuple" || states.length !== 2) return false;
  const [type] = given.items;
  return (
    maker.name === "_reconstruct" &&
    /^numpy\._?core\.(?:_multiarray_umath|multiarray)$/.test(maker.module) &&
    type?.kind === "global" &&
    type.module === "numpy" &&
    type.name === "ndarray"
  );
}

/** True where a call keeps the rule under which its name is safe. */
export function keepsRule({ rule }: NameRule, call: CallResult, own: OwnNames = noNames): boolean {
  const args = argumentsOf(call);
  const isNew = call.by === "NEWOBJ" || call.by === "NEWOBJ_EX";
  if (rule === "made") return isNew && args?.length === 0 && call.keywords === undefined;
  if (rule === "state") return isNew;
  if (rule === "expression") return isNew && args !== undefined && keepsExpression(call, args);
  if (args === undefined || isNew) return false;
  switch (rule) {
    case "class-first":
      return isMadeSafely(args[0], own) && (args.length < 2 || isPlainClass(args[1]));
    case "callable-first":
      return (
        isCallable(args[0]) ||
        (isPartial(call) && (isKeptByPartial(args[0]) || isBoundMethod(args[0])))
      );
    case "latin1":
      return args.length === 2 && args[0]?.kind === "text" && textOf(args[1]) === "latin1";
    case "none":
      return args.length === 1 && args[0]?.kind === "none";
    case "nested":
      return args[0]?.kind === "bytes" || isLatin1(args[0]);
    case "nested-parts":
      return args.every((each) => each.kind === "bytes" || isLatin1(each) || isObject(each));
    case "listed-pair": {
      const [module, name] = [textOf(args[0]), textOf(args[1])];
      return module !== undefined && name !== undefined && isPlainly(module, name, "value");
    }
    case "class-state":
      return isClassState(call, args);
    case "traced":
      return args.length === 2 && isTraced(args[0], args[1]);
    case "rebuilt":
      return args.length === 1 && isCustomPickled(args[0]);
    case "numba-type":
      return isNumbaType(args);
    case "array-parts":
      return isArrayParts(args);
    case "logger":
      return args.length === 0 || (args.length === 1 && textOf(args[0]) !== undefined);
    case "iterates":
      return args.length === 1 || (args[0]?.kind === "global" && isCallable(args[0]));
    case "attribute":
      return args.length === 2 && (isKnownAttribute(args) || isBoundMethod(call));
    default:
      return false;
  }
}

/** `_make_td(class, {…})`: each key is set by `setattr`, so none may reach the object's class. */
function isClassState(call: CallResult, args: readonly PickleValue[]): boolean {
  const [of, state] = args;
  if (args.length !== 2 || call.callee.kind !== "global" || of?.kind !== "global") return false;
  if (state?.kind !== "dict" || state.entries.length < state.length) return false;
  const [library] = call.callee.module.split(".", 1);
  return (
    of.module.split(".", 1)[0] === library &&
    isPlainClass(of) &&
    state.entries.every(([key]) => /^(?!__)\w+$/.test(textOf(key) ?? ""))
  );
}

/** True for what cannot be bytes that a call has put together. */
function isObject(value: PickleValue): boolean {
  if (value.kind !== "call") return value.kind !== "unknown" && value.kind !== "extension";
  const { callee } = value;
  return (
    callee.kind === "global" &&
    !/^(?:builtins|_?codecs|_?operator|_io|io|numpy.*|array)$/.test(callee.module)
  );
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

function firstOf(args: PickleValue): PickleValue | undefined {
  return args.kind === "tuple" ? args.items[0] : undefined;
}

/** The same name once more, of which was spoken where it was given first. */
function isSame(value: PickleValue | undefined, before: PickleValue | undefined): boolean {
  if (value?.kind === "call" && value === before) return true;
  return (
    value?.kind === "global" &&
    before?.kind === "global" &&
    value.module === before.module &&
    value.name === before.name
  );
}

/** True where what is put into an object keeps the rule of its class, if it has one. */
export function keepsState(target: PickleValue, state: PickleValue): boolean {
  if (target.kind !== "call") return true;
  // What a partial gave: its class is not known.
  if (target.callee.kind === "call") return isGraphBatch(target);
  if (target.callee.kind !== "global") return true;
  const made = madeBy(target);
  const rule = made === undefined ? undefined : factsOf(made.module, made.name)?.rule;
  if (rule?.rule === "callable-first") {
    // `functools.partial.__setstate__` takes the function anew.
    if (state.kind === "tuple")
      return (
        isCallable(state.items[0]) ||
        isSame(state.items[0], firstOf(target.args)) ||
        (isPartial(target) && (isKeptByPartial(state.items[0]) || isBoundMethod(state.items[0])))
      );
    return state.kind === "dict" || state.kind === "none";
  }
  // One for the whole process.
  if (rule?.rule === "logger") return false;
  // What expressions are made of is given to them when they are made.
  if (rule?.rule === "expression") return state.kind === "none";
  if (rule?.rule !== "state" || rule.key === undefined || rule.pattern === undefined) return true;
  if (state.kind === "none") return true;
  if (state.kind === "tuple") return isOldState(state, rule.key);
  if (state.kind !== "dict" || state.entries.length < state.length) return false;
  if (!state.entries.every(([key]) => textOf(key) !== undefined)) return false;
  // What is put into a dictionary after it was given is not what was given: each value of the key counts.
  const { key: name, pattern } = rule;
  return state.entries
    .filter(([key]) => textOf(key) === name)
    .every(([, value]) => new RegExp(pattern).test(textOf(value) ?? "\0"));
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
