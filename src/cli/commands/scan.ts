import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { PaviseError } from "../../core/index.ts";
import { loadConfig, readBaseline, scan, type ScanOptions } from "../../engine/index.ts";
import { jobsOf } from "../jobs.ts";
import { interruptible } from "../interrupt.ts";
import type { Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { progressLine } from "../progress.ts";
import type { Stage } from "../stage.ts";
import { withOptions } from "./gate-options.ts";

/** With `--history`, what is no path is a ref; without it, a path that is missing. */
function operandsOf(given: Given): {
  readonly targets: readonly string[];
  readonly refs: readonly string[];
} {
  const isRef = (word: string): boolean =>
    given.has("history") && !word.startsWith("-") && !existsSync(word);
  const paths = given.operands.filter((word) => !isRef(word));
  return { targets: paths.length > 0 ? paths : ["."], refs: given.operands.filter(isRef) };
}

/** `--var` and `--var-file`; the last one counts, as in Terraform. */
function variablesOf({ options }: Given): ScanOptions["variables"] {
  const values: Record<string, string> = {};
  const files: string[] = [];
  for (const { name, value } of options) {
    if (name === "var-file") {
      const file = resolve(value);
      if (!existsSync(file))
        throw new PaviseError("file-missing", `--var-file ${value}: there is no such file`, {
          hint: "Name a file such as prod.tfvars.",
        });
      files.push(file);
    }
    if (name !== "var") continue;
    const [, key, text] = /^([\w-]+)=([^]*)$/.exec(value) ?? [];
    if (key === undefined || text === undefined)
      throw new PaviseError("usage", `--var ${value}: not of the form NAME=VALUE`, {
        hint: "For example --var stage=prod.",
      });
    values[key] = text;
  }
  return { values, files };
}

/** `pavise scan` */
export async function scanCommand(given: Given, stage: Stage): Promise<number> {
  const outputs = readOutputs(given);
  const jobs = jobsOf(given);
  const { targets, refs } = operandsOf(given);
  const cwd = process.cwd();
  const config = withOptions(await loadConfig({ targets, cwd, file: given.last("config") }), given);
  const known = given.last("baseline");
  const baseline = known === undefined ? undefined : readBaseline(known);

  const progress = progressLine(stage);
  const { signal, done } = interruptible();
  const { compileCache } = stage;
  const run = await scan({
    targets,
    cwd,
    config,
    baseline,
    jobs,
    includePassed: given.has("include-passed"),
    variables: variablesOf(given),
    history: given.has("history") ? refs : undefined,
    signal,
    compileCache,
    onProgress: progress.show,
  }).finally(() => {
    progress.clear();
    done();
  });

  // Somebody who asked for files only still wants to see how it went.
  const printed = outputs.some((output) => output.file === undefined);
  const shown = printed ? outputs : [...outputs, { format: "terminal" as const }];
  await writeOutputs(run, { outputs: shown, stage, quiet: given.has("quiet") });
  if (given.has("explain")) {
    const { explainModels } = await import("../../engine/index.ts");
    const { explanationText } = await import("../../report/explanation.ts");
    const explanations = await explainModels({ targets, cwd, config });
    await stage.print(explanationText(explanations, stage));
  }
  for (const problem of run.problems) stage.note(`warning: ${problem}\n`);
  if (run.problems.length > 0) return 3;
  return run.gate.pass ? 0 : 1;
}
