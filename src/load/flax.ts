// What `flax.serialization.msgpack_serialize` writes: one map, in it maps, numbers and extensions 1 (an
// array), 2 (a complex number) and 3 (a number of NumPy).
import { headSize, isPickleAt, isWorthy } from "./content.ts";
import {
  walkMsgpack,
  type Extension,
  type MsgpackWalk,
  type Piece,
} from "../formats/msgpack/walk.ts";
import type { Payload } from "../formats/pickle/program.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import type { ListingLine } from "./listing.ts";

const maxTold = 20;
/** -1 is a time, which MessagePack itself has. */
const own = new Set([1, 2, 3, -1]);
const maxText = 64 * 1024;
/** Pickles that are followed. */
const maxPickles = 2_000;
/** Bytes of all of them. */
const maxPayloads = 32 * 1024 * 1024;

/** Bytes of one number, by the name of its type. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^(?:bool|u?int[248]|float[468]_\w+)$/, 1],
  [/^(?:u?int16|float16|bfloat16)$/, 2],
  [/^(?:u?int32|float32)$/, 4],
  [/^(?:u?int64|float64|complex64)$/, 8],
  [/^complex128$/, 16],
];

/** A model of Flax, or pickles that another program keeps in MessagePack; undefined for every other file. Total. */
export function msgpackModel(source: ByteSource): DataModel | undefined {
  const walk = walkMsgpack(source);
  if (walk === undefined || (walk.limit === undefined && walk.end !== source.size))
    return undefined;
  return (walk.maps === 0 ? undefined : flaxModel(source, walk)) ?? picklesIn(source, walk);
}

/** Pickles in MessagePack. msgpack-numpy loads those of arrays of objects. */
function picklesIn(source: ByteSource, walk: MsgpackWalk): DataModel | undefined {
  const payloads: Payload[] = [];
  for (const { at, length } of [
    ...walk.pieces.filter(({ isText }) => !isText),
    ...walk.extensions,
  ]) {
    if (length < 4 || payloads.length >= maxPickles) continue;
    const here = { size: at + length, read: cutAt(source, at + length) };
    if (isPickleAt(here, at))
      payloads.push({ at, length, ...(walk.hasObjects ? { loaded: "bytes" as const } : {}) });
  }
  if (payloads.length === 0) return undefined;
  const lines = [{ text: `# MessagePack with ${payloads.length} pickles` }];
  const unread =
    payloads.length < maxPickles ? walk.limit : `it has more than ${maxPickles} pickles`;
  return { lines, payloads, ...(unread === undefined ? {} : { unread }) };
}

function cutAt(source: ByteSource, end: number): ByteSource["read"] {
  return (at, length) => source.read(at, Math.max(0, Math.min(length, end - at)));
}

function flaxModel(source: ByteSource, walk: MsgpackWalk): DataModel | undefined {
  const arrays = walk.extensions.filter(({ code }) => code === 1 || code === 3);
  const records = arrays.map((one) => arrayOf(source, one));
  // Other programs write MessagePack too: these have no arrays that look so.
  if (!records.some((record) => record !== undefined)) return undefined;
  const lines: ListingLine[] = [
    { text: `# Flax, MessagePack with ${walk.maps} maps and ${arrays.length} arrays` },
  ];
  const tell = (message: string): void => {
    if (lines.length > maxTold) return;
    const act = { kind: "contradicts", message: `It contradicts its format: ${message}` } as const;
    lines.push({ text: `# ${message}`, acts: [act] });
  };
  for (const { code, at } of walk.extensions)
    if (!own.has(code)) tell(`the extension at byte ${at} is of type ${code}, which Flax has not`);
  for (const [index, record] of records.entries()) {
    const { at } = arrays[index]!;
    if (record === undefined) tell(`the array at byte ${at} is broken`);
    else if (record.wanted !== undefined && record.wanted !== record.length)
      tell(`the array at byte ${at} has ${record.length} bytes, and its shape ${record.wanted}`);
    else if (record.type === "object") tell(`the array at byte ${at} is one of objects`);
  }
  const payloads = walk.pieces.flatMap((one) => payloadOf(source, one) ?? []);
  const length = payloads.reduce((sum, one) => sum + one.length, 0);
  const unread = length > maxPayloads ? "it holds more bytes than are looked at" : undefined;
  return { lines, payloads, unread: walk.limit ?? unread };
}

interface ArrayRecord {
  readonly type: string;
  readonly length: number;
  /** Bytes that the shape needs, where the type is known. */
  readonly wanted: number | undefined;
}

/** `(shape, type, bytes)`, as MessagePack in the extension. */
function arrayOf(source: ByteSource, { at, length }: Extension): ArrayRecord | undefined {
  const head = source.read(at, Math.min(length, 512));
  let here = 1;
  /** A number up to 2^32, or the length of what follows. */
  function number(direct: number, mask: number, [one, two, four]: readonly number[]): number {
    const type = head[here++] ?? -1;
    if (type >= direct && type <= (direct | mask)) return type & mask;
    const width = type === one ? 1 : type === two ? 2 : type === four ? 4 : 0;
    here += width;
    return width === 0 || here > head.length ? -1 : head.readUIntBE(here - width, width);
  }
  if (head[0] !== 0x93) return undefined;
  const rank = number(0x90, 0x0f, [-1, 0xdc]);
  if (rank < 0 || rank > 64) return undefined;
  let count = 1;
  for (let axis = 0; axis < rank; axis++) {
    const extent = number(0x00, 0x7f, [0xcc, 0xcd, 0xce]);
    if (extent < 0) return undefined;
    count *= extent;
  }
  const letters = number(0xa0, 0x1f, [0xd9]);
  if (letters < 0 || here + letters > head.length) return undefined;
  const type = head.toString("latin1", here, here + letters);
  here += letters;
  const bytes = number(-1, 0, [0xc4, 0xc5, 0xc6]);
  if (bytes < 0 || here + bytes !== length) return undefined;
  const width = widths.find(([names]) => names.test(type))?.[1];
  return { type, length: bytes, wanted: width === undefined ? undefined : width * count };
}

function payloadOf(source: ByteSource, { at, length, isText }: Piece): Payload | undefined {
  if (isText) {
    if (length < 16 || length > maxText) return undefined;
    return { at, length, text: source.read(at, length).toString("latin1") };
  }
  const head = source.read(at, Math.min(length, headSize));
  return isWorthy(head, { size: length, name: "" }) ? { at, length } : undefined;
}
