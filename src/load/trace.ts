import { readNpyHeader } from "../formats/numpy/header.ts";
import { readPickle } from "../formats/pickle/machine.ts";
import { defaultPickleLimits, type PickleProgram } from "../formats/pickle/program.ts";
import type { ActKind } from "./judge.ts";
import { configLines, configNames, maxConfig, newConfigBudget } from "./configs.ts";
import { ggufLines } from "./data-formats.ts";
import { hdf5Model } from "./hdf5.ts";
import type { DataModel } from "./data-model.ts";
import { withoutArrays } from "./without-arrays.ts";
import { pickleLines } from "./pickle.ts";
import { payloadSource } from "./payload.ts";
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import { walkZip, type ZipMember } from "../formats/zip/walk.ts";
import { dataModel } from "./data-models.ts";
import { listSevenZip, maxSolid } from "../formats/sevenzip/list.ts";
import { listTar, type ArchiveMember } from "../formats/tar/list.ts";
import { archiveLines, tarLines } from "./archive.ts";
import { graphOf } from "./graphs.ts";
import { rdataLines } from "./rdata.ts";
import {
  contentOf,
  hasZipEnd,
  headSize,
  isHdf5,
  isPickleAt,
  isSerialized,
  isTable,
  isWorthy,
} from "./content.ts";
import { safetensorsModel } from "./safetensors.ts";
import { brokenPromise, suffixLines, type Content } from "./suffix.ts";
import { tfliteLines } from "./tflite.ts";
import { oldJoblibHeader, packingOf, peek, unpack } from "./unpack.ts";

import {
  isFull,
  limit,
  nameOf,
  problem,
  tell,
  within,
  type Item,
  type LoadLimits,
  type LoadTrace,
  type Search,
} from "./search.ts";

export type { LoadLimits, LoadTrace } from "./search.ts";

/** Lines of a program that are listed although nothing is wrong with them. */
const shownLines = { explained: 200, told: 20 };

/** One pickle behind the other: PyTorch's older format has five. */
const maxStacked = 1_000;
/** Pickles in texts and bytes of pickles. */
const maxNesting = 4;

/** Finds every program in a file by its content. Total. */
export function traceLoad(source: ByteSource, limits: LoadLimits): LoadTrace {
  const configs = newConfigBudget();
  const search: Search = { limits, parts: [], problems: [], configs, unpacked: 0 };
  look(search, { source, member: "", depth: 0, isNested: false });
  const { parts, problems } = search;
  return { parts, problems };
}

function look(search: Search, item: Item): void {
  const { source, depth } = item;
  if (depth > search.limits.maxDepth) {
    limit(search, item, "containers in one another are too deep");
    return;
  }
  if (search.limits.isLate?.() === true) {
    limit(search, item, "it took too long");
    return;
  }
  const head = source.read(0, headSize);
  if (head.length < 2) return;
  const content = contentOf(head, source);
  if (content !== undefined && depth === 0) {
    const lies = suffixLines(search.limits.path ?? "", content);
    if (lies.length > 0) tell(search, item, lies);
  }
  const told = search.parts.length;
  const header = content === undefined ? oldJoblibHeader(head) : undefined;
  if (header !== undefined) {
    const packed = from(source, header);
    look(search, { ...item, source: packed, member: within(item, "joblib"), depth: depth + 1 });
    return;
  }
  const blanks = content === undefined && depth === 0 ? blanksBefore(search, head) : 0;
  if (blanks > 0 && isPickleAt(source, blanks)) {
    follow(search, item, blanks);
    return;
  }
  read(search, { ...item, head }, content);
  if (content === undefined && depth === 0 && search.parts.length === told) {
    const broken = brokenPromise(search.limits.path ?? "", head);
    if (broken.length > 0) tell(search, item, broken);
  }
  if (depth > 0 && configNames.test(item.member)) {
    const lines = configLines(item, search.configs);
    if (lines !== undefined) tell(search, item, lines);
    if (source.size > maxConfig) limit(search, item, `only its first ${maxConfig} bytes were read`);
  }
  if (depth > 0 && isSerialized(head, item.member)) lookIntoSerialized(search, item);
  // The marks of these formats are opcodes with their arguments as well.
  if (content !== undefined && disguises.has(content) && isPickleAt(source, 0))
    follow(search, item, 0);
  // Who opens it as an archive finds one at its end, whatever stands before.
  if (content !== "zip" && content !== "packed" && hasZipEnd(source)) lookIntoZip(search, item);
}

/** What lies behind an offset. */
function from({ size, read: readAt }: ByteSource, start: number): ByteSource {
  return { size: size - start, read: (at, length) => readAt(start + at, length) };
}

/** Blanks before the first byte of what is called a pickle: who strips a text loads what is behind them. */
function blanksBefore({ limits }: Search, head: Buffer): number {
  if (!/\.(?:pkl|pickle|p|joblib|sav|dill)$/i.test(limits.path ?? "")) return 0;
  return /^[ \t\r\n]{0,64}/.exec(head.toString("latin1", 0, 64))?.[0].length ?? 0;
}

/** Formats of which a file may be a pickle at the same time. */
const disguises: ReadonlySet<Content> = new Set([
  "tar",
  "gguf",
  "safetensors",
  "tflite",
  "executorch",
  "rdata",
]);

function read(
  search: Search,
  item: Item & { readonly head: Buffer },
  content: Content | undefined,
): void {
  const { source } = item;
  switch (content) {
    case "zip":
      lookIntoZip(search, item);
      return;
    case "numpy":
      lookIntoArray(search, item);
      return;
    case "hdf5":
      tellData(search, item, hdf5Model(source, nameOf(search, item)));
      return;
    case "tflite":
      tell(search, item, tfliteLines(source));
      return;
    case "tar":
      lookIntoTar(search, item);
      return;
    case "7z":
      lookIntoSevenZip(search, item);
      return;
    case "gguf":
      tell(search, item, ggufLines(source));
      return;
    case "safetensors":
      tellData(search, item, safetensorsModel(source));
      return;
    case "pickle":
      follow(search, item, 0);
      return;
    case "rdata": {
      const { lines, unread } = rdataLines(source, { isCut: item.isCut === true });
      tell(search, item, lines);
      if (unread !== undefined) limit(search, item, unread);
      return;
    }
    case "packed":
      lookIntoPacked(search, item);
      return;
    default: {
      const data = dataModel(source, item.head);
      if (data !== undefined) {
        tellData(search, item, data);
        return;
      }
      const graph = graphOf(item, { content, ...search.limits });
      if (graph !== undefined) tell(search, item, graph.lines);
      if (graph?.unread !== undefined) limit(search, item, graph.unread);
    }
  }
}

function lookIntoPacked(search: Search, item: Item & { readonly head: Buffer }): void {
  const { source, head, depth } = item;
  const packing = packingOf(head)!;
  const left = search.limits.maxUnpacked - search.unpacked;
  // Logs and tables are packed as well, and are not unpacked for that.
  const first = peek(head, packing);
  if (first.bytes.length >= 512 && !isWorthy(first.bytes, { size: Infinity, name: "" })) return;
  const isAll = source.size <= head.length && first.problem === undefined;
  const unpacked =
    isAll && first.bytes.length <= left
      ? first
      : unpack(source.read(0, Math.min(source.size, left)), { packing, limit: left });
  const { bytes } = unpacked;
  if (unpacked.problem !== undefined) limit(search, item, unpacked.problem.message);
  if (bytes.length === 0) return;
  search.unpacked += bytes.length;
  look(search, {
    ...item,
    source: bytesOf(bytes),
    isCut: unpacked.problem !== undefined || source.size > left,
    member: within(item, packing),
    depth: depth + 1,
  });
}

/** Adds the listing of a model that holds data, and follows what may be pickles in it. */
function tellData(search: Search, item: Item, { lines, unread, payloads }: DataModel): void {
  tell(search, item, lines);
  if (unread !== undefined) limit(search, item, unread);
  lookIntoPayloads(search, item, { payloads });
}

function lookIntoZip(search: Search, item: Item): void {
  const { members, problems } = walkZip(item.source);
  const { lines, unread } = archiveLines({ members, problems });
  for (const message of unread) limit(search, item, message);
  if (lines.length > 1) tell(search, item, lines);
  const isTorchScript = members.some(({ name }) => /(?:^|\/)code\/__torch__/.test(name));
  for (const member of members) {
    if (isFull(search, item)) return;
    if (!member.isFolder && !member.isLink)
      lookAtMember(search, { ...item, isTorchScript }, member);
  }
}

function lookIntoTar(search: Search, item: Item): void {
  const { members, problems, links } = listTar(item.source);
  for (const message of problems) limit(search, item, message);
  const lines = tarLines(members, links);
  if (lines.length > 1) tell(search, item, lines);
  for (const member of members) {
    if (isFull(search, item)) return;
    search.unpacked += lookAtFile(search, item, member);
  }
}

function lookIntoSevenZip(search: Search, item: Item): void {
  const left = Math.min(maxSolid, search.limits.maxUnpacked - search.unpacked);
  const { members, problems, unpacked } = listSevenZip(item.source, left);
  let counted = 0;
  for (const member of members) {
    if (isFull(search, item)) break;
    lookAtFile(search, item, member);
    // A folder is unpacked for all its members at once.
    search.unpacked += unpacked() - counted;
    counted = unpacked();
    if (member === members.at(-1)) isFull(search, item);
  }
  const { lines, unread } = archiveLines({ members, problems, format: "7z" });
  for (const message of unread) limit(search, item, message);
  if (lines.length > 1) tell(search, item, lines);
}

/** Looks at a member; how many bytes were read for that. */
function lookAtFile(search: Search, item: Item, { name, size, read }: ArchiveMember): number {
  const left = search.limits.maxUnpacked - search.unpacked;
  const head = read(Math.min(left, headSize));
  if (head === undefined || !isWorthy(head, { size, name })) return 0;
  const bytes = read(left);
  if (bytes === undefined) return 0;
  const here = { ...item, member: within(item, name), depth: item.depth + 1 };
  if (bytes.length < size)
    limit(search, here, `only ${bytes.length} of its ${size} bytes were read`);
  look(search, { ...here, source: bytesOf(bytes), isCut: bytes.length < size });
  return bytes.length;
}

function lookAtMember(search: Search, item: Item, member: ZipMember): void {
  const { name, size } = member;
  const left = search.limits.maxUnpacked - search.unpacked;
  const here = { ...item, member: within(item, name), depth: item.depth + 1 };
  const head = member.read(Math.min(left, headSize));
  if (head === undefined) {
    problem(search, here, "it cannot be unpacked");
    return;
  }
  const stored = member.source();
  // Of weights and tables only the headers are read, where they are not packed.
  const isRead = stored !== undefined && (isHdf5(head) || isTable(head));
  if (!isRead && !isWorthy(head, { size, name })) return;
  if (stored !== undefined) {
    look(search, { ...here, source: stored, isCut: false });
    return;
  }
  const bytes = size <= head.length ? head : member.read(left);
  if (bytes === undefined) return;
  search.unpacked += bytes.length;
  if (bytes.length < size)
    limit(search, here, `only ${bytes.length} of its ${size} bytes were unpacked`);
  look(search, { ...here, source: bytesOf(bytes), isCut: bytes.length < size });
}

function lookIntoArray(search: Search, item: Item): void {
  const header = readNpyHeader(item.source);
  if ("problem" in header) problem(search, item, header.problem);
  else if (header.hasObjects) follow(search, item, header.dataAt);
  else tell(search, item, [{ text: `# numpy array of ${header.type.slice(0, 80)}` }]);
}

const grave: ReadonlySet<ActKind> = new Set(["runs", "names-dangerous", "holds-code"]);

/** Follows one pickle after the other from an offset on. */
function follow(search: Search, item: Item, from: number): void {
  const { source } = item;
  let at = from;
  for (let count = 0; at < source.size; count++) {
    if (count >= maxStacked || search.parts.length >= search.limits.maxParts) {
      limit(search, item, `more than ${count} pickles in one file`);
      return;
    }
    if (count > 0 && !isPickleAt(source, at)) return;
    const program = readPickle(source, at, defaultPickleLimits);
    // Weights and texts that look like a pickle do nothing.
    const isAnnounced = source.read(at, 1)[0] === 0x80;
    const isEmpty = program.problem !== undefined && program.events.length === 0;
    if (isEmpty && (count > 0 || !isAnnounced)) return;
    const member = count === 0 ? item.member : within(item, `pickle ${count + 1}`);
    const isWhole = search.limits.isExplained === true;
    const shown = isWhole ? shownLines.explained : shownLines.told;
    const { own } = search.limits;
    const { isTorchScript, isRebuilt } = item;
    const options = { isTorchScript, isRebuilt, own, shown, isWhole };
    // What only looks like a pickle and does nothing is data.
    const { isNested } = item;
    if (!isNested || program.events.length > 0)
      search.parts.push({ member, lines: pickleLines(program, options), isNested, isPickle: true });
    lookIntoPayloads(search, { ...item, member }, program);
    const other = withoutArrays(source, program);
    const lines = other === undefined ? [] : pickleLines(other, options);
    // Of what is read at the wrong place, names that nobody knows say nothing.
    if (lines.some(({ acts = [] }) => acts.some(({ kind }) => grave.has(kind))))
      search.parts.push({
        member: within({ ...item, member }, "read by pickle.load"),
        lines,
        isNested: item.isNested,
      });
    if (program.problem !== undefined) return;
    at = program.end;
  }
}

/** A text in JSON, with what may be escaped in it. */
const serialized = /":serialized:"\s*:\s*"((?:[^"\\]|\\.){0,4000000})"/gs;
const maxSerialized = 200;

/** What `json_to_data` of Stable-Baselines3 hands to cloudpickle when a model is loaded. */
function lookIntoSerialized(search: Search, item: Item): void {
  const left = search.limits.maxUnpacked - search.unpacked;
  const text = item.source.read(0, Math.min(item.source.size, left)).toString("utf8");
  let count = 0;
  // A key may be written in escapes too.
  for (const [, written = ""] of text
    .replaceAll(/\\u00([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
    .matchAll(serialized)) {
    if (isFull(search, item)) return;
    if (count++ >= maxSerialized) {
      limit(search, item, `more than ${maxSerialized} objects in one text`);
      return;
    }
    // Python's decoder passes over what is no letter of base64.
    const bytes = Buffer.from(written.replaceAll(/\\n|[^A-Za-z0-9+/=]/g, ""), "base64");
    search.unpacked += bytes.length;
    const member = within(item, `object ${count}`);
    const here = { ...item, source: bytesOf(bytes), member, depth: item.depth + 1, isCut: false };
    // cloudpickle reads it whatever it begins with.
    if (contentOf(bytes.subarray(0, headSize), here.source) === undefined) follow(search, here, 0);
    else look(search, here);
  }
}

/** Pickles that a pickle holds as bytes or as text. */
function lookIntoPayloads(
  search: Search,
  item: Item,
  { payloads }: Pick<PickleProgram, "payloads">,
): void {
  const seen = new Set<string>();
  for (const payload of payloads) {
    const { at, length, text, loaded } = payload;
    // Through the memo the same bytes may be loaded any number of times.
    const key = `${at}:${length}:${loaded ?? ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const name = text === undefined ? `bytes at ${at}` : `text at ${at}`;
    const { isRebuilt } = payload;
    const next = { member: within(item, name), depth: item.depth + 1, isNested: true, isRebuilt };
    if (loaded === undefined && item.depth > maxNesting) continue;
    const room = search.limits.maxUnpacked - search.unpacked;
    const source = payloadSource(payload, item.source, room);
    if (source === undefined) {
      if (loaded !== undefined)
        limit(search, { ...item, ...next }, "it is too large to be looked at");
      continue;
    }
    // What is only kept is mostly names and numbers, which are nothing else.
    if (loaded === undefined && contentOf(source.read(0, headSize), source) === undefined) continue;
    if (loaded !== "bytes") search.unpacked += source.size;
    // What is only kept may be anything; what is loaded is part of the file.
    const inner: Search = loaded === undefined ? { ...search, problems: [] } : search;
    look(inner, { ...next, source, isNested: loaded === undefined });
    search.unpacked = inner.unpacked;
  }
}
