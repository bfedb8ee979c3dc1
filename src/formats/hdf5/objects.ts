// All groups and data sets of an HDF5 file, for what they say of other files and for pickles in them: "HDF5
// File Format Specification Version 3.0". Of data sets only the headers are read, but for rows of PyTables
// that are pickles.
import type { ByteSource } from "../bytes/source.ts";
import { paged } from "../bytes/paged.ts";
import { attributesIn, fromHeap } from "./attributes.ts";
import { bytes, isNowhere, Stop, uint, type File } from "./file.ts";
import { leavesOf, linksIn, namesOf } from "./groups.ts";
import { eachMessage, superblock, type Message } from "./header.ts";

/** A file that another one is read from. */
export interface OtherFile {
  /** `link`: to an object of it; `data`: numbers as they are; `virtual`: parts of a data set. */
  readonly kind: "link" | "data" | "virtual";
  /** The object of this file, as a path. */
  readonly object: string;
  readonly file: string;
}

/** Bytes that PyTables hands to `pickle.loads`. */
export interface StoredPickle {
  readonly at: number;
  readonly bytes: Buffer;
}

export interface Hdf5Objects {
  readonly others: readonly OtherFile[];
  readonly pickles: readonly StoredPickle[];
  /** Why not all of it was looked at. */
  readonly unread?: string;
}

const types = { space: 0x01, kind: 0x03, files: 0x07, layout: 0x08, filters: 0x0b };
const maxObjects = 50_000;
const maxRead = 256 * 1024 * 1024;
const maxOthers = 1_000;
const maxRows = 2_000;
const maxPickles = 5_000;
/** What the sources of a virtual data set are written in. */
const maxSources = 1024 * 1024;

interface Walk {
  readonly file: File;
  readonly others: OtherFile[];
  readonly pickles: StoredPickle[];
  unread?: string;
}

/** What is known of one object from its messages. */
interface Seen {
  readonly path: string;
  readonly address: number;
  layout?: Buffer;
  isPacked: boolean;
  /** True where PyTables reads its rows as pickles. */
  hasPickles: boolean;
}

/** Walks all objects. Total. */
export function readHdf5Objects(whole: ByteSource): Hdf5Objects {
  const source = counted(paged(whole));
  let walk: Walk | undefined;
  try {
    const { file, root } = superblock(source, { texts: new Map(), problems: [] });
    walk = { file, others: [], pickles: [] };
    walkFrom(walk, root);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { others: [], pickles: [], unread: error.message };
  }
  const { others, pickles, unread } = walk;
  return { others, pickles, ...(unread === undefined ? {} : { unread }) };
}

/** A source of which only so much is read. */
function counted(source: ByteSource): ByteSource {
  let count = 0;
  return {
    size: source.size,
    read(at, length) {
      // Short readings cost as much as longer ones.
      count += Math.min(length, source.size) + 64;
      if (count > maxRead) throw new Stop(`more than ${maxRead} bytes of it are headers`);
      return source.read(at, length);
    },
  };
}

function walkFrom(walk: Walk, root: number): void {
  const { file } = walk;
  const known = new Set([root]);
  const queue: { readonly path: string; readonly address: number }[] = [
    { path: "", address: root },
  ];
  for (let next = 0; next < queue.length; next++) {
    const { path, address } = queue[next]!;
    const seen: Seen = { path, address, isPacked: false, hasPickles: false };
    file.messages = 0;
    attempt(walk, () =>
      eachMessage(file, address, (found) =>
        attempt(walk, () => {
          look(walk, seen, found);
          linksIn(file, found, (link) => {
            const inner = `${path}/${link.name}`.slice(0, 500);
            if (link.kind === "file") other(walk, { kind: "link", object: inner, file: link.file });
            else if (known.size >= maxObjects)
              walk.unread ??= `it has more than ${maxObjects} objects`;
            else if (!known.has(link.address)) {
              known.add(link.address);
              queue.push({ path: inner, address: link.address });
            }
          });
        }),
      ),
    );
    if (seen.layout !== undefined) attempt(walk, () => layout(walk, seen, seen.layout!));
  }
}

/** What breaks in one object leaves the others as they are. */
function attempt(walk: Walk, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    walk.unread ??= error.message;
  }
}

function other({ others }: Walk, one: OtherFile): void {
  if (others.length < maxOthers) others.push(one);
}

function look(walk: Walk, seen: Seen, found: Message): void {
  const { file } = walk;
  const { type, flags, body } = found;
  if (type === types.files && (flags & 2) === 0) externalFiles(walk, seen, body);
  else if (type === types.layout) seen.layout = body;
  else if (type === types.filters) seen.isPacked = true;
  attributesIn(file, found, ({ name, value }) => {
    if (name === "PSEUDOATOM" && /^object\0*$/.test(value.toString("latin1", 0, 20)))
      seen.hasPickles = true;
    keepPickle(walk, { at: seen.address * 100 + walk.pickles.length, bytes: value });
  });
}

/** PyTables takes bytes for a pickle that end as one does: `AttributeSet.__getattr__`. */
function keepPickle(walk: Walk, { at, bytes: value }: StoredPickle): void {
  let end = value.length;
  while (end > 0 && value[end - 1] === 0) end--;
  if (end < 3 || value[end - 1] !== 0x2e) return;
  if (walk.pickles.length < maxPickles)
    walk.pickles.push({ at, bytes: Buffer.from(value.subarray(0, end)) });
  else walk.unread ??= `it has more than ${maxPickles} pickles`;
}

/** Numbers that lie in other files as they are. */
function externalFiles(walk: Walk, { path }: Seen, body: Buffer): void {
  const { wide, long } = walk.file;
  const used = uint(body, 6, 2);
  const nameAt = namesOf(walk.file, uint(body, 8, wide));
  for (let index = 0; index < used; index++) {
    const name = nameAt(uint(body, 8 + wide + index * 3 * long, long));
    other(walk, { kind: "data", object: path, file: name });
  }
}

function layout(walk: Walk, seen: Seen, body: Buffer): void {
  const { file } = walk;
  const [version, kind] = [uint(body, 0, 1), uint(body, 1, 1)];
  if (version >= 4 && kind === 3) {
    const address = uint(body, 2, file.wide);
    if (isNowhere(address, file.wide)) return;
    const index = uint(body, 2 + file.wide, 4);
    virtualSources(walk, seen, fromHeap(file, { address, index, length: maxSources }));
    return;
  }
  if (!seen.hasPickles) return;
  if (version !== 3 || kind !== 2 || seen.isPacked) {
    walk.unread ??=
      "rows of it, which PyTables reads as pickles, are kept in a way that is not read";
    return;
  }
  const rank = uint(body, 2, 1);
  const tree = uint(body, 3, file.wide);
  let size = 1;
  for (let axis = 0; axis < rank; axis++) size *= uint(body, 3 + file.wide + 4 * axis, 4);
  rows(walk, { tree, size, keyWidth: 8 + 8 * rank });
}

/** Names that are those of a file, and of no object of one. */
const fileNames = /^(?:\/|\.\.|[A-Za-z]:\\).*\.\w*(?:h5|hdf|nxs|nc|cxi|mat|keras)\w*$/i;

/** Each source begins with the name of a file; where the next one begins is not followed. */
function virtualSources(walk: Walk, { path }: Seen, block: Buffer): void {
  const texts = block
    .subarray(1 + walk.file.long)
    .toString("latin1")
    .match(/[\x20-\x7e]{2,1024}(?=\0)/g);
  for (const [index, name] of [...new Set(texts)].entries())
    if (index === 0 || fileNames.test(name))
      other(walk, { kind: "virtual", object: path, file: name });
}

/** Rows of a list of lists: a length and a place in the heap each. */
function rows(
  walk: Walk,
  {
    tree,
    size,
    keyWidth,
  }: { readonly tree: number; readonly size: number; readonly keyWidth: number },
): void {
  const { file } = walk;
  const width = 8 + file.wide;
  let count = 0;
  for (const address of leavesOf(file, tree, { type: 1, keyWidth })) {
    const chunk = bytes(file.source, file.base + address, Math.min(size, width * maxRows));
    for (let at = 0; at + width <= chunk.length; at += width) {
      const length = uint(chunk, at, 4);
      const place = uint(chunk, at + 4, file.wide);
      if (length === 0 || isNowhere(place, file.wide)) continue;
      if (count++ >= maxRows) {
        walk.unread ??= `more than ${maxRows} rows of it are pickles`;
        return;
      }
      const index = uint(chunk, at + 4 + file.wide, 4);
      const bytesAt = file.base + address + at;
      keepPickle(walk, { at: bytesAt, bytes: fromHeap(file, { address: place, index, length }) });
    }
  }
}
