import { PaviseError, type Coverage } from "../../core/index.ts";
import { loadConfig } from "../../engine/index.ts";
import type { EvaluationProgress } from "../../robustness/run/evaluation-options.ts";
import type { ReadFile } from "../../robustness/run/job.ts";
import { jobOf } from "../attack-job.ts";
import { interruptible } from "../interrupt.ts";
import { barOf, liveLine } from "../live-line.ts";
import type { Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import type { Stage } from "../stage.ts";
import { withOptions } from "./gate-options.ts";

const startMs = 2_000;
const everyMs = 200;

/** Draws which attack is at work and how long it will be, on a terminal and after two seconds only. */
function attackLine(stage: Stage): {
  readonly show: (progress: EvaluationProgress) => void;
  readonly clear: () => void;
} {
  if (!stage.live) return { show: () => {}, clear: () => {} };
  const line = liveLine(stage);
  let next = performance.now() + startMs;
  let [step, since] = ["", performance.now()];
  return {
    show: (progress) => {
      const now = performance.now();
      if (progress.step !== step) [step, since] = [progress.step, now];
      if (now < next) return;
      next = now + everyMs;
      const { at, steps, done, total } = progress;
      const took = (now - since) / 1000;
      const left = done <= 0 ? "" : `, ${Math.ceil((took * (total - done)) / done)} s left`;
      const of = steps > 2 ? ` (${at} of ${steps - 1})` : "";
      line.draw(
        `${barOf(done, total, stage)}  ${step}${at === 0 ? "" : of}: ${Math.floor(done)} of ${total}${left}`,
      );
    },
    clear: line.clear,
  };
}

function coverageOf(files: readonly ReadFile[], isWhole: boolean): readonly Coverage[] {
  return files.map(({ path, kind, size }) => ({
    path,
    kind,
    size,
    ...(isWhole
      ? { status: "checked" as const }
      : { status: "failed" as const, reason: "interrupted" as const }),
  }));
}

function operandOf({ operands }: Given): string {
  const [operand, more] = operands;
  if (operand === undefined)
    throw new PaviseError("usage", "no model is named", {
      hint: "`pavise attack model.onnx --data x.npy --labels y.npy`, or a folder with a pavise.yaml.",
    });
  if (more !== undefined)
    throw new PaviseError("usage", `one model at a time, and ${more} is another`, {
      hint: "Options come with two dashes: --data x.npy.",
    });
  return operand;
}

/** `pavise attack` */
export async function attackCommand(given: Given, stage: Stage): Promise<number> {
  if (given.has("list")) {
    const { listAttacks } = await import("./attack-list.ts");
    await listAttacks(stage);
    return 0;
  }
  const startedAt = new Date();
  const operand = operandOf(given);
  const outputs = readOutputs(given);
  const cwd = process.cwd();
  const config = withOptions(
    await loadConfig({ targets: [operand], cwd, file: given.last("config") }),
    given,
  );
  const job = jobOf(given, { operand, config, cwd });
  const { attackInProcess } = await import("../../robustness/run/process.ts");
  const { runOf } = await import("../../robustness/run/run.ts");
  const progress = attackLine(stage);
  const { signal, done } = interruptible();
  const { robustness, files, problems, notes } = await attackInProcess(job, {
    signal,
    onProgress: progress.show,
  }).finally(() => {
    progress.clear();
    done();
  });
  const run = runOf({
    targets: [operand],
    robustness,
    assets: coverageOf(files, robustness?.complete === true),
    problems,
    failOn: config.gate.failOn,
    startedAt,
  });
  const printed = outputs.some((output) => output.file === undefined);
  const shown = printed ? outputs : [...outputs, { format: "terminal" as const }];
  await writeOutputs(run, { outputs: shown, stage, quiet: given.has("quiet") });
  for (const note of notes) stage.note(`note: ${note}\n`);
  for (const problem of problems) stage.note(`warning: ${problem}\n`);
  if (problems.length > 0) return 3;
  return run.gate.pass ? 0 : 1;
}
