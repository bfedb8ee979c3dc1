import { readFileSync } from "node:fs";
import { fileReason, PaviseError } from "../../core/index.ts";
import { parseRun } from "../../report/index.ts";
import type { Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import type { Stage } from "../stage.ts";

/** `pavise report` */
export async function reportCommand(given: Given, stage: Stage): Promise<number> {
  const [file, ...more] = given.operands;
  if (file === undefined || more.length > 0) {
    throw new PaviseError("usage", "one run is needed", {
      hint: "`pavise report RUN.json --format html --output run.html`",
    });
  }
  const asked = readOutputs(given);
  const outputs = asked.length > 0 ? asked : [{ format: "terminal" as const }];
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new PaviseError("run-invalid", `${file}: ${fileReason(error)}`, {
      hint: "`pavise scan --format json --output run.json` writes a run.",
      cause: error,
    });
  }
  await writeOutputs(await parseRun(text), { outputs, stage, quiet: given.has("quiet") });
  return 0;
}
