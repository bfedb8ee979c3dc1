// ZIP files for tests, sound by default, in which every field can lie.
import { crc32, deflateRawSync, zstdCompressSync } from "node:zlib";

/** What a header says instead of the truth. */
export interface Lies {
  readonly name?: string | Buffer;
  readonly version?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packed?: number;
  readonly size?: number;
  readonly extra?: Buffer;
}

/** A member, its truth, and what its two headers make of it. */
export interface Entry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly method?: number;
  readonly flags?: number;
  /** Sizes and checksum stand after the data. */
  readonly isStreamed?: boolean;
  /** Sizes and offset have 64 bits. */
  readonly isWide?: boolean;
  /** Data begin at a multiple of 64 bytes, as PyTorch wants them. */
  readonly isAligned?: boolean;
  readonly attributes?: number;
  readonly local?: Lies;
  readonly central?: Lies & { readonly offset?: number; readonly nameLength?: number };
  readonly only?: "local" | "central";
}

interface EndLies {
  readonly count?: number;
  readonly countHere?: number;
  readonly size?: number;
  readonly offset?: number;
}

/** What stands around the members. */
export interface Frame {
  /** Before them; offsets count it where `isCounted`. */
  readonly before?: Buffer;
  readonly isCounted?: boolean;
  /** Between directory and end record. */
  readonly between?: Buffer;
  readonly comment?: Buffer;
  readonly commentLength?: number;
  readonly after?: Buffer;
  /** There is a 64-bit end record as well. */
  readonly isWide?: boolean;
  readonly end?: EndLies;
  readonly end64?: EndLies & { readonly at?: number; readonly part?: number };
  readonly hasNoEnd?: boolean;
}

/** A little-endian field: so many bytes, such a value. */
export function fields(...parts: readonly (readonly [number, number])[]): Buffer {
  return Buffer.concat(
    parts.map(([size, value]) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value));
      return bytes.subarray(0, size);
    }),
  );
}

function pack(data: Buffer, method: number): Buffer {
  if (method === 8) return deflateRawSync(data);
  return method === 93 ? zstdCompressSync(data) : data;
}

interface Truth {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly isWide: boolean;
}

function localHeader(truth: Truth, entry: Entry, at: number): Buffer {
  const { local = {}, isStreamed = false, isAligned = false } = entry;
  const name = Buffer.from(local.name ?? truth.name);
  const packed = local.packed ?? (isStreamed ? 0 : truth.packed);
  const size = local.size ?? (isStreamed ? 0 : truth.size);
  let extra = local.extra ?? Buffer.alloc(0);
  if (truth.isWide) extra = Buffer.concat([extra, fields([2, 1], [2, 16], [8, size], [8, packed])]);
  if (isAligned) {
    const padding = (64 - ((at + 30 + name.length + extra.length + 4) % 64)) % 64;
    extra = Buffer.concat([extra, fields([2, 0x4246], [2, padding]), Buffer.alloc(padding, "Z")]);
  }
  return Buffer.concat([
    fields([4, 0x04034b50], [2, local.version ?? 20], [2, local.flags ?? truth.flags]),
    fields([2, local.method ?? truth.method], [2, 0], [2, 33]),
    fields([4, local.crc ?? (isStreamed ? 0 : truth.crc)]),
    fields([4, truth.isWide ? 0xffffffff : packed], [4, truth.isWide ? 0xffffffff : size]),
    fields([2, name.length], [2, extra.length]),
    name,
    extra,
  ]);
}

function centralHeader(truth: Truth, entry: Entry, at: number): Buffer {
  const { central = {} } = entry;
  const name = Buffer.from(central.name ?? truth.name);
  const packed = central.packed ?? truth.packed;
  const size = central.size ?? truth.size;
  const offset = central.offset ?? at;
  let extra = central.extra ?? Buffer.alloc(0);
  if (truth.isWide)
    extra = Buffer.concat([extra, fields([2, 1], [2, 24], [8, size], [8, packed], [8, offset])]);
  const narrow = (value: number): number => (truth.isWide ? 0xffffffff : value);
  return Buffer.concat([
    fields([4, 0x02014b50], [2, 0x0314], [2, central.version ?? 20]),
    fields([2, central.flags ?? truth.flags], [2, central.method ?? truth.method]),
    fields([2, 0], [2, 33], [4, central.crc ?? truth.crc], [4, narrow(packed)], [4, narrow(size)]),
    fields([2, central.nameLength ?? name.length], [2, extra.length], [2, 0], [2, 0], [2, 0]),
    fields([4, entry.attributes ?? 0o100644 * 0x10000], [4, narrow(offset)]),
    name,
    extra,
  ]);
}

/** A ZIP file of these members, which says of itself what the frame says. */
export function buildZip(entries: readonly Entry[], frame: Frame = {}): Buffer {
  const { before = Buffer.alloc(0), isCounted = false, comment = Buffer.alloc(0) } = frame;
  const chunks: Buffer[] = [before];
  const central: Buffer[] = [];
  const base = isCounted ? 0 : before.length;
  let at = before.length;
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? "");
    const method = entry.method ?? 0;
    const bytes = pack(data, method);
    const truth: Truth = {
      name: Buffer.from(entry.name),
      flags: (entry.flags ?? 0) | (entry.isStreamed ? 8 : 0),
      method,
      crc: crc32(data),
      packed: bytes.length,
      size: data.length,
      isWide: entry.isWide ?? false,
    };
    if (entry.only !== "local") central.push(centralHeader(truth, entry, at - base));
    if (entry.only === "central") continue;
    const width = truth.isWide ? 8 : 4;
    const descriptor = entry.isStreamed
      ? fields([4, 0x08074b50], [4, truth.crc], [width, truth.packed], [width, truth.size])
      : Buffer.alloc(0);
    const member = Buffer.concat([localHeader(truth, entry, at), bytes, descriptor]);
    chunks.push(member);
    at += member.length;
  }
  const directory = Buffer.concat(central);
  chunks.push(directory, frame.between ?? Buffer.alloc(0));
  if (frame.hasNoEnd) return Buffer.concat(chunks);
  const truth = { count: central.length, size: directory.length, offset: at - base };
  if (frame.isWide) {
    const end64 = { countHere: truth.count, ...truth, ...frame.end64 };
    const end64At = at - base + directory.length + (frame.between?.length ?? 0);
    chunks.push(
      fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, end64.countHere]),
      fields([8, end64.count], [8, end64.size], [8, end64.offset]),
      fields([4, 0x07064b50], [4, frame.end64?.part ?? 0], [8, frame.end64?.at ?? end64At], [4, 1]),
    );
  }
  const end = { countHere: frame.end?.count ?? truth.count, ...truth, ...frame.end };
  chunks.push(
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, end.countHere], [2, end.count], [4, end.size]),
    fields([4, end.offset], [2, frame.commentLength ?? comment.length]),
    comment,
    frame.after ?? Buffer.alloc(0),
  );
  return Buffer.concat(chunks);
}

/** Members as `torch.save` writes them: streamed, with names in UTF-8, aligned, and with 64-bit ends. */
export function buildTorch(members: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries = Object.entries(members).map(([name, data]) => ({
    name: `archive/${name}`,
    data,
    flags: 0x800,
    isStreamed: true,
    isAligned: true,
  }));
  return buildZip(entries, { isWide: true });
}
