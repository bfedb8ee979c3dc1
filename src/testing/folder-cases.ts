import type { AnyCheck } from "../checks/define.ts";
import { parseAsset } from "../checks/parse.ts";
import { parseFolder } from "../checks/parse-folder.ts";
import { parseModel } from "../checks/parse-model.ts";
import type { FindingDetails, Report } from "../core/index.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import type { FolderFile, PartFinding } from "../load/folder/view.ts";
import type { Word } from "../load/folder/word.ts";
import { leavesFolder } from "../load/places.ts";

const limits = { maxUnpacked: 64 * 1024 * 1024, maxDepth: 6, maxParts: 1_000 };

/** One thing that a check said of a folder, with the line of the listing that shows it. */
export interface FolderFinding {
  readonly message: string;
  readonly line: string;
  readonly details: FindingDetails;
}

/** A folder written as one text: each file after a line `== name`. */
export function filesIn(text: string): Readonly<Record<string, string>> {
  const pieces = text.split(/^== (.+)\n/m).slice(1);
  const files: Record<string, string> = {};
  for (let at = 0; at + 1 < pieces.length; at += 2) files[pieces[at]!] = pieces[at + 1]!;
  return files;
}

function fileOf(
  [name, content]: readonly [string, string],
  findings: readonly PartFinding[],
): FolderFile {
  const bytes = Buffer.from(content, "latin1");
  const base = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const kind = identify({ bytes, size: bytes.length, name: base });
  const { word } =
    parseModel({ kind, path: name, source: bytesOf(bytes), limits }) ??
    parseAsset({ kind, path: name, text: content });
  const own = findings.filter(({ location }) => location.path === name);
  // No check of a folder asks for the place in a file.
  const said = word as Word | undefined;
  return { name, path: name, kind, size: bytes.length, word: said, findings: () => own };
}

/** Runs one check on a folder, without the engine and without a disk. */
export function runFolderCheck(
  check: AnyCheck,
  files: Readonly<Record<string, string>>,
  findings: readonly PartFinding[] = [],
): readonly FolderFinding[] {
  const parts = Object.entries(files).map((entry) => fileOf(entry, findings));
  const parsed = parseFolder({
    path: ".",
    files: parts,
    look: (from, { name }) => {
      if (leavesFolder(name)) return { kind: "outside" };
      const wanted = from.name.slice(0, from.name.lastIndexOf("/") + 1) + name;
      const part = parts.find((each) => each.name === wanted);
      if (part === undefined) return { kind: "missing" };
      return { kind: "file", size: part.size, links: 1 };
    },
  });
  const view = parsed.views.folder!;
  const found: FolderFinding[] = [];
  const report: Report = (where, details = {}) => {
    const line = view.text.slice(where.start, where.end).trim();
    found.push({ message: details.message ?? check.meta.title, line, details });
  };
  (check.run as (view: unknown, report: Report) => void)(view, report);
  return found;
}
