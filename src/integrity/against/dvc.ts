// DVC: https://dvc.org/doc/user-guide/project-structure. It names files by MD5, and a folder by the
// MD5 of the list of its files.
import { createHash } from "node:crypto";
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { messageOf } from "../../core/index.ts";
import { firstIssue } from "../oms/bundle.ts";
import { byCodePoint } from "../model/list.ts";
import type { DigestType } from "../model/hash-range.ts";
import { readGivenRecord } from "./files.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type ModelRecord,
  type RecordedFile,
  type RecordedTotal,
  type RecordReader,
} from "./record.ts";

const maxBytes = 64 * 1024 * 1024;

const Listed = z.array(z.object({ relpath: z.string().min(1).max(8192), md5: z.string() }));
const Out = z.object({
  path: z.string().min(1).max(8192),
  md5: z.string().optional(),
  /** There from version 3 on: before it, texts were hashed with the line ends of Unix. */
  hash: z.string().optional(),
  size: z.number().optional(),
  files: Listed.optional(),
});
type Out = z.infer<typeof Out>;
const Document = z.object({
  wdir: z.string().optional(),
  outs: z.array(Out).optional(),
  stages: z.record(z.string(), z.object({ outs: z.array(Out).optional() })).optional(),
});

function outsIn(file: string): { readonly outs: readonly Out[]; readonly folder: string } {
  const text = readGivenRecord(file, maxBytes).toString("utf8");
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0, logLevel: "error" });
  } catch (error) {
    throw invalidRecord(file, messageOf(error).split("\n", 1)[0] ?? "it is no YAML");
  }
  const read = Document.safeParse(value);
  if (!read.success) throw invalidRecord(file, firstIssue(read.error));
  const { wdir = ".", outs = [], stages = {} } = read.data;
  const all = [...outs, ...Object.values(stages).flatMap((stage) => stage.outs ?? [])];
  if (all.length === 0) throw invalidRecord(file, "it has no `outs`");
  return { outs: all, folder: resolve(dirname(file), wdir) };
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) return "";
  const from = folder.endsWith(sep) ? folder : `${folder}${sep}`;
  return path.startsWith(from) ? path.slice(from.length).split(sep).join("/") : undefined;
}

/** An output that is of the model. */
interface Fitting {
  readonly out: Out;
  /** The folder of the model in which it lies, with a `/` at its end; empty for the model itself. */
  readonly prefix: string;
  /** The folder of the output that the model is, with a `/` at its end; empty for all of it. */
  readonly inner: string;
}

/** The outputs that are of the model: by where they lie, otherwise by name. */
function fitting(outs: readonly Out[], folder: string, model: string): readonly Fitting[] {
  const here = real(model);
  const found = outs.flatMap((out): readonly Fitting[] => {
    const path = real(join(folder, out.path));
    const within = pathBelow(here, path);
    if (within !== undefined) return [{ out, prefix: within, inner: "" }];
    const around = pathBelow(path, here);
    return around === undefined ? [] : [{ out, prefix: "", inner: around }];
  });
  if (found.length > 0) return found;
  const named = outs.filter(({ path }) => basename(path) === basename(here));
  const [only] = named.length === 0 && outs.length === 1 ? outs : named;
  return only === undefined || named.length > 1 ? [] : [{ out: only, prefix: "", inner: "" }];
}

/** The list of the files of a folder, where DVC keeps it; it has to have the digest that names it. */
function listingOf(md5: string, from: string): z.infer<typeof Listed> | undefined {
  const [head, rest] = [md5.slice(0, 2), `${md5.slice(2)}.dir`];
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const cache = join(folder, ".dvc", "cache");
    for (const file of [join(cache, "files", "md5", head, rest), join(cache, head, rest)]) {
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue;
      const bytes = readGivenRecord(file, maxBytes);
      if (createHash("md5").update(bytes).digest("hex") !== md5) continue;
      try {
        const read = Listed.safeParse(JSON.parse(bytes.toString("utf8")));
        if (read.success) return read.data;
      } catch {
        // Only the total is known then.
      }
    }
    if (existsSync(join(folder, ".dvc")) || folder === dirname(folder)) return undefined;
  }
}

/** The digest of a folder: that of the list as Python's `json.dumps` writes it. */
export function folderDigest(
  files: readonly { readonly name: string; readonly digest: string }[],
): string {
  const sorted = [...files].sort((a, b) => byCodePoint(a.name, b.name));
  const lines = sorted.map(({ name, digest }) => {
    const quoted = JSON.stringify(name).replaceAll(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    return `{"md5": "${digest}", "relpath": ${quoted}}`;
  });
  const md5 = createHash("md5")
    .update(`[${lines.join(", ")}]`)
    .digest("hex");
  return `${md5}.dir`;
}

/** How an output may have been hashed. */
function functionsOf({ hash }: Out): readonly DigestType[] {
  return hash === undefined ? ["md5", "md5-unix-text"] : ["md5"];
}

function recordedFile(out: Out, md5: string, size?: number): RecordedFile {
  const [, otherwise] = functionsOf(out);
  return { algorithm: "md5", digest: md5, otherwise, size };
}

/** What a folder that is an output says of the files of the model. */
function readFolder(
  { out, prefix, inner }: Fitting,
  given: { readonly digest: string; readonly folder: string },
): {
  readonly entries: readonly (readonly [string, RecordedFile])[];
  readonly total?: RecordedTotal;
} {
  const { digest, folder } = given;
  const lead = prefix === "" ? "" : `${prefix}/`;
  const listed = out.files ?? listingOf(digest.replace(/\.dir$/, ""), folder);
  if (listed === undefined) {
    if (inner !== "") return { entries: [] };
    const total = { prefix: lead, digest, algorithms: functionsOf(out), of: folderDigest };
    return { entries: [], total };
  }
  const start = inner === "" ? "" : `${inner}/`;
  const entries = listed.flatMap(
    ({ relpath, md5 }): readonly (readonly [string, RecordedFile])[] => {
      const hex = hexOf(md5, 32);
      const isFile = relpath === inner;
      if (hex === undefined || !(isFile || relpath.startsWith(start))) return [];
      const name = isFile ? basename(relpath) : `${lead}${relpath.slice(start.length)}`;
      return [[name, recordedFile(out, hex)]];
    },
  );
  return { entries };
}

/** Reads what DVC has on record of a model. */
export const readDvc: RecordReader = (file, { model }) => {
  const { outs, folder } = outsIn(file);
  const entries: (readonly [string, RecordedFile])[] = [];
  const totals: RecordedTotal[] = [];
  const fits = fitting(outs, folder, model);
  for (const fit of fits) {
    const { out, prefix } = fit;
    const single = hexOf(out.md5, 32);
    const isFolder = hexOf(out.md5?.replace(/\.dir$/, ""), 32) !== undefined;
    if (single !== undefined) {
      const name = prefix === "" ? basename(out.path) : prefix;
      entries.push([name, recordedFile(out, single, out.size)]);
    } else if (out.files !== undefined || (out.md5?.endsWith(".dir") === true && isFolder)) {
      const digest = out.md5?.toLowerCase() ?? "";
      const read = readFolder(fit, { digest, folder: dirname(resolve(file)) });
      for (const entry of read.entries) entries.push(entry);
      if (read.total !== undefined) totals.push(read.total);
    }
  }
  const isWhole = fits.some(({ prefix, out }) => prefix === "" && hexOf(out.md5, 32) === undefined);
  const paths = outs.slice(0, 3).map(({ path }) => path.slice(0, 80));
  const nothing = `${file} has no MD5 of it; it speaks of ${paths.join(", ")}${outs.length > 3 ? ", …" : ""}`;
  const isEmpty = entries.length === 0 && totals.length === 0;
  const record: ModelRecord = recordOf({
    source: file,
    files: filesOf(file, entries),
    totals,
    scope: isWhole ? "whole" : "named",
    notes: isEmpty ? [{ kind: "no-evidence", message: nothing }] : [],
  });
  return Promise.resolve([record]);
};
