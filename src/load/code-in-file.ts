// Functions and classes of which the code is in the pickle itself, as cloudpickle
// (`cloudpickle/cloudpickle.py`) and dill (`dill/_dill.py`) write them. Honest files have them too, so
// what makes them is told apart from what runs them while the file is loaded.
import {
  textOf,
  type CallKind,
  type CallResult,
  type PickleValue,
} from "../formats/pickle/value.ts";
import type { ActKind } from "./judge.ts";
import { isPlainCode } from "./plain-code.ts";
import { isDangerousPath, isKnownModule, standingOf } from "./names.ts";

type Made = "code" | "function" | "class";

const makers: ReadonlyMap<string, Made> = new Map([
  ["types.CodeType", "code"],
  ["types.FunctionType", "function"],
  ["types.LambdaType", "function"],
  ["marshal.loads", "code"],
  ["cloudpickle._make_function", "function"],
  ["cloudpickle._make_skel_func", "function"],
  ["cloudpickle._fill_function", "function"],
  ["cloudpickle._make_skeleton_class", "class"],
  ["cloudpickle._make_skeleton_enum", "class"],
  ["dill._dill._create_function", "function"],
  ["dill._dill._create_code", "code"],
  ["dill._dill._create_type", "class"],
]);

/** Those that give a type by its name. */
const typeGivers = new Set(["cloudpickle._builtin_type", "dill._dill._load_type"]);
/** What a function shares with those around it. */
const cellMakers = new Set([
  "cloudpickle._make_cell",
  "cloudpickle._make_empty_cell",
  "dill._dill._create_cell",
]);
/** One of two marks of `dataclasses` by its name: there for the whole process. */
const sentinelGiver = "cloudpickle._get_dataclass_field_type_sentinel";
const setters = new Set(["cloudpickle._function_setstate", "cloudpickle._class_setstate"]);
const importers = new Set(["cloudpickle.subimport", "dill._dill._import_module"]);
/** Types that only hold what they are given. */
const plainTypes =
  /^(?:object|type|str|int|float|complex|bool|bytes|bytearray|list|tuple|dict|set|frozenset|range|slice|property|staticmethod|classmethod|super|(?:None|NotImplemented|Ellipsis|Code|Function|Lambda|Method|Module|MappingProxy|Type|Super|Cell)Type)$/;
/** Of these, what makes data of data when it is called, or keeps what it is given. */
const dataTypes =
  /^(?:str|int|float|complex|bool|bytes|bytearray|list|tuple|dict|set|frozenset|range|slice|property|staticmethod|classmethod|MappingProxyType)$/;
const metaclasses = new Set(["builtins.type", "abc.ABCMeta", "enum.EnumMeta", "enum.EnumType"]);
/** Methods that a loader calls, or Python after it. */
const calledOnLoad =
  /^(?:__(?:new|setstate|setattr|getattr|getattribute|init_subclass|set_name|setitem|hash|eq|del|prepare|instancecheck)__|append|extend|add)$/;

/** What gives a function that was made before its parts: its globals, defaults and what it closes over. */
const fillers = new Set(["cloudpickle._fill_function"]);

/**
 * cloudpickle before 0.8 took the globals of a module that is named by text, and `_fill_function` puts
 * those of the file into them.
 */
function takesModule(call: CallResult): boolean {
  if (nameOf(call.callee) !== "cloudpickle._make_skel_func") return false;
  const globals = argumentsOf(call)[2];
  if (globals === undefined || globals.kind === "none" || globals.kind === "dict") return false;
  return textOf(globals) !== "__main__";
}

/** What is wrong with a call; nothing where it only brings about what is said of another one. */
interface CodeAct {
  readonly kind: ActKind;
  readonly message: string;
}

/** cloudpickle is bundled by others, and was in two files for some time. */
function nameOf(value: PickleValue | undefined): string {
  if (value?.kind !== "global") return "";
  const module = value.module
    .replace(
      /^(?:pyspark|(?:sklearn\.externals\.)?joblib\.externals|ray|distributed\.protocol|numba|srsly)\.(?=cloudpickle\b)/,
      "",
    )
    .replace(/^cloudpickle(?:\.cloudpickle(?:_fast)?)$/, "cloudpickle");
  return `${module}.${value.name}`;
}

/** True for a name that makes functions or classes of code. */
export function isCodeMaker(value: PickleValue): boolean {
  const name = nameOf(value);
  return makers.has(name) || name === "cloudpickle._builtin_type";
}

/** True for a module or a type that a helper gives: what is put into it is there for the whole process. */
export function isShared(value: PickleValue): boolean {
  if (value.kind !== "call") return false;
  const name = nameOf(value.callee);
  return importers.has(name) || typeGivers.has(name) || name === sentinelGiver;
}

function argumentsOf({ args }: CallResult): readonly PickleValue[] {
  return args.kind === "tuple" ? args.items : [];
}

/** What a call gave, where that is code or made of it. */
function madeBy(value: PickleValue | undefined): Made | undefined {
  if (value?.kind !== "call") return undefined;
  const { callee } = value;
  if (callee.kind === "global") return makers.get(nameOf(callee));
  if (callee.kind !== "call" || !typeGivers.has(nameOf(callee.callee))) return undefined;
  const type = textOf(argumentsOf(callee)[0]);
  if (type === "CodeType") return "code";
  return type === "FunctionType" || type === "LambdaType" ? "function" : undefined;
}

/** True for a function of which the code is in the file. */
export function isFunctionOfFile(value: PickleValue | undefined): boolean {
  return madeBy(value) === "function";
}

/** A class that is given as its metaclass, which is called. */
function isMetaclass(value: PickleValue | undefined): boolean {
  if (value?.kind !== "call") return metaclasses.has(nameOf(value));
  return typeGivers.has(nameOf(value.callee)) && textOf(argumentsOf(value)[0]) === "type";
}

function isCell(value: PickleValue | undefined): boolean {
  return value?.kind === "call" && cellMakers.has(nameOf(value.callee));
}

/** Classes of the file that one of them is made of. */
const mostBases = 100;
const identifier = /^[A-Za-z_]\w{0,60}$/;
const shownNames = 8;

/** `f, which uses subprocess, Popen`: of a code object, its name and the names that it uses. */
function codeOf(call: CallResult, maker: string): string {
  const given = argumentsOf(call);
  const used = given.find(
    (each) =>
      each.kind === "tuple" &&
      each.length > 0 &&
      each.items.every((item) => identifier.test(textOf(item) ?? "")),
  );
  // The file, then the name.
  const name = given.map((each) => textOf(each)).filter((each) => each !== undefined)[1];
  const names = used?.kind === "tuple" ? used.items.map((item) => textOf(item)) : [];
  if (name === undefined && names.length === 0)
    return `${maker} makes a function or a class of code that is in the file`;
  const more = names.length > shownNames ? " and others" : "";
  const uses =
    names.length === 0 ? "" : `, which uses ${names.slice(0, shownNames).join(", ")}${more}`;
  return `The file holds code: ${name?.slice(0, 60) ?? "a function"}${uses}`;
}

/** Code that only computes is told apart. */
function kindOf(call: CallResult): ActKind {
  return madeBy(call) === "code" && isPlainCode(argumentsOf(call))
    ? "holds-plain-code"
    : "holds-code";
}

/** How dill fills a cell: `getattr(dill._dill, "_setattr", setattr)(cell, "cell_contents", value)`. */
export function isCellSetter(value: PickleValue): boolean {
  if (value.kind !== "call" || nameOf(value.callee) !== "builtins.getattr") return false;
  const [of, name, otherwise] = argumentsOf(value);
  return (
    nameOf(of) === "dill._dill" &&
    textOf(name) === "_setattr" &&
    nameOf(otherwise) === "builtins.setattr"
  );
}

/** Names in a state: a dictionary, or a pair of it and of slots. What is nested deeper is not known. */
function keysOf(value: PickleValue | undefined, depth = 0): readonly (string | undefined)[] {
  if (value === undefined || value.kind === "none") return [];
  if (value.kind === "dict")
    return value.entries.length < value.length
      ? [undefined]
      : value.entries.map(([key]) => textOf(key));
  if (value.kind === "tuple" && depth < 2)
    return value.items.flatMap((item) => keysOf(item, depth + 1));
  return [undefined];
}

/** True where each base is one of the library of enumerations, which calls nothing but its own methods. */
function isPlainEnum([bases, , , members]: readonly PickleValue[]): boolean {
  return (
    bases?.kind === "tuple" &&
    bases.items.length === bases.length &&
    bases.items.every((base) => enumBases.test(nameOf(base))) &&
    members?.kind === "dict" &&
    members.entries.length === members.length &&
    members.entries.every(
      ([key, value]) => /^[A-Za-z]\w*$/.test(textOf(key) ?? "") && isWritten(value),
    )
  );
}

const enumBases =
  /^(?:enum\.(?:Enum|IntEnum|Flag|IntFlag|StrEnum|ReprEnum)|builtins\.(?:int|str|float|bytes|object))$/;

/** True for data of which each part is written in the file. */
function isWritten(value: PickleValue, depth = 0): boolean {
  if (["none", "bool", "number", "text", "bytes"].includes(value.kind)) return true;
  if (depth > 3) return false;
  if (value.kind === "dict")
    return (
      value.entries.length === value.length &&
      value.entries.every((entry) => entry.every((each) => isWritten(each, depth + 1)))
    );
  return (
    "items" in value &&
    value.items.length === value.length &&
    value.items.every((item) => isWritten(item, depth + 1))
  );
}

/** What an enumeration may be given after it was made: its own tables are data, and so it runs nothing new. */
function runningMember(state: PickleValue | undefined, depth = 0): string | undefined {
  if (state === undefined || state.kind === "none") return undefined;
  if (state.kind === "tuple" && depth < 2)
    return state.items.map((item) => runningMember(item, depth + 1)).find(Boolean);
  if (state.kind !== "dict" || state.entries.length < state.length) return "?";
  for (const [key, value] of state.entries) {
    const name = textOf(key);
    if (name === undefined) return "?";
    if (!name.startsWith("_") || /^__(?:doc|module|str|repr|format|annotations)__$/.test(name))
      continue;
    if (!isWritten(value)) return name;
  }
  return undefined;
}

/** True for a base that looks at what a class has when it is made (`rule` `base`), of a class that has more. */
function looksAtClass([, , bases, given]: readonly PickleValue[], name: string): boolean {
  const isBare =
    name === "cloudpickle._make_skeleton_class" &&
    given !== undefined &&
    keysOf(given).every((key) => key === "__module__");
  return (
    bases?.kind === "tuple" &&
    !isBare &&
    bases.items.some(
      (base) =>
        base.kind === "global" && standingOf(base.module, base.name).facts?.rule?.rule === "base",
    )
  );
}

/** What a file makes of its own code, over all of its calls. */
export interface CodeInFile {
  /**
   * What is wrong with a call that has to do with code; `silent` where nothing more is; undefined
   * for every other call.
   */
  readonly judge: (call: CallResult) => CodeAct | "silent" | undefined;
  /** True for an object of a class of the file that takes its state as objects do by themselves. */
  readonly isPlainObject: (value: PickleValue) => boolean;
}

export function codeInFile(calls: Iterable<CallResult>): CodeInFile {
  /** What is put into a class after it was made. */
  const states = new Map<PickleValue, PickleValue[]>();
  for (const call of calls) {
    if (nameOf(call.callee) !== "cloudpickle._class_setstate") continue;
    const [target, state] = argumentsOf(call);
    if (target === undefined || state === undefined) continue;
    const before = states.get(target);
    if (before === undefined) states.set(target, [state]);
    else before.push(state);
  }

  /** A method of a class that runs while an object of it is loaded; a question mark where it is not known. */
  function runningMethod(
    made: CallResult,
    by: CallKind,
    seen = new Set<CallResult>(),
  ): string | undefined {
    if (seen.has(made)) return undefined;
    if (seen.size > mostBases) return "?";
    seen.add(made);
    const given = argumentsOf(made);
    if (nameOf(made.callee) === "cloudpickle._make_skeleton_enum")
      return [...made.states, ...(states.get(made) ?? [])]
        .map((state) => runningMember(state))
        .find(Boolean);
    const bases = given[2];
    const keys = [
      ...keysOf(given[3]),
      ...made.states.flatMap((state) => keysOf(state)),
      ...(states.get(made) ?? []).flatMap((state) => keysOf(state)),
    ];
    const isMade = by === "NEWOBJ" || by === "NEWOBJ_EX";
    for (const key of keys) {
      if (key === undefined) return "?";
      if (calledOnLoad.test(key) || (!isMade && /^__(?:init|call)__$/.test(key))) return key;
    }
    if (bases === undefined || bases.kind !== "tuple") return "?";
    for (const base of bases.items) {
      if (base.kind === "global" || madeBy(base) !== "class") continue;
      const found = runningMethod(base as CallResult, by, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function isPlainObject(value: PickleValue): boolean {
    if (value.kind !== "call" || value.callee.kind !== "call") return false;
    const { callee, by } = value;
    if (madeBy(callee) !== "class" || runningMethod(callee, by) !== undefined) return false;
    const bases = argumentsOf(callee)[2];
    return (
      bases?.kind === "tuple" &&
      bases.items.every(
        (base) =>
          base.kind !== "global" ||
          ["base", undefined].includes(standingOf(base.module, base.name).facts?.rule?.rule),
      )
    );
  }

  function judgeNamed(call: CallResult, name: string): CodeAct | "silent" | undefined {
    const [first, second] = argumentsOf(call);
    const made = makers.get(name);
    if (name === "cloudpickle._make_skeleton_enum")
      return isPlainEnum(argumentsOf(call))
        ? { kind: "holds-plain-code", message: `The enumeration ${textOf(second) ?? "?"} is made` }
        : { kind: "runs", message: `${name} makes an enumeration of what is not plain data` };
    if (made === "class" && looksAtClass(argumentsOf(call), name))
      return { kind: "runs", message: `${name} makes a class that its base evaluates` };
    if (made === "class")
      return isMetaclass(first)
        ? {
            // Its methods are spoken of where they are made.
            kind: "holds-plain-code",
            message: `The class ${textOf(second) ?? "?"} is made, of which the code is in the file`,
          }
        : {
            kind: "runs",
            message: `${name} calls what it is given first, which is no known metaclass`,
          };
    // What its code object is was said where that was made.
    if (made === "function" && madeBy(first) === "code" && !takesModule(call)) return "silent";
    if (fillers.has(name) && madeBy(first) === "function") return "silent";
    if (name === sentinelGiver)
      return textOf(first) === undefined
        ? { kind: "runs", message: `${name} is called with what is computed` }
        : "silent";
    if (made !== undefined) return { kind: kindOf(call), message: codeOf(call, name) };
    if (cellMakers.has(name) || isCellSetter(call)) return "silent";
    if (typeGivers.has(name))
      return plainTypes.test(textOf(first) ?? "")
        ? "silent"
        : {
            kind: "runs",
            message: `${name} is called with the name of a type that may run what it is given`,
          };
    if (setters.has(name))
      return ["function", "class"].includes(madeBy(first) ?? "")
        ? "silent"
        : { kind: "runs", message: `${name} changes what is not of the file` };
    if (importers.has(name)) return importAct(textOf(first), name);
    if (
      name === "builtins.setattr" &&
      textOf(second) === "__qualname__" &&
      madeBy(first) !== undefined
    )
      return "silent";
    return undefined;
  }

  return {
    isPlainObject,
    judge(call) {
      const { callee } = call;
      if (callee.kind === "global") return judgeNamed(call, nameOf(callee));
      const made = madeBy(call);
      if (made === "code") return { kind: kindOf(call), message: codeOf(call, "CodeType") };
      const [first, second] = argumentsOf(call);
      if (made === "function")
        return madeBy(first) === "code"
          ? "silent"
          : { kind: "holds-code", message: codeOf(call, "FunctionType") };
      if (callee.kind === "call" && typeGivers.has(nameOf(callee.callee)))
        return dataTypes.test(textOf(argumentsOf(callee)[0]) ?? "") ? "silent" : undefined;
      if (isCellSetter(callee) && isCell(first) && textOf(second) === "cell_contents")
        return "silent";
      if (madeBy(callee) === "function")
        return { kind: "runs", message: "A function of which the code is in the file is called" };
      if (callee.kind !== "call" || madeBy(callee) !== "class") return undefined;
      const method = runningMethod(callee, call.by);
      const of = textOf(argumentsOf(callee)[1]) ?? "a class";
      return method === undefined
        ? {
            kind: "holds-plain-code",
            message: `An object is made of ${of}, of which the code is in the file`,
          }
        : method === "?"
          ? {
              kind: "runs",
              message: `An object is made of ${of}, and what that runs cannot be told`,
            }
          : {
              kind: "runs",
              message: `An object is made of ${of}, of which ${method} runs, whose code is in the file`,
            };
    },
  };
}

/** A module that code of the file uses; with a dot, a name is taken from it. */
function importAct(module: string | undefined, name: string): CodeAct | "silent" {
  if (module === undefined) return { kind: "runs", message: `${name} imports what is computed` };
  const at = module.lastIndexOf(".");
  const isRisky =
    isDangerousPath(module) ||
    standingOf(module, "").isDangerous ||
    (at > 0 && standingOf(module.slice(0, at), module.slice(at + 1)).isDangerous);
  if (!isRisky && isKnownModule(module)) return "silent";
  return isRisky
    ? { kind: "names-dangerous", message: `${module} is imported by ${name}` }
    : { kind: "names-unknown", message: `${module} is imported by ${name}` };
}
