// The machine that reads a pickle, over values that are known only in part: the opcodes of protocols
// 0 to 5 as CPython's `Modules/_pickle.c` reads them (PEP 3154, PEP 574, `pickletools.py`). Nothing
// is imported and nothing is called: both are noted.
import { arrayAfter } from "./joblib.ts";
import { integerOf, littleEndian, unescaped, unquoted } from "./literals.ts";
import { newMemo, type Memo } from "./memo.ts";
import { calledName, mappedName } from "./names.ts";
import { openCursor, type Cursor } from "../bytes/cursor.ts";
import {
  defaultPickleLimits,
  type Payload,
  type PickleEvent,
  type PickleLimits,
  type PickleProblem,
  type PickleProgram,
} from "./program.ts";
import type { ByteSource } from "../bytes/source.ts";
import {
  none,
  textOf,
  type CallKind,
  type CallResult,
  type Dictionary,
  type GlobalName,
  type PickleValue,
  type Sequence,
} from "./value.ts";

/** Items of a container that are kept where they are plain data; others always are. */
const keptItems = 256;
/** States of one object that are kept. */
export const keptStates = 4;
const longestLine = 1 << 20;
/** Shorter bytes hold no pickle that does something. */
const shortestPayload = 12;

interface Machine {
  readonly cursor: Cursor;
  readonly limits: PickleLimits;
  readonly stack: PickleValue[];
  /** Length of the stack at each MARK. */
  readonly marks: number[];
  readonly memo: Memo;
  readonly events: PickleEvent[];
  readonly payloads: Payload[];
  protocol: number;
  calls: number;
  /** Where the last frame ends. */
  frameEnd: number;
  arrayBytes: number;
  arraysAt?: number;
  /** Where the opcode stands that is being read. */
  at: number;
}

/** Ends the reading of one pickle; never leaves this file. */
class Stop extends Error {
  readonly problem: PickleProblem;
  constructor(problem: PickleProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Follows one pickle from an offset on. Total: what is wrong is in `problem`. */
export function readPickle(
  source: ByteSource,
  start = 0,
  limits: PickleLimits = defaultPickleLimits,
): PickleProgram {
  return follow(openCursor(source, start), limits);
}

function follow(cursor: Cursor, limits: PickleLimits): PickleProgram {
  const machine: Machine = {
    cursor,
    limits,
    stack: [],
    marks: [],
    memo: newMemo(),
    events: [],
    payloads: [],
    protocol: 0,
    calls: 0,
    frameEnd: 0,
    arrayBytes: 0,
    at: cursor.at(),
  };
  const start = cursor.at();
  let result: PickleValue | undefined;
  let problem: PickleProblem | undefined;
  try {
    result = run(machine);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problem = error.problem;
  }
  const { protocol, events, payloads, arrayBytes, arraysAt } = machine;
  const end = cursor.at();
  const program = { start, end, protocol, events, result, payloads, arrayBytes, arraysAt };
  return problem === undefined ? program : { ...program, problem };
}

function broken(machine: Machine, message: string): Stop {
  return new Stop({ kind: "broken", message, at: machine.at });
}

function limited(machine: Machine, message: string): Stop {
  return new Stop({ kind: "limit", message, at: machine.at });
}

function truncated(machine: Machine): Stop {
  return new Stop({ kind: "truncated", message: "it ends in the middle", at: machine.at });
}

function take(machine: Machine, length: number): Buffer {
  const bytes = machine.cursor.take(length);
  if (bytes === undefined) throw truncated(machine);
  return bytes;
}

function line(machine: Machine): Buffer {
  const bytes = machine.cursor.line(longestLine);
  if (bytes !== undefined) return bytes;
  throw machine.cursor.size - machine.cursor.at() > longestLine
    ? broken(machine, `a line is longer than ${longestLine} bytes`)
    : truncated(machine);
}

function note(machine: Machine, event: PickleEvent): void {
  if (machine.events.length >= machine.limits.maxEvents)
    throw limited(machine, `more than ${machine.limits.maxEvents} imports and calls`);
  machine.events.push(event);
}

function lastMark({ marks }: Machine): number {
  return marks.length === 0 ? 0 : marks[marks.length - 1]!;
}

/** Nothing below the last MARK can be taken, nor what is not there. */
function pop(machine: Machine): PickleValue {
  const { stack } = machine;
  if (stack.length <= lastMark(machine)) throw broken(machine, "the stack is empty");
  return stack.pop()!;
}

function top(machine: Machine): PickleValue {
  const { stack } = machine;
  if (stack.length <= lastMark(machine)) throw broken(machine, "the stack is empty");
  return stack[stack.length - 1]!;
}

function popMark(machine: Machine): PickleValue[] {
  const mark = machine.marks.pop();
  if (mark === undefined) throw broken(machine, "there is no mark");
  return machine.stack.splice(mark);
}

function sequence(kind: Sequence["kind"], items: PickleValue[]): Sequence {
  if (items.length <= keptItems) return { kind, items, length: items.length };
  const made: Sequence = { kind, items: [], length: 0 };
  extend(made, items);
  return made;
}

function isData(value: PickleValue): boolean {
  return (
    value.kind === "none" ||
    value.kind === "bool" ||
    value.kind === "number" ||
    value.kind === "text" ||
    value.kind === "bytes"
  );
}

function extend(into: Sequence, items: readonly PickleValue[]): void {
  for (const item of items) {
    if (into.items.length < keptItems || !isData(item)) into.items.push(item);
    into.length++;
  }
}

function setItems(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (items.length % 2 !== 0) throw broken(machine, "a key has no value");
  if (target.kind !== "dict") {
    if (items.length > 0)
      note(machine, {
        kind: "method",
        target,
        method: "__setitem__",
        given: items,
        at: machine.at,
      });
    return;
  }
  for (let index = 0; index < items.length; index += 2) {
    const [key, value] = [items[index]!, items[index + 1]!];
    if (target.entries.length < keptItems || !isData(value) || !isData(key))
      target.entries.push([key, value]);
    target.length++;
  }
}

function append(machine: Machine, items: readonly PickleValue[], isOne: boolean): void {
  const target = top(machine);
  if (target.kind === "list") {
    extend(target, items);
    return;
  }
  // What is empty does nothing; a list that is a result has `extend` or `append` called.
  if (items.length > 0)
    note(machine, {
      kind: "method",
      target,
      method: isOne ? "append" : "extend",
      given: items,
      at: machine.at,
    });
}

/** True for what cannot be a text when the file is loaded; a subclass of `str` is refused as well. */
function isNoText(value: PickleValue): boolean {
  if (value.kind === "call")
    return value.by === "NEWOBJ" && value.callee.kind === "global" && value.callee.name !== "str";
  return !["text", "persistent", "extension", "unknown"].includes(value.kind);
}

function importName(
  machine: Machine,
  {
    module,
    name,
    by,
  }: { readonly module: PickleValue; readonly name: PickleValue; by?: GlobalName },
): PickleValue {
  const [from, what] = [textOf(module), textOf(name)];
  if (from === undefined || what === undefined) {
    if (isNoText(module) || isNoText(name)) throw broken(machine, "a name is no text");
    note(machine, { kind: "computed-import", module, name, at: machine.at });
    return { kind: "unknown", why: "an import whose name is computed" };
  }
  const [mapped, called] = machine.protocol < 3 ? mappedName(from, what) : [from, what];
  const global = { kind: "global", module: mapped, name: called, at: machine.at } as const;
  note(machine, { kind: "import", global, at: machine.at, ...(by === undefined ? {} : { by }) });
  return global;
}

function call(
  machine: Machine,
  by: CallKind,
  given: { readonly callee: PickleValue; readonly args: PickleValue; keywords?: PickleValue },
): CallResult {
  const result: CallResult = {
    kind: "call",
    by,
    ...given,
    id: ++machine.calls,
    at: machine.at,
    states: [],
  };
  note(machine, { kind: "call", call: result, at: machine.at });
  const loaded = loadedBy(result);
  if (loaded !== undefined) machine.payloads.push(loaded);
  else machine.payloads.push(...loadedParts(result));
  return result;
}

/** Bytes among the arguments of what spaCy reads its vocabularies and documents with: `srsly.pickle_loads`. */
function loadedParts({ callee, args, at }: CallResult): readonly Payload[] {
  if (callee.kind !== "global" || !/^unpickle_(?:vocab|doc)$/.test(callee.name)) return [];
  const items = "items" in args ? args.items : [];
  return items.slice(0, 16).flatMap((item): Payload[] => {
    if (item.kind === "bytes") return [{ at: item.at, length: item.length, loaded: "bytes" }];
    const text = item.kind === "call" && "items" in item.args ? item.args.items[0] : undefined;
    if (text?.kind !== "text") return [];
    return text.at === undefined
      ? [{ at, length: text.length, text: text.text, loaded: "latin1" }]
      : [{ at: text.at, length: text.length, loaded: "latin1" }];
  });
}

const loaders = new Set(["_load_from_bytes", "_unpickle__CustomPickled"]);

/** The bytes of `torch.storage._load_from_bytes`, and of Numba's functions: a file of its own, which is loaded at once. */
function loadedBy({ callee, args, at }: CallResult): Payload | undefined {
  if (callee.kind !== "global" || !loaders.has(callee.name)) return undefined;
  const isRebuilt = callee.name !== "_load_from_bytes";
  const first = "items" in args ? args.items[0] : undefined;
  if (first?.kind === "bytes")
    return { at: first.at, length: first.length, loaded: "bytes", isRebuilt };
  // Protocols below 3 write bytes as `_codecs.encode(text, "latin1")`.
  const text = first?.kind === "call" && "items" in first.args ? first.args.items[0] : undefined;
  if (text?.kind !== "text") return undefined;
  return text.at === undefined
    ? { at, length: text.length, text: text.text, loaded: "latin1", isRebuilt }
    : { at: text.at, length: text.length, loaded: "latin1", isRebuilt };
}

function build(machine: Machine): void {
  const state = pop(machine);
  const target = top(machine);
  if (target.kind === "call" && target.states.length < keptStates) target.states.push(state);
  note(machine, { kind: "build", target, state, at: machine.at });
  if (!machine.limits.hasArrays) return;
  const array = arrayAfter(target, machine.cursor);
  if (array === undefined) return;
  machine.arraysAt ??= machine.cursor.at();
  if (array.kind === "unknown")
    throw broken(machine, "how large an array is that joblib reads cannot be told");
  // joblib takes a frame as a whole, and the array from behind it.
  if (machine.cursor.at() < machine.frameEnd)
    throw broken(machine, "an array of joblib stands within a frame");
  if (array.kind === "objects") {
    // By `pickle.load`, which knows no arrays.
    const inner = follow(machine.cursor, { ...machine.limits, hasArrays: false });
    for (const event of inner.events) note(machine, event);
    machine.payloads.push(...inner.payloads);
    if (inner.problem !== undefined) throw new Stop(inner.problem);
    return;
  }
  if (!machine.cursor.skip(array.bytes)) throw truncated(machine);
  machine.arrayBytes += array.bytes;
}

function persistent(machine: Machine, id: PickleValue): PickleValue {
  note(machine, { kind: "persistent", id, at: machine.at });
  return { kind: "persistent", id };
}

function extension(machine: Machine, code: number): PickleValue {
  note(machine, { kind: "extension", code, at: machine.at });
  return { kind: "extension", code };
}

function remember(machine: Machine, index: number, value: PickleValue): void {
  const { memo, limits } = machine;
  if (memo.size() >= limits.maxMemo && memo.get(index) === undefined)
    throw limited(machine, `more than ${limits.maxMemo} values are remembered`);
  memo.set(index, value);
}

function recall(machine: Machine, index: number): PickleValue {
  const value = machine.memo.get(index);
  if (value === undefined) throw broken(machine, `nothing is remembered as ${index}`);
  return value;
}

/** A number as picklers write it: a few digits and nothing else. */
function plainNumber(digits: Buffer): number | undefined {
  if (digits.length === 0 || digits.length > 15) return undefined;
  let value = 0;
  for (const digit of digits) {
    if (digit < 0x30 || digit > 0x39) return undefined;
    value = value * 10 + digit - 0x30;
  }
  return value;
}

/** A place in the memo as a line: digits, which Python lets have blanks, underscores and a NUL. */
function place(machine: Machine): number {
  const digits = line(machine);
  const plain = plainNumber(digits);
  if (plain !== undefined) return plain;
  const written = digits.toString("latin1").split("\0", 1)[0]!.trim();
  const index = Number(written.replaceAll("_", ""));
  if (!/^\+?\d+(?:_\d+)*$/.test(written) || !Number.isSafeInteger(index))
    throw broken(machine, "a place in the memo cannot be read");
  return index;
}

/** A number of few bytes, which is a length or a place as well. */
function unsigned(machine: Machine, width: 1 | 2 | 4): number {
  const value = machine.cursor.unsigned(width);
  if (value < 0) throw truncated(machine);
  return value;
}

function lengthOf(machine: Machine, width: 1 | 4 | 8): number {
  if (width !== 8) return unsigned(machine, width);
  const length = take(machine, width).readBigUInt64LE(0);
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) throw broken(machine, "a length is too large");
  return Number(length);
}

/** A text of so many bytes of UTF-8. */
function text(machine: Machine, length: number): PickleValue {
  const kept = Math.min(length, machine.limits.maxText);
  const at = machine.cursor.at();
  if (at + length > machine.cursor.size) throw truncated(machine);
  const value = machine.cursor.text(kept);
  if (value === undefined) throw truncated(machine);
  machine.cursor.skip(length - kept);
  if (length >= shortestPayload) offer(machine, { at, length, text: value });
  return kept === length
    ? { kind: "text", text: value, length: value.length }
    : { kind: "text", text: value, length, at };
}

function bytes(machine: Machine, length: number): PickleValue {
  const at = machine.cursor.at();
  if (!machine.cursor.skip(length)) throw truncated(machine);
  if (length >= shortestPayload) offer(machine, { at, length });
  return { kind: "bytes", at, length };
}

/** Base64 and hex are letters; what has blanks and signs in it is neither. */
const encoded = /^[\s"']*(?:[A-Za-z0-9+/_-]{4}){3,}[A-Za-z0-9+/_=-]*[\s"']*$/;

function offer(machine: Machine, payload: Payload): void {
  if (machine.payloads.length >= machine.limits.maxPayloads) return;
  if (payload.text === undefined) {
    const here = machine.cursor.at();
    machine.cursor.seek(payload.at);
    const head = machine.cursor.take(Math.min(payload.length, 2));
    machine.cursor.seek(here);
    // PROTO, or what begins a pickle of protocol 0 or 1; a compressed one.
    if (head === undefined || !mayBegin(head)) return;
  } else if (!encoded.test(payload.text.slice(0, 200))) return;
  machine.payloads.push(payload);
}

function mayBegin(head: Buffer): boolean {
  const first = head[0] ?? 0;
  const second = head[1] ?? 0;
  if (first === 0x80) return second <= 5;
  if ("c(}]I".includes(String.fromCharCode(first))) return true;
  return (
    (first === 0x1f && second === 0x8b) ||
    (first === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(second))
  );
}

function number(machine: Machine, written: string): PickleValue {
  const value = integerOf(written);
  if (value === undefined) throw broken(machine, "a number cannot be read");
  return { kind: "number", value };
}

/** Longer numbers are read, and not reckoned with. */
const longestNumber = 4_096;

function long(machine: Machine, length: number): PickleValue {
  if (length <= longestNumber)
    return { kind: "number", value: littleEndian(take(machine, length)) };
  if (!machine.cursor.skip(length)) throw truncated(machine);
  return { kind: "number", value: Number.NaN };
}

/** A text that stands in a line. */
function lineText(machine: Machine, read: (written: string) => string | undefined): PickleValue {
  const at = machine.cursor.at();
  const value = read(line(machine).toString("latin1"));
  if (value === undefined) throw broken(machine, "a string has no quotes");
  if (value.length >= shortestPayload) offer(machine, { at, length: value.length, text: value });
  return { kind: "text", text: value, length: value.length };
}

function run(machine: Machine): PickleValue {
  const { cursor, stack, limits } = machine;
  for (let count = 0; ; count++) {
    if (count > limits.maxOpcodes) throw limited(machine, `more than ${limits.maxOpcodes} opcodes`);
    machine.at = cursor.at();
    const opcode = cursor.byte();
    if (opcode < 0) throw truncated(machine);
    if (opcode === 0x2e) return pop(machine); // STOP
    const value = step(machine, opcode);
    if (value !== undefined) stack.push(value);
  }
}

/** Does what one opcode says. What it gives back is put on the stack. */
function step(machine: Machine, opcode: number): PickleValue | undefined {
  switch (opcode) {
    case 0x80: // PROTO
      machine.protocol = unsigned(machine, 1);
      if (machine.protocol > 5) throw broken(machine, `protocol ${machine.protocol} is not known`);
      return undefined;
    case 0x95: {
      // FRAME: `_pickle.c` reads through frames, so their lengths decide nothing for it.
      const length = lengthOf(machine, 8);
      machine.frameEnd = machine.cursor.at() + length;
      return undefined;
    }
    case 0x28: // MARK
      machine.marks.push(machine.stack.length);
      return undefined;
    case 0x30: // POP: takes a MARK away where one is on top
      if (machine.marks.length > 0 && lastMark(machine) === machine.stack.length)
        machine.marks.pop();
      else pop(machine);
      return undefined;
    case 0x31: // POP_MARK
      popMark(machine);
      return undefined;
    case 0x32: // DUP
      return top(machine);
    case 0x4e: // NONE
      return none;
    case 0x88: // NEWTRUE
      return { kind: "bool", value: true };
    case 0x89: // NEWFALSE
      return { kind: "bool", value: false };
    case 0x49: {
      // INT
      const digits = line(machine);
      const plain = digits[0] === 0x30 ? undefined : plainNumber(digits);
      if (plain !== undefined) return { kind: "number", value: plain };
      const written = digits.toString("latin1").trim();
      if (written === "00" || written === "01") return { kind: "bool", value: written === "01" };
      return number(machine, written);
    }
    case 0x4c: // LONG
      return number(machine, line(machine).toString("latin1"));
    case 0x4a: // BININT
      return { kind: "number", value: unsigned(machine, 4) | 0 };
    case 0x4b: // BININT1
      return { kind: "number", value: unsigned(machine, 1) };
    case 0x4d: // BININT2
      return { kind: "number", value: unsigned(machine, 2) };
    case 0x8a: // LONG1
      return long(machine, lengthOf(machine, 1));
    case 0x8b: // LONG4
      return long(machine, lengthOf(machine, 4));
    case 0x46: {
      // FLOAT
      const written = line(machine)
        .toString("latin1")
        .trim()
        .replace(/^([-+]?)inf.*/i, "$1Infinity");
      return { kind: "number", value: Number(written) };
    }
    case 0x47: // BINFLOAT
      return { kind: "number", value: take(machine, 8).readDoubleBE(0) };
    case 0x53: // STRING
      return lineText(machine, (written) => unquoted(written.replace(/\r$/, "")));
    case 0x56: // UNICODE
      return lineText(machine, unescaped);
    case 0x54: // BINSTRING
      return text(machine, lengthOf(machine, 4));
    case 0x55: // SHORT_BINSTRING
    case 0x8c: // SHORT_BINUNICODE
      return text(machine, lengthOf(machine, 1));
    case 0x58: // BINUNICODE
      return text(machine, lengthOf(machine, 4));
    case 0x8d: // BINUNICODE8
      return text(machine, lengthOf(machine, 8));
    case 0x42: // BINBYTES
      return bytes(machine, lengthOf(machine, 4));
    case 0x43: // SHORT_BINBYTES
      return bytes(machine, lengthOf(machine, 1));
    case 0x8e: // BINBYTES8
    case 0x96: // BYTEARRAY8
      return bytes(machine, lengthOf(machine, 8));
    case 0x97: // NEXT_BUFFER
      return { kind: "buffer" };
    case 0x98: // READONLY_BUFFER
      top(machine);
      return undefined;
    case 0x29: // EMPTY_TUPLE
      return sequence("tuple", []);
    case 0x5d: // EMPTY_LIST
      return sequence("list", []);
    case 0x7d: // EMPTY_DICT
      return { kind: "dict", entries: [], length: 0 };
    case 0x8f: // EMPTY_SET
      return sequence("set", []);
    case 0x74: // TUPLE
      return sequence("tuple", popMark(machine));
    case 0x85: // TUPLE1
      return sequence("tuple", [pop(machine)]);
    case 0x86: {
      // TUPLE2
      const second = pop(machine);
      return sequence("tuple", [pop(machine), second]);
    }
    case 0x87: {
      // TUPLE3
      const third = pop(machine);
      const second = pop(machine);
      return sequence("tuple", [pop(machine), second, third]);
    }
    case 0x6c: // LIST
      return sequence("list", popMark(machine));
    case 0x91: // FROZENSET
      return sequence("frozenset", popMark(machine));
    case 0x64: {
      // DICT
      const items = popMark(machine);
      const made: Dictionary = { kind: "dict", entries: [], length: 0 };
      machine.stack.push(made);
      setItems(machine, items);
      return undefined;
    }
    case 0x61: {
      // APPEND
      const item = pop(machine);
      append(machine, [item], true);
      return undefined;
    }
    case 0x65: // APPENDS
      append(machine, popMark(machine), false);
      return undefined;
    case 0x73: {
      // SETITEM
      const value = pop(machine);
      const key = pop(machine);
      setItems(machine, [key, value]);
      return undefined;
    }
    case 0x75: // SETITEMS
      setItems(machine, popMark(machine));
      return undefined;
    case 0x90: {
      // ADDITEMS
      const items = popMark(machine);
      const target = top(machine);
      if (target.kind === "set") extend(target, items);
      else if (items.length > 0)
        note(machine, { kind: "method", target, method: "add", given: items, at: machine.at });
      return undefined;
    }
    case 0x67: // GET
      return recall(machine, place(machine));
    case 0x68: // BINGET
      return recall(machine, lengthOf(machine, 1));
    case 0x6a: // LONG_BINGET
      return recall(machine, lengthOf(machine, 4));
    case 0x70: // PUT
      remember(machine, place(machine), top(machine));
      return undefined;
    case 0x71: // BINPUT
      remember(machine, lengthOf(machine, 1), top(machine));
      return undefined;
    case 0x72: // LONG_BINPUT
      remember(machine, lengthOf(machine, 4), top(machine));
      return undefined;
    case 0x94: // MEMOIZE
      remember(machine, machine.memo.size(), top(machine));
      return undefined;
    case 0x63: {
      // GLOBAL
      const module = utf8(line(machine));
      return importName(machine, { module, name: utf8(line(machine)) });
    }
    case 0x93: {
      // STACK_GLOBAL
      const name = pop(machine);
      return importName(machine, { module: pop(machine), name });
    }
    case 0x82: // EXT1
      return extension(machine, lengthOf(machine, 1));
    case 0x83: // EXT2
      return extension(machine, unsigned(machine, 2));
    case 0x84: // EXT4
      return extension(machine, unsigned(machine, 4) | 0);
    case 0x50: // PERSID
      return persistent(machine, utf8(line(machine)));
    case 0x51: // BINPERSID
      return persistent(machine, pop(machine));
    case 0x52: {
      // REDUCE
      const args = pop(machine);
      const callee = pop(machine);
      const taken = calledName(callee, args);
      return taken === undefined
        ? call(machine, "REDUCE", { callee, args })
        : importName(machine, taken);
    }
    case 0x62: // BUILD
      build(machine);
      return undefined;
    case 0x69: {
      // INST
      const module = utf8(line(machine));
      const callee = importName(machine, { module, name: utf8(line(machine)) });
      return call(machine, "INST", { callee, args: sequence("tuple", popMark(machine)) });
    }
    case 0x6f: {
      // OBJ
      const [callee, ...args] = popMark(machine);
      if (callee === undefined) throw broken(machine, "there is nothing to call");
      return call(machine, "OBJ", { callee, args: sequence("tuple", args) });
    }
    case 0x81: {
      // NEWOBJ
      const args = pop(machine);
      return call(machine, "NEWOBJ", { callee: pop(machine), args });
    }
    case 0x92: {
      // NEWOBJ_EX
      const keywords = pop(machine);
      const args = pop(machine);
      return call(machine, "NEWOBJ_EX", { callee: pop(machine), args, keywords });
    }
    default:
      throw broken(machine, `0x${opcode.toString(16).padStart(2, "0")} is no opcode`);
  }
}

function utf8(raw: Buffer): PickleValue {
  const value = raw.toString("utf8");
  return { kind: "text", text: value, length: value.length };
}
