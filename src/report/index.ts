import { PaviseError, type Run } from "../core/index.ts";
import type { ReportOptions } from "./options.ts";
import { isTooLong } from "./text.ts";

export type { ReportOptions } from "./options.ts";

type Render = (run: Run, options: ReportOptions) => string;

// Each format is imported when it is called: a terminal report need not load the catalogue.
const loaders = {
  terminal: async (): Promise<Render> => (await import("./terminal.ts")).render,
  json: async (): Promise<Render> => (await import("./json.ts")).render,
  sarif: async (): Promise<Render> => (await import("./sarif.ts")).render,
  html: async (): Promise<Render> => (await import("./html.ts")).render,
  junit: async (): Promise<Render> => (await import("./junit.ts")).render,
  markdown: async (): Promise<Render> => (await import("./markdown.ts")).render,
  github: async (): Promise<Render> => (await import("./github.ts")).render,
  gitlab: async (): Promise<Render> => (await import("./gitlab.ts")).render,
} as const;

/** The name of a report format. */
export type ReportFormat = keyof typeof loaders;

/** Every format, in the order in which help lists them. */
export const reportFormats: readonly ReportFormat[] = [
  "terminal",
  "json",
  "sarif",
  "html",
  "junit",
  "markdown",
  "github",
  "gitlab",
];

/** True where `name` names a format. */
export function isReportFormat(name: string): name is ReportFormat {
  return Object.hasOwn(loaders, name);
}

/**
 * Renders a run. Pure but for the import: the same run and options give the same text. Throws
 * `output-failed` where it would be longer than a text can be (half a gigabyte).
 */
export async function render(
  format: ReportFormat,
  run: Run,
  options: ReportOptions = {},
): Promise<string> {
  const load = loaders[format];
  if (load === undefined) throw new PaviseError("usage", `There is no report format ${format}.`);
  const write = await load();
  try {
    return write(run, options);
  } catch (error) {
    if (!isTooLong(error)) throw error;
    const found = run.findings.length + run.suppressed.length;
    throw new PaviseError("output-failed", `${found} findings are too many for one report`, {
      hint: "Scan the folders one by one, or lower `max-findings-per-check` in pavise.yaml.",
    });
  }
}

/** The same in pieces, to be written one after the other: a record may be larger than a text can be. */
export async function renderPieces(
  format: ReportFormat,
  run: Run,
  options: ReportOptions = {},
): Promise<Iterable<string>> {
  if (format === "json") return (await import("./json.ts")).pieces(run);
  return [await render(format, run, options)];
}

/** Reads a `Run` document from its JSON text; throws `run-invalid`. */
export async function parseRun(text: string): Promise<Run> {
  return (await import("./schema.ts")).parseRun(text);
}
