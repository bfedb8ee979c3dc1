import { Session } from "node:inspector";

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Tells which code was reached for the first time: V8's precise coverage, by characters. */
export interface Coverage {
  /** Characters of watched code that ran since the last look, and never before. */
  readonly news: () => number;
  /** Characters of watched code that ran at all. */
  readonly total: () => number;
}

/** Watches the scripts whose address fits, from now on. */
export function watchCoverage(watched: RegExp): Coverage {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const reached = new Map<string, Uint8Array>();
  let total = 0;

  function bitmap(id: string, length: number): Uint8Array {
    const before = reached.get(id);
    if (before !== undefined && before.length >= length) return before;
    const larger = new Uint8Array(length * 2);
    if (before !== undefined) larger.set(before);
    reached.set(id, larger);
    return larger;
  }

  /** Ranges lie in one another, the outer first; the innermost says whether its characters ran. */
  function paint(id: string, ranges: readonly Range[]): number {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return 0;
    const ran = new Uint8Array(whole.endOffset - whole.startOffset).fill(1);
    for (const { startOffset, endOffset, count } of ranges.slice(1))
      ran.fill(count > 0 ? 1 : 0, startOffset - whole.startOffset, endOffset - whole.startOffset);
    const known = bitmap(id, whole.endOffset);
    let fresh = 0;
    for (const [at, isRun] of ran.entries())
      if (isRun === 1 && known[whole.startOffset + at] === 0) {
        known[whole.startOffset + at] = 1;
        fresh++;
      }
    return fresh;
  }

  return {
    total: () => total,
    news() {
      let fresh = 0;
      session.post("Profiler.takePreciseCoverage", (error, taken) => {
        if (error !== null) throw error;
        for (const { scriptId, url, functions } of taken.result)
          if (watched.test(url))
            for (const { ranges } of functions) fresh += paint(scriptId, ranges);
      });
      total += fresh;
      return fresh;
    },
  };
}
