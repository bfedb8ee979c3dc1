// The process that attacks. Sessions of ONNX Runtime leak and may crash; here they take nothing else along.
import { messageOf, PaviseError } from "../../core/index.ts";
import { evaluate } from "./evaluate.ts";
import type { AttackJob, AttackMessage, AttackOrder } from "./job.ts";
import { openSubject } from "./subject.ts";

const everyMs = 100;
const memoryEveryMs = 250;

function say(message: AttackMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });
}

function failure(error: unknown): AttackMessage {
  const known = error instanceof PaviseError;
  return {
    kind: "failed",
    code: known ? error.code : "internal",
    message: messageOf(error),
    hint: known ? error.hint : undefined,
    stack: !known && error instanceof Error ? error.stack : undefined,
  };
}

/** Ends the process where it takes more than it may: what is known was told already. */
function watchMemory({ memoryMb }: AttackJob): void {
  const timer = setInterval(() => {
    const used = process.memoryUsage.rss() / 2 ** 20;
    if (used < memoryMb) return;
    clearInterval(timer);
    const error = new PaviseError(
      "model-unsupported",
      `more than ${memoryMb} MiB of memory are needed`,
      { hint: "Give it more (--memory MIB), or fewer inputs at once (--batch 8)." },
    );
    void say(failure(error)).then(() => process.exit(1));
  }, memoryEveryMs);
  timer.unref();
}

async function attack(job: AttackJob, signal: AbortSignal): Promise<void> {
  watchMemory(job);
  const subject = await openSubject(job);
  await say({ kind: "files", files: subject.files });
  let next = 0;
  try {
    const robustness = await evaluate(subject.model, subject.data, {
      ...subject.options,
      signal,
      onPartial: (known) => void say({ kind: "partial", robustness: known, notes: subject.notes }),
      onProgress: (progress) => {
        const now = performance.now();
        if (now < next) return;
        next = now + everyMs;
        void say({ kind: "progress", progress });
      },
    });
    await say({ kind: "done", robustness, notes: subject.notes });
  } finally {
    await subject.model.close();
  }
}

function serve(): void {
  const stop = new AbortController();
  // An interrupt goes to the whole group; what to do about it, the parent says.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  process.on("disconnect", () => process.exit(1));
  process.on("message", (order: AttackOrder) => {
    if (order.kind === "stop") {
      stop.abort(new PaviseError("interrupted", "stopped"));
      return;
    }
    attack(order.job, stop.signal)
      .catch((error: unknown) => say(failure(error)))
      .finally(() => process.exit(0));
  });
}

if (process.send !== undefined) serve();
