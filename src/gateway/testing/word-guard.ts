import type { Detection } from "../../detect/detection.ts";
import type { Edit, Guard, GuardResult } from "../../guard/contract.ts";

/** Blocks one word and takes another out, in both directions; with the hold-back that a guard must have. */
export function wordGuard(blocked = "FORBIDDEN", hidden = "SECRET"): Guard {
  const longest = Math.max(blocked.length, hidden.length);

  function judge(text: string): GuardResult {
    const detections: Detection[] = [];
    const edits: Edit[] = [];
    const block = text.indexOf(blocked);
    if (block >= 0)
      detections.push({
        kind: "dangerous-command",
        rule: "word",
        score: 1,
        start: block,
        end: block + blocked.length,
      });
    for (let at = text.indexOf(hidden); at >= 0; at = text.indexOf(hidden, at + 1)) {
      detections.push({
        kind: "secret",
        rule: "word",
        score: 1,
        start: at,
        end: at + hidden.length,
      });
      edits.push({ start: at, end: at + hidden.length, text: "[x]" });
    }
    const verdict = block >= 0 ? "block" : edits.length > 0 ? "redact" : "allow";
    return { verdict, detections, edits };
  }

  return {
    input: judge,
    output: judge,
    stream: () => {
      let all = "";
      let settled = 0;
      const told = new Set<number>();
      const state = (isEnd: boolean) => {
        const { verdict, detections, edits } = judge(all);
        let until = isEnd ? all.length : Math.max(settled, all.length - longest + 1);
        for (const { start, end } of edits) if (start < until && end > until) until = start;
        settled = Math.max(settled, until);
        const now = edits.filter(({ start, end }) => end <= settled && !told.has(start));
        for (const { start } of now) told.add(start);
        return { settled, edits: now, detections, isBlocked: verdict === "block" };
      };
      return {
        push: (piece) => {
          all += piece;
          return state(false);
        },
        end: () => state(true),
      };
    },
  };
}
