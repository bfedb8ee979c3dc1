import { PaviseError, type Run } from "../core/index.ts";
import type { ReportOptions } from "./options.ts";

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

/** Renders a run. Pure but for the import: the same run and options give the same text. */
export async function render(
  format: ReportFormat,
  run: Run,
  options: ReportOptions = {},
): Promise<string> {
  const load = loaders[format];
  if (load === undefined) throw new PaviseError("usage", `There is no report format ${format}.`);
  return (await load())(run, options);
}

/** Reads a `Run` document from its JSON text; throws `run-invalid`. */
export async function parseRun(text: string): Promise<Run> {
  return (await import("./schema.ts")).parseRun(text);
}
