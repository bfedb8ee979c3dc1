import { dirname } from "node:path";
import { defaultLimits, type LineIndex, type Severity, type Span } from "../core/index.ts";
import type { ActKind } from "../load/judge.ts";
import { now } from "./clock.ts";
import type { Config } from "./config.ts";
import { discover } from "./discover.ts";
import type { Bench } from "./findings.ts";
import { foldersOf } from "./folders.ts";
import { listFile, type ListedFile } from "./inspect-model.ts";
import { buildRegistry } from "./registry.ts";
import { runChecks } from "./run-checks.ts";
import { loadToolbox } from "./toolbox.ts";

/** Something that is wrong with a line. */
export interface ExplainedAct {
  readonly message: string;
  /** Of what a file does: the kind says how bad it is. */
  readonly kind?: ActKind;
  readonly severity?: Severity;
  readonly isNested?: boolean;
}

/** A line of a listing, and what is wrong with it. */
export interface ExplainedLine {
  readonly text: string;
  readonly acts: readonly ExplainedAct[];
}

/** What a model file does when it is loaded, line by line, or the files of a model. */
export interface Explanation {
  readonly path: string;
  readonly isFolder: boolean;
  readonly lines: readonly ExplainedLine[];
}

type Shown = ExplainedAct & { readonly where: Span };

/**
 * Lists what each model file among the targets does when it is loaded, and the files of each folder
 * that is a model; nothing is loaded.
 */
export async function explainModels(given: {
  readonly targets: readonly string[];
  readonly config: Config;
  readonly cwd: string;
  readonly signal?: AbortSignal;
}): Promise<readonly Explanation[]> {
  const { targets, config, cwd, signal } = given;
  const folder = config.file === undefined ? cwd : dirname(config.file);
  const [toolbox, found] = await Promise.all([
    loadToolbox(),
    discover({ targets, cwd, exclude: { folder, patterns: config.exclude }, signal }),
  ]);
  const bench: Bench = {
    toolbox,
    registry: buildRegistry(toolbox.checks, config.disable),
    limits: { ...defaultLimits, ...config.limits },
    today: "",
    isOurs: () => false,
    models: config.models,
    ownNames: new Set(config.ownNames),
  };
  const listed: ListedFile[] = [];
  for (const subject of found.subjects) {
    if (signal?.aborted === true) break;
    const file = listFile(subject, bench);
    if (file !== undefined) listed.push(file);
  }
  const { redact } = toolbox;
  const files = listed.flatMap(({ view }) =>
    view === undefined ? [] : [{ ...view, isFolder: false, acts: view.acts }],
  );
  return [...explainFolders(listed, bench), ...files].map(({ path, isFolder, ...listing }) => ({
    path,
    isFolder,
    lines: linesOf(listing, redact),
  }));
}

interface Listing {
  readonly text: string;
  readonly lines: LineIndex;
  readonly acts: readonly Shown[];
}

function linesOf(
  { text, lines, acts }: Listing,
  redact: (text: string) => string,
): readonly ExplainedLine[] {
  const byLine = new Map<number, ExplainedAct[]>();
  for (const { where, message, kind, severity, isNested } of acts) {
    const line = lines.lineAt(where.start);
    const told = byLine.get(line) ?? [];
    byLine.set(line, told);
    told.push({ kind, severity, isNested, message: redact(message) });
  }
  const shown = text.replace(/\n$/, "").split("\n");
  return shown.map((line, index) => ({
    text: redact(line),
    acts: byLine.get(index + 1) ?? [],
  }));
}

/** The files of each model, with what the checks of folders say of them. */
function explainFolders(
  listed: readonly ListedFile[],
  bench: Bench,
): readonly (Listing & { readonly path: string; readonly isFolder: boolean })[] {
  const subjects = listed.map(({ subject }) => subject);
  const inspections = listed.map(({ subject: { index, path }, kind, size, word }) => ({
    index,
    word,
    findings: [],
    coverage: { path, kind, size, status: "checked" as const },
  }));
  return foldersOf({ subjects, inspections, isListing: true }, bench).flatMap((facts) => {
    const parsed = bench.toolbox.parseFolder?.(facts);
    const { path } = facts;
    if (parsed === undefined || facts.files.length < 2) return [];
    const { text = "", lines } = parsed;
    const source = { path, kind: "directory" as const, text, parsed };
    const { sightings } = runChecks(source, bench, {
      deadline: now() + bench.limits.fileTimeoutMs,
    });
    const acts = sightings.map(({ check, where, details }) => {
      const meta = bench.registry.metas[check];
      const message = details?.message ?? meta?.title ?? "";
      return { where, message, severity: details?.severity ?? meta?.severity };
    });
    return [{ path, isFolder: true, text, lines, acts }];
  });
}
