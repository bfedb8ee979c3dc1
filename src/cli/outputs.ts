import { statSync } from "node:fs";
import { extname, join } from "node:path";
import { PaviseError, type Run } from "../core/index.ts";
import { nearest } from "../engine/nearest.ts";
import { isReportFormat, renderPieces, reportFormats, type ReportFormat } from "../report/index.ts";
import type { Given } from "./options.ts";
import { inBatches, writeReport, type Stage } from "./stage.ts";

/** One report to write: to a file, or to standard output. */
export interface Output {
  readonly format: ReportFormat;
  readonly file?: string;
}

const suffixes: Readonly<Record<ReportFormat, string>> = {
  terminal: "txt",
  json: "json",
  sarif: "sarif",
  html: "html",
  junit: "xml",
  markdown: "md",
  github: "github.txt",
  gitlab: "gitlab.json",
};

function usage(message: string, hint: string): PaviseError {
  return new PaviseError("usage", message, { hint });
}

function formatNamed(name: string): ReportFormat {
  if (isReportFormat(name)) return name;
  const guess = nearest(name, reportFormats);
  const meant = guess === undefined ? "" : ` Did you mean ${guess}?`;
  throw usage(`--format ${name}: no such format`, `One of: ${reportFormats.join(", ")}.${meant}`);
}

function formatOf(file: string): ReportFormat {
  const suffix = extname(file).slice(1).toLowerCase();
  const found = reportFormats.find((format) => suffixes[format] === suffix);
  if (found !== undefined) return found;
  throw usage(`--output ${file}: its suffix does not tell the format`, "Write --format before it.");
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Reads `--format` and `--output` as pairs, in the order in which they were given. */
export function readOutputs(given: Given): readonly Output[] {
  const outputs: Output[] = [];
  let open: readonly ReportFormat[] = [];
  const close = (): void => {
    for (const format of open) outputs.push({ format });
    open = [];
  };
  for (const { name, value } of given.options) {
    if (name === "format") {
      close();
      open = [...new Set(value.split(",").map((part) => formatNamed(part.trim())))];
    } else if (name === "output") {
      if (isFolder(value)) {
        // A folder takes every format that has no file yet.
        const homeless = outputs
          .filter((output) => output.file === undefined)
          .map(({ format }) => format);
        const formats = [...new Set([...homeless, ...open])];
        if (formats.length === 0)
          throw usage(`--output ${value}: no format to write there`, "Write --format before it.");
        const settled = outputs.filter((output) => output.file !== undefined);
        outputs.splice(0, outputs.length, ...settled);
        for (const format of formats)
          outputs.push({ format, file: join(value, `pavise.${suffixes[format]}`) });
      } else if (open.length > 1) {
        throw usage(
          `--output ${value}: one file for ${open.length} formats`,
          "Name a folder, or give each format its file.",
        );
      } else outputs.push({ format: open[0] ?? formatOf(value), file: value });
      open = [];
    }
  }
  close();

  const printed = outputs.filter((output) => output.file === undefined);
  if (printed.length > 1) {
    const names = printed.map(({ format }) => format).join(" and ");
    throw usage(`${names} cannot both go to standard output`, "Give all but one an --output.");
  }
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, at) => files.indexOf(file) !== at);
  if (twice !== undefined)
    throw usage(`--output ${twice} is given twice`, "Give each format a file of its own.");
  return outputs;
}

/** Writes every report. Files first, so that they are there when the terminal speaks of them. */
export async function writeOutputs(
  run: Run,
  to: { outputs: readonly Output[]; stage: Stage; quiet: boolean },
): Promise<void> {
  const { outputs, stage, quiet } = to;
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    await writeReport(file, await renderPieces(format, run, { color: false }));
  }
  const { color, width } = stage;
  for (const { format, file } of outputs) {
    if (file !== undefined) continue;
    for (const text of inBatches(await renderPieces(format, run, { color, width, quiet })))
      await stage.print(text);
  }
}
