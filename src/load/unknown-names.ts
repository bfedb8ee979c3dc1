// What is done with a name that is on no list. Users have classes of their own, and libraries more of
// them than a list can hold: to make such an object is not to call a function of somebody's choice. NEWOBJ
// calls `__new__` of a class alone (`Modules/_pickle.c`, `load_newobj`, refuses what is no class), BUILD
// its `__setstate__`. What is called with texts may do anything with them.
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
} from "../formats/pickle/value.ts";
import { dangerousNames } from "./dangerous.generated.ts";
import { factsOf, isKnownModule, isPlainly, packagesOfRules } from "./names.ts";

/** How grave it is that an unknown name is called: an object made, a plain call, or anything. */
export type UnknownCall = "makes" | "plain" | "calls";

/** Values within arguments or a state that are looked at. */
const maxLooked = 2_000;
/** Longer lists and texts are data: documents, vocabularies. */
const longestList = 32;
const longestText = 8_192;

/** Texts that are code or commands. */
const codeLike =
  /__(?:import|builtins|globals|subclasses|class)__|\b(?:eval|exec|compile|getattr|system|popen|Popen|check_output|spawn\w*|urlopen|urlretrieve|b64decode|CDLL)\s*\(|\bos\.(?:system|popen|exec|spawn|remove|environ)|\bsubprocess\b|\bsocket\.|^\s*(?:import\s+\w|from\s+[\w.]+\s+import\s)|\n\s*(?:import\s+\w|from\s+[\w.]+\s+import\s)|\bcurl\s|\bwget\s|\/bin\/(?:ba|z|da)?sh\b|\b(?:ba|z)?sh\s+-[ic]\b|\/dev\/tcp\/|\bpowershell\b|\bcmd(?:\.exe)?\s+\/c\b|\brm\s+-[rf]/i;

/** True where a state or arguments hold a text that a class could run, if it runs texts. */
export function hasCode(values: readonly PickleValue[]): boolean {
  for (const value of within(values)) {
    if (value.kind !== "text" || value.length > longestText) continue;
    if (codeLike.test(value.text)) return true;
  }
  return false;
}

/** Values and what is in their containers, results left out; long lists are passed over. */
function* within(values: readonly PickleValue[]): Generator<PickleValue> {
  const stack = [...values];
  for (let left = maxLooked; left > 0; left--) {
    const value = stack.pop();
    if (value === undefined) return;
    yield value;
    if (value.kind === "dict") stack.push(...value.entries.slice(0, maxLooked).flat());
    else if ("items" in value && value.items.length <= longestList) stack.push(...value.items);
  }
}

/** Names of classes and functions that act, wherever a module has them from: `__main__.Popen`. */
const acting = new Set([
  ...Object.values(dangerousNames).flatMap((names) => (names === "*" ? [] : names.split(" "))),
  ..."Popen Process Thread Timer Shell Command Runner Executor Session Client Server Connection Socket Request HTTPConnection HTTPSConnection FileHandler system popen run call check_call check_output getoutput spawn urlopen urlretrieve loads load".split(
    " ",
  ),
]);

/** True for the name of what acts when it is called. */
export function isActing(leaf: string): boolean {
  return acting.has(leaf);
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** How a call of a name is to be taken that is on no list and not dangerous. */
export function gradeUnknown(callee: GlobalName, call: CallResult): UnknownCall {
  const { by, args, keywords } = call;
  const given = keywords === undefined ? [args] : [args, keywords];
  if (readsTexts(callee.module) || hasCode(given)) return "calls";
  if (by === "NEWOBJ" || by === "NEWOBJ_EX") return isMadeOf(callee, given) ? "makes" : "plain";
  const leaf = leafOf(callee.name);
  if (acting.has(leaf)) return "calls";
  if (by !== "REDUCE" || keywords !== undefined || args.kind !== "tuple") return "calls";
  if (/(?:Error|Exception|Warning)$/.test(leaf) && isPlain(given, true)) return "plain";
  if (args.length === 0) return isClassName(leaf) ? "plain" : "calls";
  if (isPlain(given, false)) return "plain";
  // Members of an enumeration are written by their value.
  const only = args.length === 1 ? textOf(args.items[0]) : undefined;
  return only !== undefined && isClassName(leaf) && /^[A-Za-z][\w-]{0,30}$/.test(only)
    ? "plain"
    : "calls";
}

/** A library of which some classes run what they are given as text: one more of them may as well. */
export function readsTexts(module: string): boolean {
  return (
    packagesOfRules("state", "expression").has(module.split(".", 1)[0]!) &&
    !module.startsWith("statsmodels.")
  );
}

/** In a library that is known, a class that is not may have its reasons. */
function isMadeOf({ module }: GlobalName, given: readonly PickleValue[]): boolean {
  return !isKnownModule(module) || isPlain(given, false);
}

/** As PEP 8 writes the name of a class, and not that of a function. */
function isClassName(leaf: string): boolean {
  return /^_{0,2}[A-Z]\w*$/.test(leaf) && !acting.has(leaf);
}

/** True for numbers, for objects that are made without their constructor, and for texts where they may be. */
function isPlain(values: readonly PickleValue[], mayBeText: boolean): boolean {
  const stack = [...values];
  for (let left = maxLooked; left > 0; left--) {
    const value = stack.pop();
    if (value === undefined) return true;
    switch (value.kind) {
      case "none":
      case "bool":
      case "number":
        break;
      case "text":
        if (!mayBeText) return false;
        break;
      case "tuple":
      case "list":
      case "set":
      case "frozenset":
        if (value.items.length < value.length) return false;
        stack.push(...value.items);
        break;
      case "dict":
        if (value.entries.length < value.length) return false;
        // Names of fields are no arguments of their own.
        for (const [key, each] of value.entries) {
          if (textOf(key) === undefined) stack.push(key);
          stack.push(each);
        }
        break;
      case "call":
        if (!isPlainObject(value)) return false;
        break;
      case "global":
        if (!isPlainly(value.module, value.name, "class")) return false;
        break;
      default:
        return false;
    }
  }
  return false;
}

/** What gives numbers and arrays of them. */
const dataMakers =
  /^(?:_reconstruct|_frombuffer|dtype|_rebuild_tensor(?:_v2)?|OrderedDict|timedelta|datetime|date)$/;

function isPlainObject({ by, callee }: CallResult): boolean {
  if (callee.kind !== "global") return false;
  const facts = factsOf(callee.module, callee.name);
  if (by === "NEWOBJ" || by === "NEWOBJ_EX") return facts?.roles.has("class") === true;
  return facts !== undefined && dataMakers.test(callee.name);
}

/**
 * True for what Cython makes to read its classes: `__pyx_unpickle_Name(class, checksum, state)` makes
 * an object by `Name.__new__`, which refuses every class but its own and those derived from it, and fills
 * its fields (`Cython/Compiler/ParseTreeTransforms.py`, `_inject_pickle_methods`).
 */
export function isCythonReader({ name }: GlobalName, { by, args, keywords }: CallResult): boolean {
  if (by !== "REDUCE" || keywords !== undefined || !/^__pyx_unpickle_\w{1,100}$/.test(name))
    return false;
  if (args.kind !== "tuple" || args.length < 2 || args.length > 3) return false;
  const [made, checksum, state] = args.items;
  return (
    made?.kind === "global" &&
    checksum?.kind === "number" &&
    (state === undefined || ["none", "tuple", "dict"].includes(state.kind))
  );
}
