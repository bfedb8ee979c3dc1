import type { Stage } from "./stage.ts";

const barWidth = 24;
/** Narrower terminals get no bar: a line that wraps cannot be drawn over. */
const leastForBar = 72;

/** A line of standard error that is drawn over and over, and is gone at the end. */
export interface LiveLine {
  readonly draw: (text: string) => void;
  readonly clear: () => void;
}

/** Opens a line. What is left of the one before is erased behind the new text: nothing flickers. */
export function liveLine(stage: Stage): LiveLine {
  let drawn = false;
  return {
    draw: (text) => {
      drawn = true;
      stage.note(`\r  ${text}\u001b[K`);
    },
    clear: () => {
      if (drawn) stage.note("\r\u001b[K");
      drawn = false;
    },
  };
}

/** How much is done, as a bar and a percentage; never 100 before it is. */
export function barOf(done: number, total: number, stage: Stage): string {
  const part = Math.min(1, done / Math.max(1, total));
  const percent = `${Math.floor(part * 100)}%`.padStart(4);
  if ((stage.width ?? leastForBar) < leastForBar) return percent;
  const full = Math.floor(part * barWidth);
  return `${"━".repeat(full)}${"╌".repeat(barWidth - full)} ${percent}`;
}
