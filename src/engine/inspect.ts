import { indexLines, messageOf, type AssetKind, type Coverage } from "../core/index.ts";
import type { Parsed } from "../checks/parse.ts";
import { fileSourceOf, type FileSource } from "../infra/recognise.ts";
import type { FileSummary } from "../flow/summary.ts";
import type { SeenFlow } from "../flow/view.ts";
import type { Word } from "../load/folder/word.ts";
import { now } from "./clock.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { decode } from "./decode.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import { inspectModel, joined } from "./inspect-model.ts";
import { placed } from "./placed.ts";
import { readAsset } from "./read.ts";
import { runChecks, type Trouble } from "./run-checks.ts";
import { archiveKinds, searchArchive } from "./search-archive.ts";
import { searchLarge } from "./search-large.ts";
import type { Sighting } from "./suppress.ts";
import { traceFile, type Traced, type TraceRequest } from "./trace.ts";

/** A file to be inspected. */
export interface Subject {
  /** Its place in the plan. */
  readonly index: number;
  /** As reports name it: relative to the root, with forward slashes. */
  readonly path: string;
  /** As the file system names it. */
  readonly file: string;
  readonly size: number;
}

/** A subject and what is to be done with it. */
export interface Task extends Subject {
  /**
   * Flows that end in it, found by a look at all files. Where they are not given, the file is only
   * summed up for that look.
   */
  readonly flows?: readonly SeenFlow[];
  /** What the checks of infrastructure saw in it, who look at all files together. */
  readonly infra?: readonly Sighting[];
  /** Places to be shown, and no inspection. */
  readonly trace?: TraceRequest;
}

/** What became of one subject. */
export interface Inspection {
  readonly index: number;
  readonly coverage: Coverage;
  readonly findings: readonly RawFinding[];
  /** What other files need to know of it, to follow values from one to the other. */
  readonly summary?: FileSummary;
  readonly traced?: Traced;
  /** What it says of the files around it, where it is part of a model. */
  readonly word?: Word;
  /** The source of infrastructure that it is part of. */
  readonly infra?: FileSource;
}

/** Data rather than programs; a large one is left out by decision, not read in part by accident. */
const dataKinds = new Set<AssetKind>(["json", "yaml", "toml", "ini", "markdown", "text"]);
/** Kinds that have no parser: what is looked for in them is found in a part as well. */
const searchedKinds = new Set<AssetKind>(["markdown", "text"]);

function troublesOf(
  problems: Parsed["problems"],
  { lines, locate }: Pick<Parsed, "lines" | "locate">,
): readonly Trouble[] {
  return problems.map(({ reason, message, at }) => {
    const place = locate?.({ start: at, end: at }) ?? {
      line: lines.lineAt(at),
      column: lines.columnAt(at),
    };
    const { cell, line, column } = place;
    const where = [
      ...(cell === undefined ? [] : [`cell ${cell}`]),
      ...(line === undefined ? [] : [`line ${line}`, `column ${column}`]),
    ];
    return { reason, detail: where.length === 0 ? message : `${where.join(", ")}: ${message}` };
  });
}

/** A check that failed is our fault and said first; then what the file is to blame for. */
function worst(troubles: readonly Trouble[]): Trouble | undefined {
  const first =
    troubles.find(({ reason }) => reason === "check-failed" || reason === "timeout") ?? troubles[0];
  if (first === undefined) return undefined;
  const more = troubles.length - 1;
  return { ...first, detail: more === 0 ? first.detail : `${first.detail} (and ${more} more)` };
}

function withWord(inspection: Inspection, word: Word | undefined): Inspection {
  return word === undefined ? inspection : { ...inspection, word };
}

/** Inspects one file: reads it once, parses it once, asks every check. Never throws. */
export function inspectFile(subject: Task, bench: Bench): Inspection {
  const { index, path, file, flows, trace } = subject;
  const { toolbox, limits, isOurs, models } = bench;
  const deadline = now() + limits.fileTimeoutMs;
  let { size } = subject;
  let kind: AssetKind = "binary";
  const end = (
    status: Coverage["status"],
    trouble?: Partial<Trouble>,
    findings: readonly RawFinding[] = [],
  ): Inspection => ({
    index,
    coverage: { path, kind, size, status, ...trouble },
    findings,
  });

  const maxBytes = (found: AssetKind): number =>
    found === "notebook" ? limits.maxNotebookBytes : limits.maxTextBytes;
  let reading;
  try {
    const wanted = (found: AssetKind): boolean => toolbox.kindsWithViews.has(found);
    reading = readAsset(file, { wanted, maxBytes });
  } catch (error) {
    return end("failed", { reason: "unreadable", detail: messageOf(error).replace(file, path) });
  }
  ({ kind, size } = reading);
  const { bytes, small, refused } = reading;
  if (refused === "special-file")
    return end("skipped", { reason: refused, detail: "not a regular file" });
  if (kind === "empty") return end("skipped", { reason: "empty" });
  const whole = small ?? bytes;
  const place = { path, file, kind, size, source: whole && bytesOf(whole) };
  try {
    const model =
      toolbox.modelKinds?.has(kind) === true ? inspectModel(place, bench, deadline) : undefined;
    if (refused === "too-large") {
      const searched = searchLarge(place, bench, deadline);
      const { isWhole } = searched;
      const findings = [...(model?.findings ?? []), ...searched.findings];
      // Nothing but words is looked for in these.
      if (isWhole && searchedKinds.has(kind)) {
        const { status, ...trouble } = joined({ status: "checked" }, model);
        return end(status, trouble, findings);
      }
      const detail = `${size} bytes; at most ${maxBytes(kind)} are parsed; ${searched.detail}`;
      return end(dataKinds.has(kind) ? "skipped" : "failed", { reason: refused, detail }, findings);
    }
    if (archiveKinds.has(kind)) {
      const { findings, ...archive } = searchArchive(place, bench, deadline);
      const { status, ...trouble } = joined(archive, model);
      const all = [...(model?.findings ?? []), ...findings];
      return withWord(end(status, trouble, all), model?.word);
    }
    if (bytes === undefined) {
      const { status, ...trouble } = joined({ status: "skipped", reason: "no-check" }, model);
      return withWord(end(status, trouble, model?.findings), model?.word);
    }
    const { text, problems } = decode(bytes, kind);
    const parsed = toolbox.parseAsset({ kind, path, text, isOurs, models });
    const source = { path, kind, text: parsed.text ?? text, parsed };
    if (trace !== undefined)
      return { ...end("checked"), traced: traceFile(source, { bench, request: trace }) };
    const { sightings: seen, troubles } = runChecks(source, bench, { deadline, flows });
    const sightings = subject.infra === undefined ? seen : [...seen, ...subject.infra];
    const interpretation =
      flows === undefined && bench.registry.byView.has("flow")
        ? parsed.views.flow?.summarize({ traces: false })
        : undefined;
    // What is wrong with the encoding is wrong with the file as it stands.
    const raw = parsed.text === undefined || problems.length === 0 ? parsed : undefined;
    const all = [
      ...troubles,
      ...troublesOf(problems, raw ?? { lines: indexLines(text) }),
      ...troublesOf([...parsed.problems, ...(interpretation?.problems ?? [])], parsed),
      ...(model?.troubles ?? []),
    ];
    const trouble = worst(all);
    const own = findingsOf(source, bench, { sightings, whole: trouble === undefined });
    const findings = [...(model?.findings ?? []), ...own];
    const status = trouble === undefined ? "checked" : "failed";
    const word = parsed.word === undefined ? model?.word : placed(parsed.word, source);
    const infra = bench.registry.byView.has("infra")
      ? fileSourceOf({ kind, path, text })
      : undefined;
    const told = withWord(end(status, trouble, findings), word);
    const inspection = infra === undefined ? told : { ...told, infra };
    return interpretation === undefined
      ? inspection
      : { ...inspection, summary: interpretation.summary };
  } catch (error) {
    return end("failed", {
      reason: "check-failed",
      detail: `reading it failed: ${messageOf(error)}`,
    });
  }
}
