// How Numba writes a compiled function (`numba/core/serialize.py`): a pickle in bytes that gives a class and
// what its `_rebuild` is called with, and the code of the function in that. The code is compiled when it is
// first called, not when it is read. Types are made by `_type_reconstructor` (`numba/core/types/abstract.py`).
import {
  textOf,
  type CallResult,
  type GlobalName,
  type PickleValue,
} from "../formats/pickle/value.ts";
import { isPlainly } from "./names.ts";

/** Classes of which `_rebuild` makes a function again; that of others takes names by text. */
const rebuilt =
  /^numba\.(?:core\.registry\.CPUDispatcher|core\.dispatcher\.(?:Dispatcher|LiftedLoop|LiftedWith)|np\.ufunc\.(?:ufuncbuilder\.UFuncDispatcher|dufunc\.DUFunc))$/;

function isGlobal(value: PickleValue | undefined, name: string): value is GlobalName {
  return value?.kind === "global" && `${value.module}.${value.name}` === name;
}

function argumentsOf({ args }: CallResult): readonly PickleValue[] {
  return args.kind === "tuple" && args.items.length === args.length ? args.items : [];
}

/** True for the two that a pickle within bytes gives: such a class, and keywords. */
export function isRebuildable(result: PickleValue | undefined): boolean {
  if (result?.kind !== "tuple" || result.length !== 2) return false;
  const [made, keywords] = result.items;
  return (
    made?.kind === "global" &&
    rebuilt.test(`${made.module}.${made.name}`) &&
    keywords?.kind === "dict"
  );
}

/** True for what `custom_rebuild` may be given: what is read from bytes is judged for itself. */
export function isCustomPickled(value: PickleValue | undefined): boolean {
  if (value?.kind !== "call") return false;
  if (isGlobal(value.callee, "numba.core.serialize._unpickle__CustomPickled")) return true;
  const [made, keywords] = argumentsOf(value);
  return (
    isRebuildMethod(value.callee) &&
    made?.kind === "global" &&
    rebuilt.test(`${made.module}.${made.name}`) &&
    keywords?.kind === "dict"
  );
}

/**
 * Within such bytes the class method `_CustomPickled._rebuild` is written with its code, which is
 * `return cls(ctor, states)`: it names nothing, and has nothing but its arguments.
 */
export function isRebuildMethod(value: PickleValue): boolean {
  if (value.kind !== "call" || value.callee.kind !== "call") return false;
  const [type] = argumentsOf(value.callee);
  const { callee: giver } = value.callee;
  if (
    !isGlobal(giver, "numba.cloudpickle.cloudpickle._builtin_type") ||
    textOf(type) !== "MethodType"
  )
    return false;
  const [made, of] = argumentsOf(value);
  if (!isGlobal(of, "numba.core.serialize._CustomPickled") || made?.kind !== "call") return false;
  const [code, , , , closure] = argumentsOf(made);
  if (!isGlobal(made.callee, "numba.cloudpickle.cloudpickle._make_function")) return false;
  return closure?.kind === "none" && code?.kind === "call" && isReturnOfCall(code);
}

const longestReturn = 64;

function isReturnOfCall(code: CallResult): boolean {
  const given = argumentsOf(code);
  const bytes = given.find(({ kind }) => kind === "bytes");
  const tuples = given.filter(({ kind }) => kind === "tuple");
  return (
    bytes?.kind === "bytes" &&
    bytes.length <= longestReturn &&
    tuples.every(
      (each) =>
        each.kind === "tuple" &&
        each.items.every(
          (item) => item.kind === "none" || /^(?:cls|ctor|states)$/.test(textOf(item) ?? ""),
        ),
    )
  );
}

/** `_type_reconstructor(copyreg._reconstructor, (class, object, None), state)` of a type of Numba. */
export function isNumbaType([maker, given, state]: readonly PickleValue[]): boolean {
  if (given?.kind !== "tuple" || given.items.length < given.length) return false;
  const [made, base, none] = given.items;
  const isKnown =
    made?.kind === "global" &&
    /^numba\.core\.types\.\w+$/.test(made.module) &&
    isPlainly(made.module, made.name, "class");
  const isOld =
    isGlobal(maker, "copyreg._reconstructor") &&
    given.length === 3 &&
    isGlobal(base, "builtins.object") &&
    none?.kind === "none";
  const isNew = isGlobal(maker, "copyreg.__newobj__") && given.length === 1;
  return isKnown && (isOld || isNew) && (state?.kind === "dict" || state?.kind === "none");
}
