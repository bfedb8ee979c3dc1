import type { Progress } from "../engine/scan.ts";
import type { Stage } from "./stage.ts";

const startMs = 2_000;
const everyMs = 100;
const barWidth = 24;

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
  let drawn = false;
  return {
    show: ({ done, total }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + everyMs;
      drawn = true;
      const full = Math.round((done / Math.max(1, total)) * barWidth);
      const bar = "━".repeat(full) + "╌".repeat(barWidth - full);
      const seconds = Math.round((now - begin) / 1000);
      stage.note(`\r\u001b[2K  ${bar}  ${done} of ${total} ${unit}, ${seconds} s`);
    },
    clear: () => {
      if (drawn) stage.note("\r\u001b[2K");
    },
  };
}
