// Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html): what a data set
// says of its files.
import { posix } from "node:path";
import { parseStrictJson } from "../strict-json.ts";
import { readGivenRecord } from "./files.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type RecordedFile,
  type RecordNote,
  type RecordReader,
} from "./record.ts";

const maxBytes = 256 * 1024 * 1024;

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property under its short name, or as other contexts write it. */
function property(node: Node, name: string): unknown {
  for (const key of [
    name,
    `sc:${name}`,
    `schema:${name}`,
    `https://schema.org/${name}`,
    `cr:${name}`,
  ])
    if (node[key] !== undefined) return node[key];
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value];
}

function isFileObject(node: Node): boolean {
  return listOf(node["@type"]).some(
    (type) => typeof type === "string" && /\bFileObject$/.test(type),
  );
}

/** The name under which a file lies beside its description. */
function nameOf(node: Node): string | undefined {
  const url = property(node, "contentUrl");
  const id = property(node, "name") ?? node["@id"];
  const text = typeof url === "string" && url !== "" ? url : id;
  if (typeof text !== "string" || text === "") return undefined;
  if (!/^[a-z][a-z0-9+.-]+:/i.test(text)) return posix.normalize(text);
  const { pathname } = URL.canParse(text) ? new URL(text) : { pathname: text };
  try {
    return posix.basename(decodeURIComponent(pathname));
  } catch {
    return posix.basename(pathname);
  }
}

/** Reads the digests of the files that a data set names. */
export const readCroissant: RecordReader = (file) => {
  const json = parseStrictJson(readGivenRecord(file, maxBytes));
  if (!json.ok) throw invalidRecord(file, json.message);
  const root = isNode(json.value) ? json.value : {};
  const distribution = listOf(property(root, "distribution")).filter(isNode);
  const objects = distribution.filter(isFileObject);
  if (objects.length === 0)
    throw invalidRecord(
      file,
      "it names no FileObject",
      "A description of a data set in Croissant is needed, with its `distribution`.",
    );
  const notes: RecordNote[] = [];
  const entries: (readonly [string, RecordedFile])[] = [];
  for (const node of objects) {
    const name = nameOf(node);
    if (name === undefined) continue;
    const sha256 = hexOf(property(node, "sha256"), 64);
    const md5 = hexOf(property(node, "md5"), 32);
    if (sha256 !== undefined) entries.push([name, { algorithm: "sha256", digest: sha256 }]);
    else if (md5 !== undefined) entries.push([name, { algorithm: "md5", digest: md5 }]);
    // A file within an archive has none of its own; others have to (section "FileObject").
    else if (property(node, "containedIn") === undefined)
      notes.push({ kind: "no-evidence", path: name, message: `${file} has no digest of it` });
  }
  return Promise.resolve([
    recordOf({ source: file, files: filesOf(file, entries), scope: "partial", notes }),
  ]);
};
