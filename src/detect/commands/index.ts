import type { Detection } from "../detection.ts";
import { hasTricks, lower, plainLines, type PlainText } from "./plain.ts";
import type { CommandRule } from "./rule.ts";
import { codeRules } from "./rules-code.ts";
import { shellRules } from "./rules-shell.ts";
import { windowsRules } from "./rules-windows.ts";

export interface CommandOptions {
  /** True for what will be run, a tool's arguments: words around it excuse nothing. */
  readonly isAction?: boolean;
}

const byWord = new Map<string, CommandRule[]>();
for (const rule of [...shellRules, ...windowsRules, ...codeRules])
  for (const word of rule.words.split(" ")) {
    const same = byWord.get(word);
    if (same === undefined) byWord.set(word, [rule]);
    else same.push(rule);
  }

const mostFound = 1_000;
/** All words at once: a long alternation is passed over faster than each word is looked up. */
const words = new RegExp(
  `\\b(?:${[...byWord.keys()].filter((word) => /^\w+$/.test(word)).join("|")})\\b|:[ \\t]{0,4}\\(\\)|%0`,
  "g",
);

/** A warning or a question about a command is not one. */
const warns =
  /\b(?:never|don'?t|do not|avoid|dangerous(?:ly)?|warning|caution|destructive|malicious|attackers?|would|should not|must not|beware|why|what does|explain)\b[^\n.]{0,80}$/i;

function judge(rule: CommandRule, isExcused: boolean): number {
  return isExcused ? Math.max(0.1, rule.score - 0.35) : rule.score;
}

/** The surest rule that holds at a place, and where it ends; undefined where none does. */
function ruleAt(
  text: string,
  rules: readonly CommandRule[],
  at: number,
): { readonly rule: CommandRule; readonly end: number } | undefined {
  let best: { readonly rule: CommandRule; readonly end: number } | undefined;
  for (const rule of rules) {
    if (best !== undefined && rule.score <= best.rule.score) continue;
    rule.form.lastIndex = at;
    if (rule.form.test(text)) best = { rule, end: rule.form.lastIndex };
  }
  return best;
}

interface Search {
  readonly plain: PlainText;
  readonly given: string;
  readonly isAction: boolean;
}

function search({ plain, given, isAction }: Search): Detection[] {
  const { text, offsets } = plain;
  const found: Detection[] = [];
  words.lastIndex = 0;
  for (
    let match = words.exec(text);
    match !== null && found.length < mostFound;
    match = words.exec(text)
  ) {
    const { 0: word, index } = match;
    const rules = byWord.get(word[0] === ":" ? ":" : word[0] === "%" ? "%" : word);
    const seen = rules === undefined ? undefined : ruleAt(text, rules, index);
    if (seen === undefined) continue;
    const start = offsets === undefined ? index : offsets[index]!;
    const end = offsets === undefined ? seen.end : Math.max(start + 1, offsets[seen.end]!);
    const isExcused = !isAction && warns.test(given.slice(Math.max(0, start - 120), start));
    found.push({
      kind: "dangerous-command",
      rule: seen.rule.rule,
      score: judge(seen.rule, isExcused),
      start,
      end,
    });
    words.lastIndex = Math.max(words.lastIndex, seen.end);
  }
  return found;
}

/**
 * Commands and code that destroy, open or download and run, in what a model says or asks a tool to do.
 * Honest work of the same form (`rm -rf node_modules`) is told with a low score. Linear, no I/O.
 */
export function findCommands(text: string, options: CommandOptions = {}): readonly Detection[] {
  const isAction = options.isAction === true;
  const found = search({ plain: { text: lower(text), offsets: undefined }, given: text, isAction });
  for (const plain of plainLines(text))
    for (const each of search({ plain, given: text, isAction })) {
      const same = found.findIndex(({ start, end }) => start < each.end && each.start < end);
      if (same < 0) found.push({ ...each, disguise: "quoting" });
      else if (each.score > found[same]!.score) found[same] = { ...each, disguise: "quoting" };
    }
  return found.sort((one, other) => one.start - other.start);
}

/** No command is told that goes on for longer. */
const longest = 700;

/** So far before a command its warning is looked for. */
export const contextBefore = 128;

/**
 * The earliest offset from which on a later piece could still make or change a detection. A command may
 * go on to the end of its line and, behind `\`, `&&` or `;`, to the next.
 */
export function holdFrom(text: string, from: number): number {
  const floor = Math.max(from, text.length - longest);
  const line = text.lastIndexOf("\n") + 1;
  // The line before goes on behind its `\`, and a download is run on the next.
  const before = line > 1 ? text.lastIndexOf("\n", line - 2) + 1 : 0;
  const span = text.slice(Math.max(floor, before));
  const start = Math.max(floor, before);
  words.lastIndex = 0;
  const small = lower(span);
  const match = words.exec(small);
  if (match !== null) return start + match.index;
  const last = /[a-z_][a-z0-9_]*$/.exec(small);
  if (last !== null) return start + last.index;
  const sign = /[:%][ \t(){|&0]{0,12}$/.exec(span);
  if (sign !== null) return start + sign.index;
  return hasTricks(span) ? start : Math.max(from, text.length - 1);
}
