import type { ByteSource } from "../formats/bytes/source.ts";
import { readPickle } from "../formats/pickle/machine.ts";
import { defaultPickleLimits, type PickleProgram } from "../formats/pickle/program.ts";
import { mayAct } from "../formats/pickle/sniff.ts";

/**
 * What `pickle.load` does with a file of joblib, to which the arrays are opcodes: it stops at once,
 * unless somebody has put opcodes there.
 */
export function withoutArrays(
  source: ByteSource,
  { start, arraysAt }: PickleProgram,
): PickleProgram | undefined {
  if (arraysAt === undefined || !mayAct(source, arraysAt)) return undefined;
  const limits = { ...defaultPickleLimits, hasArrays: false };
  const program = readPickle(source, start, limits);
  const isMeant = program.events.some(
    (event) =>
      event.kind !== "build" &&
      event.at >= arraysAt &&
      (event.kind !== "call" || event.call.callee.kind === "global") &&
      (event.kind === "call" || event.kind === "import" || event.kind === "computed-import"),
  );
  // It ends where the array begins to be weights, which is no news.
  return isMeant ? { ...program, problem: undefined } : undefined;
}
