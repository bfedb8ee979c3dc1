// What R has serialized (`saveRDS`, `save`): a walk over all objects for those that hold code which
// runs when they are touched. "R Internals", section 1.8; `ReadItem` of `src/main/serialize.c`.
import type { ByteSource } from "../bytes/source.ts";
import { asciiReader, binaryReader, Stop, type RReader } from "./reader.ts";

/** An expression that is evaluated when the object is touched. */
export interface RPromise {
  readonly at: number;
  /** True where it has a value already, so that nothing is evaluated. */
  isForced: boolean;
  /** True for what is bound in an environment, as arguments of functions are. */
  readonly isBinding: boolean;
  /** Names in the expression, in their order. */
  readonly names: string[];
  readonly texts: string[];
}

/** Names and texts in what is bound to a name by `load`, or in the one object of a file. */
export interface RKept {
  readonly at: number;
  /** Of what was saved, the first is the name that it is bound to. */
  readonly names: string[];
  readonly texts: string[];
  readonly isSaved: boolean;
}

/** What a walk has seen. */
export interface RWalk {
  readonly version: number;
  readonly objects: number;
  readonly promises: readonly RPromise[];
  /** What `save` has written under a name, and a call that is all that there is. */
  readonly kept: readonly RKept[];
  readonly problem?: { readonly message: string; readonly isLimit: boolean };
}

const maxObjects = 10_000_000;
const maxPending = 500_000;
const maxPromises = 10_000;
/** Names of an expression that are kept. */
const maxNames = 200;

interface Head {
  readonly version: number;
  readonly encoding: "X" | "A" | "B";
  /** Where the version stands. */
  readonly from: number;
  /** True for what `save` has written. */
  readonly isSave: boolean;
}

/** Of `RDX3`, `X`, `A` and `B`. */
const firstLetters = new Set(Buffer.from("RXAB"));

/** The header, where it is one for certain: the reader that it asks for is the first of its version. */
function headOf(head: Buffer): Head | undefined {
  if (!firstLetters.has(head[0] ?? 0)) return undefined;
  const text = head.toString("latin1", 0, 64);
  const [start = "", letter, saved] = /^(?:RD([XAB])([23])\n)?[XAB]\n/.exec(text) ?? [];
  if (start === "") return undefined;
  const encoding = start.at(-2) as Head["encoding"];
  const from = start.length;
  const isSave = letter !== undefined;
  if (isSave && letter !== encoding) return undefined;
  if (encoding === "A") {
    const [, version] =
      /^(2\r?\n\d{5,6}\r?\n131840|3\r?\n\d{5,6}\r?\n197888)\r?\n/.exec(text.slice(from)) ?? [];
    if (version === undefined && !isSave) return undefined;
    return { version: Number(version?.[0] ?? saved), encoding, from, isSave };
  }
  if (head.length < from + 12) return undefined;
  const int = (at: number): number =>
    encoding === "X" ? head.readInt32BE(from + at) : head.readInt32LE(from + at);
  const version = int(0);
  if (!isSave && !(version === 2 && int(8) === 0x20300) && !(version === 3 && int(8) === 0x30500))
    return undefined;
  return { version, encoding, from, isSave };
}

/** True for the first bytes of a file that R has serialized. */
export function isRData(head: Buffer): boolean {
  return headOf(head) !== undefined;
}

/** Where an object stands, for what a promise may be there. */
type Place =
  | "anywhere"
  /** The one object of a file, and the list of what `save` has written. */
  | "root"
  | "saved"
  /** The frame of an environment, its buckets, and what is bound in it. */
  | "frame"
  | "table"
  | "binding"
  | "dots";

/** What is to be read next. */
type Pending =
  | { readonly kind: "item"; readonly place: Place; readonly promise?: Noted }
  | {
      readonly kind: "items";
      readonly place: Place;
      left: number;
      readonly promise?: Noted;
    }
  /** The value of a promise. */
  | { readonly kind: "value"; readonly promise: RPromise }
  | { readonly kind: "bytecode"; readonly promise?: Noted }
  | { readonly kind: "constants"; readonly promise?: Noted }
  | { readonly kind: "constant"; left: number; readonly promise?: Noted }
  | { readonly kind: "call"; readonly promise?: Noted };

interface Walk {
  readonly reader: RReader;
  readonly pending: Pending[];
  readonly promises: RPromise[];
  readonly kept: RKept[];
  /** Names of symbols that are referred to; other things that can be are undefined. */
  readonly references: (string | undefined)[];
  objects: number;
}

/** Walks over a file that has such a header. Total. */
export function walkRData(source: ByteSource): RWalk {
  const head = headOf(source.read(0, 64));
  const none = { version: 0, objects: 0, promises: [], kept: [] };
  if (head === undefined)
    return { ...none, problem: { message: "it has no header", isLimit: false } };
  const { version, encoding, from, isSave } = head;
  const reader =
    encoding === "A" ? asciiReader(source, from) : binaryReader(source, from, encoding === "X");
  const walk: Walk = { reader, pending: [], promises: [], kept: [], references: [], objects: 0 };
  let problem: RWalk["problem"];
  try {
    preamble(reader);
    walk.pending.push({ kind: "item", place: isSave ? "saved" : "root" });
    for (let next = walk.pending.pop(); next !== undefined; next = walk.pending.pop())
      step(walk, next);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problem = { message: error.message, isLimit: error.isLimit };
  }
  const { objects, promises, kept } = walk;
  return { version, objects, promises, kept, ...(problem === undefined ? {} : { problem }) };
}

function preamble(reader: RReader): void {
  const version = reader.int();
  reader.int();
  reader.int();
  if (version !== 2 && version !== 3) throw new Stop(`its version is ${version}`);
  if (version === 2) return;
  const length = reader.int();
  if (length < 0 || length > 64) throw new Stop("the name of its encoding is too long");
  reader.text(length);
}

function step(walk: Walk, next: Pending): void {
  const { reader, pending } = walk;
  if (walk.objects++ > maxObjects)
    throw new Stop(`only its first ${maxObjects} objects were looked at`, { isLimit: true });
  if (pending.length > maxPending) throw new Stop("it is nested too deeply", { isLimit: true });
  const { promise } = next;
  switch (next.kind) {
    case "item":
      item(walk, reader.int(), next);
      return;
    case "items":
      if (next.left-- <= 0) return;
      pending.push(next);
      item(walk, reader.int(), next);
      return;
    case "value": {
      const flags = reader.int();
      next.promise.isForced = (flags & 0xff) !== unbound;
      item(walk, flags, { place: "anywhere" });
      return;
    }
    case "bytecode":
      pending.push({ kind: "constants", promise }, { kind: "item", place: "anywhere", promise });
      return;
    case "constants":
      pending.push({ kind: "constant", left: count(reader.int()), promise });
      return;
    case "constant": {
      if (next.left-- <= 0) return;
      pending.push(next);
      const type = reader.int();
      if (type === 21) pending.push({ kind: "bytecode", promise });
      else if (callTypes.has(type)) call(walk, type, promise);
      else pending.push({ kind: "item", place: "anywhere", promise });
      return;
    }
    case "call":
      call(walk, reader.int(), promise);
  }
}

const unbound = 252;
/** Calls and lists among constants of bytecode: with attributes, defined for references, referred to. */
const callTypes = new Set([2, 6, 239, 240, 243, 244]);

/** `ReadBCLang` */
function call(walk: Walk, type: number, promise: Noted | undefined): void {
  const { reader, pending } = walk;
  if (type === 243) {
    reader.int();
    return;
  }
  let found = type;
  if (type === 244) {
    reader.int();
    found = reader.int();
  }
  const item: Pending = { kind: "item", place: "anywhere", promise };
  if (!callTypes.has(found)) {
    pending.push(item);
    return;
  }
  pending.push({ kind: "call", promise }, { kind: "call", promise }, item);
  if (found === 239 || found === 240) pending.push(item);
}

function count(length: number): number {
  if (length < 0) throw new Stop("a length of it is negative");
  return length;
}

/** `ReadLENGTH`: long vectors have two more words. */
function lengthOf({ int }: RReader): number {
  const length = int();
  if (length !== -1) return count(length);
  const [upper, lower] = [int(), int() >>> 0];
  if (upper < 0 || upper > 0xffff) throw new Stop("a length of it cannot be");
  return upper * 0x1_0000_0000 + lower;
}

/** The characters of a text, without what stands before them; undefined for NA. */
function charactersOf({ int, text }: RReader): string | undefined {
  const length = int();
  if (length < -1) throw new Stop("a length of it is negative");
  return length === -1 ? undefined : text(length);
}

/** `ReadItem`, from the flags on. */
function item(
  walk: Walk,
  flags: number,
  { place, promise }: { readonly place: Place; readonly promise?: Noted },
): void {
  const { reader, pending, references } = walk;
  const type = flags & 0xff;
  const hasAttributes = (flags & 0x200) !== 0;
  const hasTag = (flags & 0x400) !== 0;
  const push = (where: Place): void => {
    pending.push({ kind: "item", place: where, promise });
  };
  const pushAttributes = (): void => {
    if (hasAttributes) push("anywhere");
  };
  switch (type) {
    case 241: // The base environment, and others that are only named.
    case 242:
    case 250:
    case 251:
    case 252:
    case 253:
    case 254:
      return;
    case 255: {
      const index = flags >> 8 === 0 ? reader.int() : flags >> 8;
      if (index < 1 || index > references.length) throw new Stop("it refers to nothing");
      mention(promise, references[index - 1]);
      return;
    }
    case 247: // Names of what is kept elsewhere, packages and namespaces.
    case 248:
    case 249: {
      if (reader.int() !== 0) throw new Stop("a name in it has names");
      references.push(undefined);
      pending.push({ kind: "items", place: "anywhere", left: count(reader.int()) });
      return;
    }
    case 1: {
      if ((reader.int() & 0xff) !== 9) throw new Stop("a symbol of it has no name");
      const name = charactersOf(reader);
      references.push(name);
      mention(promise, name);
      return;
    }
    case 4:
      // Whether it is locked; then what encloses it, frame, hash table and attributes.
      reader.int();
      references.push(undefined);
      push("anywhere");
      push("table");
      push("frame");
      push("anywhere");
      return;
    case 5:
      promises(walk, { place, hasTag, pushAttributes });
      return;
    case 2:
    case 3:
    case 6:
    case 17: {
      if ((place === "saved" && type === 2) || (place === "root" && type === 6)) {
        keep(walk, { isSaved: place === "saved", hasTag, pushAttributes });
        return;
      }
      // What follows the first in a frame is bound as well; so is what is in `...`.
      const isDots = place === "dots" || (type === 17 && place === "binding");
      const isFrame = place === "frame" && type === 2;
      push(isDots ? "dots" : isFrame ? "frame" : "anywhere");
      push(isDots || isFrame ? "binding" : "anywhere");
      if (hasTag) push("anywhere");
      pushAttributes();
      return;
    }
    case 238:
      push("anywhere");
      push("anywhere");
      push("anywhere");
      return;
    case 22:
      references.push(undefined);
      pushAttributes();
      push("anywhere");
      push("anywhere");
      return;
    case 23:
      references.push(undefined);
      break;
    case 7:
    case 8:
      mention(promise, reader.text(count(reader.int())));
      break;
    case 9: {
      const text = charactersOf(reader);
      if (text !== undefined && promise !== undefined && promise.texts.length < maxNames)
        promise.texts.push(text);
      break;
    }
    case 10:
    case 13:
      reader.skip(lengthOf(reader), "int");
      break;
    case 14:
      reader.skip(lengthOf(reader), "double");
      break;
    case 15:
      reader.skip(2 * lengthOf(reader), "double");
      break;
    case 24:
      reader.skip(lengthOf(reader), "byte");
      break;
    case 16:
    case 19:
    case 20: {
      const left = lengthOf(reader);
      pushAttributes();
      const where = place === "table" && type === 19 ? "frame" : "anywhere";
      pending.push({ kind: "items", place: where, left, promise });
      return;
    }
    case 21:
      reader.int();
      pushAttributes();
      pending.push({ kind: "bytecode", promise });
      return;
    case 25:
      break;
    default:
      throw new Stop(`it has an object of the unknown kind ${type}`);
  }
  pushAttributes();
}

/** What is bound to a name, with the name itself; or a call. */
function keep(
  { pending, reader, kept }: Walk,
  {
    isSaved,
    hasTag,
    pushAttributes,
  }: {
    readonly isSaved: boolean;
    readonly hasTag: boolean;
    readonly pushAttributes: () => void;
  },
): void {
  const one: RKept = { at: reader.at(), names: [], texts: [], isSaved };
  if (kept.length < maxPromises) kept.push(one);
  pending.push(
    isSaved ? { kind: "item", place: "saved" } : { kind: "item", place: "anywhere", promise: one },
    { kind: "item", place: "anywhere", promise: one },
  );
  if (hasTag) pending.push({ kind: "item", place: "anywhere", promise: one });
  pushAttributes();
}

/** Where names and texts are noted. */
type Noted = Pick<RPromise, "names" | "texts">;

function mention(promise: Noted | undefined, name: string | undefined): void {
  if (promise !== undefined && name !== undefined && promise.names.length < maxNames)
    promise.names.push(name);
}

/** A promise: attributes, environment, value, and the expression. */
function promises(
  walk: Walk,
  {
    place,
    hasTag,
    pushAttributes,
  }: { readonly place: Place; readonly hasTag: boolean; readonly pushAttributes: () => void },
): void {
  const { pending, reader } = walk;
  if (walk.promises.length >= maxPromises)
    throw new Stop(`only its first ${maxPromises} promises were looked at`, { isLimit: true });
  const isBinding = place === "binding";
  const promise: RPromise = { at: reader.at(), isForced: false, isBinding, names: [], texts: [] };
  walk.promises.push(promise);
  pending.push({ kind: "item", place: "anywhere", promise }, { kind: "value", promise });
  if (hasTag) pending.push({ kind: "item", place: "anywhere" });
  pushAttributes();
}
