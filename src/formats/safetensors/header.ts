// https://github.com/huggingface/safetensors#format : 8 bytes of length, a JSON object, tensors.
import type { ByteSource } from "../bytes/source.ts";

/** What is wrong with a file that says it is safetensors. */
export interface SafetensorsProblem {
  readonly message: string;
  /** True where no reader would take it, or each its own part. */
  readonly isBroken: boolean;
}

export interface SafetensorsFile {
  readonly tensors: number;
  /** How many numbers there are of each type, by what the shapes say. */
  readonly elements: ReadonlyMap<string, number>;
  readonly metadata: ReadonlyMap<string, string>;
  readonly problems: readonly SafetensorsProblem[];
  /** Bytes that belong to no tensor. */
  readonly gaps: readonly SafetensorsGap[];
  /** Where the first tensors lie. */
  readonly places: readonly TensorPlace[];
}

/** A tensor and its bytes in the file. */
export interface TensorPlace {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

/** A part of the file that belongs to nothing, and where that is, in words. */
export interface SafetensorsGap {
  readonly at: number;
  readonly length: number;
  readonly place: string;
}

/** The reference reader refuses a longer header. */
const maxHeader = 100_000_000;
const maxTensors = 1_000_000;
const maxProblems = 20;
const maxPlaces = 20_000;

const bits: Readonly<Record<string, number>> = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
};

/** Reads the header and holds it against the file; tensors are not read. Total. */
export function readSafetensors(source: ByteSource): SafetensorsFile {
  const problems: SafetensorsProblem[] = [];
  const metadata = new Map<string, string>();
  const gaps: SafetensorsGap[] = [];
  const elements = new Map<string, number>();
  let tensors = 0;
  const say = (message: string, isBroken = true): void => {
    if (problems.length < maxProblems) problems.push({ message, isBroken });
  };
  const places: TensorPlace[] = [];
  const done = (): SafetensorsFile => ({ tensors, elements, metadata, problems, gaps, places });

  const head = source.read(0, 8);
  if (head.length < 8) {
    say("it is shorter than the length of its header");
    return done();
  }
  const stated = head.readBigUInt64LE(0);
  if (stated > BigInt(maxHeader)) {
    say(`its header has ${stated} bytes`);
    return done();
  }
  const length = Number(stated);
  const bytes = source.read(8, length);
  if (bytes.length < length) {
    say("its header is cut off");
    return done();
  }
  let header: unknown;
  try {
    header = JSON.parse(bytes.toString("utf8"));
  } catch {
    say("its header is no JSON");
    return done();
  }
  if (typeof header !== "object" || header === null || Array.isArray(header)) {
    say("its header is no object");
    return done();
  }
  const entries = Object.entries(header as Record<string, unknown>);
  const written = countKeys(bytes.toString("latin1"));
  if (written !== undefined && written > entries.length) say("a name stands twice in its header");
  const spans: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  for (const [name, value] of entries.slice(0, maxTensors)) {
    if (name === "__metadata__") {
      if (typeof value !== "object" || value === null) say("its metadata are no object");
      else
        for (const [key, text] of Object.entries(value as Record<string, unknown>))
          metadata.set(key, typeof text === "string" ? text : JSON.stringify(text));
      continue;
    }
    tensors++;
    const tensor = value as { dtype?: unknown; shape?: unknown; data_offsets?: unknown } | null;
    const offsets = tensor?.data_offsets;
    if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
      say(`the place of ${quoted(name)} cannot be read`);
      continue;
    }
    const [start, end] = offsets as [number, number];
    spans.push({ start, end, name });
    if (places.length < maxPlaces && end > start)
      places.push({ name, at: 8 + length + start, length: end - start });
    const shape = tensor?.shape;
    const width = typeof tensor?.dtype === "string" ? bits[tensor.dtype] : undefined;
    if (width === undefined) say(`the type of ${quoted(name)} is not known`, false);
    else if (!Array.isArray(shape) || !shape.every(isCount))
      say(`the shape of ${quoted(name)} cannot be read`);
    else {
      const count = (shape as number[]).reduce((all, one) => all * one, 1);
      const dtype = String(tensor?.dtype);
      elements.set(dtype, (elements.get(dtype) ?? 0) + count);
      const need = (count * width) / 8;
      if (need !== end - start)
        say(`${quoted(name)} has ${end - start} bytes, and its shape needs ${need}`);
    }
  }
  judgeSpans(spans, source.size - 8 - length, {
    say,
    skip: (at, count, place) => {
      if (gaps.length < maxProblems) gaps.push({ at: 8 + length + at, length: count, place });
    },
  });
  return done();
}

/** Tensors stand one behind the other, without holes, to the end of the file. */
function judgeSpans(
  spans: { readonly start: number; readonly end: number; readonly name: string }[],
  size: number,
  {
    say,
    skip,
  }: {
    readonly say: (message: string) => void;
    readonly skip: (at: number, length: number, place: string) => void;
  },
): void {
  let at = 0;
  for (const { start, end, name } of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end < start) say(`${quoted(name)} ends before it begins`);
    else if (start < at) say(`${quoted(name)} lies over another tensor`);
    else if (start > at) skip(at, Math.min(start, size) - at, `before ${quoted(name)}`);
    at = Math.max(at, end);
  }
  if (at > size) say("a tensor ends behind the end of the file");
  else if (at < size) skip(at, size - at, "behind the last tensor");
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

/** Keys of the outermost object as they are written; undefined where they cannot be told quickly. */
function countKeys(json: string): number | undefined {
  if (json.length > 16 * 1024 * 1024) return undefined;
  let depth = 0;
  let keys = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === 34) {
      const start = at;
      for (at++; at < json.length && json.charCodeAt(at) !== 34; at++)
        if (json.charCodeAt(at) === 92) at++;
      if (depth !== 1) continue;
      let next = at + 1;
      while (json.charCodeAt(next) <= 32) next++;
      if (json.charCodeAt(next) === 58 && isKeyPlace(json, start)) keys++;
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) depth--;
  }
  return keys;
}

function isKeyPlace(json: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && json.charCodeAt(before) <= 32) before--;
  const code = json.charCodeAt(before);
  return code === 123 || code === 44;
}
