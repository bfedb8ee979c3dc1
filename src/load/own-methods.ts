// Methods that an object is given by its own state. The unpickler takes `append`, `extend`, `add` and
// `__setstate__` from the object itself (`Modules/_pickle.c`, `do_append`, `load_additems`, `load_build`), so
// that what BUILD has put there under such a name is called by the next opcode. Picklers never write that:
// items come before the state (`Lib/pickle.py`, `save_reduce`).
import type { PickleEvent } from "../formats/pickle/program.ts";
import { textOf, type PickleValue } from "../formats/pickle/value.ts";

type Put = Extract<PickleEvent, { kind: "build" | "method" }>;

const methods = new Set(["append", "extend", "add", "__setstate__"]);
const maxDepth = 4;
/** Entries of one state that are looked at; what is put after these is taken for the worst. */
const maxLooked = 50_000;

/** States that were looked at: one may be put into objects without end. */
const looked = new WeakMap<PickleValue, ReadonlySet<string>>();

function given(state: PickleValue): ReadonlySet<string> {
  const before = looked.get(state);
  if (before !== undefined) return before;
  const found = namesIn(state);
  looked.set(state, found);
  return found;
}

/** Names among these that a state gives to its object; all of them where its keys are not written in the file. */
function namesIn(state: PickleValue): ReadonlySet<string> {
  const found = new Set<string>();
  const stack: (readonly [PickleValue, number])[] = [[state, 0]];
  let left = maxLooked;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [value, depth] = next;
    if (value.kind === "tuple" && value.length <= 2)
      for (const item of value.items) if (depth < maxDepth) stack.push([item, depth + 1]);
    if (value.kind !== "dict") continue;
    for (const [key, each] of value.entries) {
      if (left-- <= 0) return methods;
      const name = textOf(key);
      if (name === "__dict__" && depth < maxDepth) stack.push([each, depth + 1]);
      // What is no function cannot be called.
      if (name !== undefined && methods.has(name) && mayBeCalled(each)) found.add(name);
      else if (key.kind === "call") return methods;
    }
  }
  return found;
}

function mayBeCalled({ kind }: PickleValue): boolean {
  return !["none", "bool", "number", "text", "bytes", "list", "tuple", "dict"].includes(kind);
}

/** Says of each put into an object, in their order, which method of its own state that calls. */
export function ownMethods(): (put: Put, target: PickleValue) => string | undefined {
  const known = new WeakMap<PickleValue, Set<string>>();
  return (put, target) => {
    if (target.kind !== "call") return undefined;
    const own = known.get(target);
    if (put.kind === "method") {
      const names = put.method === "append" || put.method === "extend" ? lists : [put.method];
      return names.find((name) => own?.has(name));
    }
    const isCalled = own?.has("__setstate__") === true;
    const names = given(put.state);
    if (names.size > 0) known.set(target, new Set([...(own ?? []), ...names]));
    return isCalled ? "__setstate__" : undefined;
  };
}

const lists = ["extend", "append"];
