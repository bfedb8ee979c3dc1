import { isWordCode, matchesSet } from "./classes.ts";
import type { Program } from "./compile.ts";
import type { Position } from "./tree.ts";

/** What a search may cost: steps that are left. */
export interface Budget {
  left: number;
}

/** Offsets of the whole match and of each group: start and end; undefined for one that took no part. */
export type Match = readonly (number | undefined)[];

interface Thread {
  readonly pc: number;
  readonly slots: Match;
}

interface Search {
  readonly program: Program;
  readonly text: string;
  readonly budget: Budget;
  /** For each step, the offset at which it was last reached: it need not be reached twice. */
  readonly reached: Int32Array;
}

/**
 * Finds the first match from an offset on, the one that Go prefers: all threads go on at once, so
 * that it takes time in proportion to text and program. "costly" where the budget is spent.
 */
export function findMatch(
  program: Program,
  text: string,
  from: number,
  budget: Budget,
): Match | undefined | "costly" {
  const reached = new Int32Array(program.steps.length).fill(-1);
  const search: Search = { program, text, budget, reached };
  budget.left -= program.steps.length >> 3;
  let threads: Thread[] = [];
  let found: Match | undefined;
  for (let at = from; ;) {
    // A thread that starts here stands behind those that started before.
    if (found === undefined) addThread(search, threads, { pc: 0, slots: [] }, at);
    if (threads.length === 0 && found !== undefined) return found;
    if (budget.left < 0) return "costly";
    const code = text.codePointAt(at);
    const next = at + (code !== undefined && code > 0xffff ? 2 : 1);
    const after: Thread[] = [];
    for (const thread of threads) {
      budget.left--;
      const step = program.steps[thread.pc]!;
      if (step.kind === "match") {
        found = thread.slots;
        break;
      }
      if (step.kind === "set" && code !== undefined && matchesSet(step.set, code))
        addThread(search, after, { pc: thread.pc + 1, slots: thread.slots }, next);
    }
    if (code === undefined) return found;
    threads = after;
    at = next;
  }
}

/** Follows a thread to the steps that take a character, or to the match. */
function addThread(search: Search, threads: Thread[], start: Thread, at: number): void {
  const { program, reached, budget } = search;
  const stack = [start];
  while (stack.length > 0) {
    const { pc, slots } = stack.pop()!;
    if (reached[pc] === at) continue;
    reached[pc] = at;
    budget.left--;
    const step = program.steps[pc]!;
    switch (step.kind) {
      case "jump":
        stack.push({ pc: step.to, slots });
        break;
      case "split":
        stack.push({ pc: step.second, slots }, { pc: step.first, slots });
        break;
      case "save": {
        const saved = slots.slice();
        saved[step.slot] = at;
        budget.left -= saved.length >> 2;
        stack.push({ pc: pc + 1, slots: saved });
        break;
      }
      case "position":
        if (holds(search.text, step.position, at)) stack.push({ pc: pc + 1, slots });
        break;
      default:
        threads.push({ pc, slots });
    }
  }
}

function holds(text: string, position: Position, at: number): boolean {
  switch (position) {
    case "text-start":
      return at === 0;
    case "text-end":
      return at >= text.length;
    case "line-start":
      return at === 0 || text.charCodeAt(at - 1) === 10;
    case "line-end":
      return at >= text.length || text.charCodeAt(at) === 10;
    default: {
      const before = at > 0 && isWordCode(text.charCodeAt(at - 1));
      const after = at < text.length && isWordCode(text.charCodeAt(at));
      return (before !== after) === (position === "word-edge");
    }
  }
}

/** All matches, as Go finds them: none of the empty text right behind another. */
export function findMatches(program: Program, text: string, budget: Budget): Match[] | "costly" {
  const matches: Match[] = [];
  let last = -1;
  for (let at = 0; at <= text.length;) {
    const match = findMatch(program, text, at, budget);
    if (match === "costly") return match;
    if (match === undefined) break;
    const [start = 0, end = 0] = match;
    if (end > start || start !== last) matches.push(match);
    last = end;
    at = end > at ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return matches;
}
