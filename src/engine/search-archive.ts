import { gunzipSync } from "node:zlib";
import type { AssetKind, Coverage } from "../core/index.ts";
import { listSevenZip, maxSolid } from "../formats/sevenzip/list.ts";
import { listTar, type ArchiveListing } from "../formats/tar/list.ts";
import { bytesOf, type ByteSource } from "../formats/bytes/source.ts";
import { walkZip, type ZipProblemKind } from "../formats/zip/walk.ts";
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import type { Bench, RawFinding } from "./findings.ts";
import { headBytes, identify } from "./identify.ts";
import type { SearchedFile } from "./search-large.ts";
import { withSource } from "./with-source.ts";
import { isTextKind, searchText } from "./search-text.ts";

/** Archives whose members are looked at. */
export const archiveKinds: ReadonlySet<AssetKind> = new Set(["zip", "tar", "gzip", "7z"]);

/** An archive in an archive in an archive is looked into, and no deeper. */
const maxDepth = 3;
/** Larger members are data. */
const maxMember = 16 * 1024 * 1024;

/** What a search of an archive and all within it has used and found. */
interface Search {
  readonly bench: Bench;
  readonly deadline: number;
  readonly findings: RawFinding[];
  readonly limits: Set<string>;
  texts: number;
  unpacked: number;
}

function gunzip(source: ByteSource, limit: number): Buffer | undefined {
  try {
    return gunzipSync(source.read(0, source.size), { maxOutputLength: Math.max(1, limit) });
  } catch {
    return undefined;
  }
}

/** A gzip file has one member, whose name is its own without the suffix. */
function listGzip(source: ByteSource, name: string): ArchiveListing {
  const inner = name
    .replace(/^.*\//, "")
    .replace(/\.tgz$/i, ".tar")
    .replace(/\.gz$/i, "");
  const read = (limit: number): Buffer | undefined => gunzip(source, limit);
  return { members: [{ name: inner, size: source.size, read }], problems: [] };
}

/** What was not read of an archive. What readers see differently is for the checks of models. */
const unread = new Set<ZipProblemKind>(["limit", "no-directory", "truncated"]);

function listZip(source: ByteSource): ArchiveListing {
  const { members, problems } = walkZip(source);
  return {
    members: members.filter(({ isFolder, isLink }) => !isFolder && !isLink),
    problems: problems.filter(({ kind }) => unread.has(kind)).map(({ detail }) => detail),
  };
}

function listFolders(source: ByteSource, room: number): ArchiveListing {
  const { members, problems } = listSevenZip(source, Math.min(room, maxSolid / 2));
  const unlisted = problems.filter(({ kind }) => kind === "limit" || kind === "unreadable");
  return { members, problems: unlisted.map(({ detail }) => detail) };
}

interface Archive {
  readonly kind: AssetKind;
  readonly source: ByteSource;
  readonly path: string;
}

function list({ kind, source, path }: Archive, room: number): ArchiveListing {
  if (kind === "zip") return listZip(source);
  if (kind === "7z") return listFolders(source, room);
  return kind === "tar" ? listTar(source) : listGzip(source, path);
}

function searchMembers(archive: Archive, search: Search, depth: number): void {
  const { bench, deadline } = search;
  const room = bench.limits.maxUnpackedBytes - search.unpacked;
  const { members, problems } = list(archive, room);
  for (const problem of problems) search.limits.add(problem);
  for (const { name, size, read } of members) {
    if (now() > deadline - 1_000) {
      search.limits.add("it took too long");
      return;
    }
    const isWrapped = archive.kind === "gzip";
    const left = bench.limits.maxUnpackedBytes - search.unpacked;
    if (left <= 0) {
      search.limits.add(`more than ${bench.limits.maxUnpackedBytes} bytes unpacked`);
      return;
    }
    // Weights, images and tables; archives in archives are small or have no texts.
    if (size > maxMember && !isWrapped) {
      if (/\.(?:zip|whl|tar|t?gz|txt|json|jsonl|csv|log|ya?ml|md|py|sql)$/i.test(name))
        search.limits.add(`${name} is larger than ${maxMember} bytes`);
      continue;
    }
    const bytes = read(Math.min(left, isWrapped ? left : maxMember));
    if (bytes === undefined) {
      search.limits.add(`${name} cannot be unpacked`);
      continue;
    }
    search.unpacked += bytes.length;
    const head = bytes.subarray(0, headBytes);
    const base = name.replace(/^.*\//, "").toLowerCase();
    const kind = identify({ bytes: head, size: bytes.length, name: base });
    const path = `${archive.path}!${name}`;
    if (archiveKinds.has(kind)) {
      if (depth >= maxDepth) search.limits.add(`archives in archives below ${name}`);
      else searchMembers({ kind, source: bytesOf(bytes), path }, search, depth + 1);
    } else if (isTextKind(kind, bench)) {
      const { text } = decode(bytes, kind === "python" ? "text" : kind);
      const { findings, troubles } = searchText({ path, text, linesBefore: 0, deadline }, bench);
      search.texts++;
      search.findings.push(...findings);
      for (const { detail } of troubles) search.limits.add(detail);
    }
  }
}

/** Searches the text members of an archive on disk. Throws the error of the file system. */
export function searchArchive(
  place: SearchedFile,
  bench: Bench,
  deadline: number,
): Pick<Coverage, "status" | "reason" | "detail"> & { readonly findings: readonly RawFinding[] } {
  const search: Search = {
    bench,
    deadline,
    findings: [],
    limits: new Set(),
    texts: 0,
    unpacked: 0,
  };
  const { path, kind, size } = place;
  const { maxSearchBytes } = bench.limits;
  if (kind === "gzip" && size > maxSearchBytes) {
    const detail = `${size} bytes; at most ${maxSearchBytes} are unpacked`;
    return { status: "skipped", reason: "too-large", detail, findings: [] };
  }
  withSource(place, (source) => searchMembers({ kind, source, path }, search, 1));
  const { texts, findings, limits } = search;
  const searched = `${texts} text ${texts === 1 ? "member" : "members"} searched for secrets`;
  if (limits.size > 0) {
    const [first = "", ...more] = limits;
    const rest = more.length === 0 ? "" : ` (and ${more.length} more)`;
    const status = texts === 0 ? "skipped" : "failed";
    return { status, reason: "limit", detail: `${searched}; ${first}${rest}`, findings };
  }
  return texts === 0
    ? { status: "skipped", reason: "no-check", findings }
    : { status: "checked", detail: searched, findings };
}
