// Runs an attack in a process of its own, and knows what it knew where that process ends before its time.
import { fork } from "node:child_process";
import { errorCodes, PaviseError, type ErrorCode, type Robustness } from "../../core/index.ts";
import type { EvaluationProgress } from "./evaluation-options.ts";
import type { AttackJob, AttackMessage, AttackOrder, ReadFile } from "./job.ts";

/** What came of it. */
export interface AttackReport {
  /** Absent where nothing came to be known. */
  readonly robustness?: Robustness | undefined;
  readonly files: readonly ReadFile[];
  /** Why it is not complete. */
  readonly problems: readonly string[];
  /** What a reader should know of model and data. */
  readonly notes: readonly string[];
}

export interface ProcessOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EvaluationProgress) => void) | undefined;
  /** Another program than ours, for tests. */
  readonly program?: URL | undefined;
}

/** After it was told to stop, a process that is in the middle of something gets so long. */
const patienceMs = 15_000;
/** What it printed last, for the message about a crash. */
const keptOutput = 2_000;

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

function errorOf({ code, message, hint, stack }: AttackMessage & { kind: "failed" }): Error {
  const error = new PaviseError(isCode(code) ? code : "internal", message, {
    ...(hint !== undefined && { hint }),
  });
  if (stack !== undefined) error.stack = stack;
  return error;
}

function endText(code: number | null, signal: string | null): string {
  return signal === null ? `ended with status ${code}` : `was ended by ${signal}`;
}

/**
 * Attacks in a process of its own. Throws where nothing came to be known because model, data or request are
 * wrong; a crash, a stop and what fails halfway are told as `problems`, beside what was known by then.
 */
export function attackInProcess(
  job: AttackJob,
  options: ProcessOptions = {},
): Promise<AttackReport> {
  const { signal, onProgress } = options;
  // `.ts` from the source tree, `.js` when built; joined, it has a name of its own.
  const suffix = import.meta.url.slice(import.meta.url.lastIndexOf(".") + 1);
  const name = suffix === "cjs" ? "attack-worker.cjs" : `worker.${suffix}`;
  const child = fork(options.program ?? new URL(`./${name}`, import.meta.url), [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [
      "--disable-warning=ExperimentalWarning",
      `--max-old-space-size=${Math.max(256, job.memoryMb)}`,
    ],
  });
  const tell = (order: AttackOrder): void => {
    if (child.connected) child.send(order, () => undefined);
  };
  let printed = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    printed = `${printed}${text}`.slice(-keptOutput);
  });
  let robustness: Robustness | undefined;
  let [files, notes]: [readonly ReadFile[], readonly string[]] = [[], []];
  let step = "the opening of the model";

  return new Promise((resolve, reject) => {
    let killer: NodeJS.Timeout | undefined;
    let failed: Error | undefined;
    let isDone = false;
    const stop = (): void => {
      tell({ kind: "stop" });
      killer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    };
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop);
    child.on("message", (message: AttackMessage) => {
      switch (message.kind) {
        case "files":
          files = message.files;
          break;
        case "progress":
          step = message.progress.step;
          onProgress?.(message.progress);
          break;
        case "partial":
          ({ robustness, notes } = message);
          break;
        case "done":
          ({ robustness, notes } = message);
          isDone = true;
          break;
        default:
          failed = errorOf(message);
      }
    });
    child.on("error", (error) => {
      failed ??= new PaviseError("internal", `the process cannot be started: ${error.message}`, {
        cause: error,
      });
    });
    child.on("close", (code, ended) => {
      clearTimeout(killer);
      signal?.removeEventListener("abort", stop);
      const answer = (problems: readonly string[]): void =>
        resolve({ robustness, files, problems, notes });
      if (isDone && robustness?.complete === true) answer([]);
      else if (signal?.aborted === true && robustness === undefined)
        reject(new PaviseError("interrupted", "stopped before anything was known"));
      else if (signal?.aborted === true)
        answer([`stopped during ${step}: what is told is what was known by then`]);
      else if (failed !== undefined && robustness === undefined) reject(failed);
      else if (failed !== undefined) answer([`${step}: ${failed.message}`]);
      else {
        const last = printed.trim().split("\n").at(-1) ?? "";
        const said = last === "" ? "" : `: ${last.slice(0, 300)}`;
        answer([`the process that runs the model ${endText(code, ended)} during ${step}${said}`]);
      }
    });
    tell({ kind: "start", job });
  });
}
