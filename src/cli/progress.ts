import type { Progress } from "../engine/scan.ts";
import { barOf, liveLine } from "./live-line.ts";
import type { Stage } from "./stage.ts";

const startMs = 2_000;
const everyMs = 100;

/** Draws how far a scan is, on a terminal and after two seconds only. */
export function progressLine(
  stage: Stage,
  unit = "files",
): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  if (!stage.live) return { show: () => {}, clear: () => {} };
  const begin = performance.now();
  let next = begin + startMs;
  const line = liveLine(stage);
  return {
    show: ({ done, total }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + everyMs;
      const seconds = Math.round((now - begin) / 1000);
      line.draw(`${barOf(done, total, stage)}  ${done} of ${total} ${unit}, ${seconds} s`);
    },
    clear: line.clear,
  };
}
