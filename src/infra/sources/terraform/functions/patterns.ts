import { compilePattern, type Program } from "../../../../formats/re2/compile.ts";
import { findMatch, findMatches, type Budget, type Match } from "../../../../formats/re2/match.ts";
import { parsePattern } from "../../../../formats/re2/parse.ts";
import type { Value } from "../../../value.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { list, unknown } from "../values.ts";
import { limits, spend, tooMuch } from "../work.ts";
import { textArg, valueOf, type Plain } from "../plain.ts";
import { textValue, unknownOf, wrong } from "./define.ts";

/** Steps that one search may take. */
const maxSearch = 5_000_000;

function programOf(pattern: string): Program | undefined {
  const parsed = parsePattern(pattern);
  return parsed && compilePattern(parsed);
}

/** What a match comes to: the text, a list of groups, or a map of named ones. */
function matchValue(match: Match, text: string, { groups }: Program): Plain | undefined {
  const part = (number: number): string | null => {
    const start = match[number * 2];
    return start === undefined ? null : text.slice(start, match[number * 2 + 1]);
  };
  if (groups.length === 0) return part(0);
  const named = groups.filter((name) => name !== undefined);
  if (named.length === 0) return groups.map((_, at) => part(at + 1));
  if (named.length < groups.length) return undefined;
  return new Map(named.map((name, at) => [name, part(at + 1)]));
}

interface Search {
  readonly text: string;
  readonly program: Program;
  readonly budget: Budget;
}

/** The search that a function is asked for, or why there is none. */
function searchOf(args: readonly Value[], call: CallContext): Search | Value {
  const missing = unknownOf(args, call);
  if (missing !== undefined) return missing;
  const [pattern, text] = args.map(textArg);
  if (pattern === undefined || text === undefined) return wrong(call);
  const program = programOf(pattern);
  if (program === undefined) return wrong(call, "is given a pattern that is none");
  return { text, program, budget: { left: maxSearch } };
}

function settleCost({ budget }: Search, call: CallContext): boolean {
  return spend(call.work, (maxSearch - budget.left) >> 4);
}

function costly(call: CallContext): Value {
  return unknown("the pattern takes too many steps", call.at);
}

const regex: TerraformFunction = (args, call) => {
  const search = searchOf(args, call);
  if ("kind" in search) return search;
  const match = findMatch(search.program, search.text, 0, search.budget);
  if (!settleCost(search, call)) return tooMuch(call.at);
  if (match === "costly") return costly(call);
  if (match === undefined) return wrong(call, "finds no match");
  const value = matchValue(match, search.text, search.program);
  return value === undefined ? wrong(call) : valueOf(value, call.at);
};

const regexAll: TerraformFunction = (args, call) => {
  const search = searchOf(args, call);
  if ("kind" in search) return search;
  const matches = findMatches(search.program, search.text, search.budget);
  if (!settleCost(search, call)) return tooMuch(call.at);
  if (matches === "costly" || matches.length > limits.size) return costly(call);
  const items: Value[] = [];
  for (const match of matches) {
    const value = matchValue(match, search.text, search.program);
    if (value === undefined) return wrong(call);
    items.push(valueOf(value, call.at));
  }
  return list(items, call.at);
};

/** As Go's `Regexp.Expand` fills in what was found. */
function expandMatch(template: string, match: Match, { text, program }: Search): string {
  return template.replace(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (whole, braced: string | undefined, bare: string | undefined) => {
      if (whole === "$$") return "$";
      const name = braced ?? bare ?? "";
      const number = /^\d+$/.test(name) ? Number(name) : program.groups.indexOf(name) + 1;
      if (number === 0 && name !== "0") return "";
      const start = match[number * 2];
      return start === undefined ? "" : text.slice(start, match[number * 2 + 1]);
    },
  );
}

function replacePattern(search: Search, by: string): string | undefined {
  const matches = findMatches(search.program, search.text, search.budget);
  if (matches === "costly") return undefined;
  let made = "";
  let last = 0;
  for (const match of matches) {
    const [start = 0, end = 0] = match;
    made += search.text.slice(last, start) + expandMatch(by, match, search);
    last = end;
    if (made.length > limits.text) return undefined;
  }
  return made + search.text.slice(last);
}

const replace: TerraformFunction = (args, call) => {
  const missing = unknownOf(args, call);
  if (missing !== undefined) return missing;
  const [text, part, by] = args.map(textArg);
  if (text === undefined || part === undefined || by === undefined) return wrong(call);
  if (part.length > 1 && part.startsWith("/") && part.endsWith("/")) {
    const program = programOf(part.slice(1, -1));
    if (program === undefined) return wrong(call, "is given a pattern that is none");
    const search = { text, program, budget: { left: maxSearch } };
    const made = replacePattern(search, by);
    if (!settleCost(search, call)) return tooMuch(call.at);
    return made === undefined ? costly(call) : textValue(made, call);
  }
  const times = part === "" ? text.length + 1 : text.split(part).length - 1;
  if (text.length + times * by.length > limits.text)
    return unknown("the text is too long", call.at);
  return textValue(
    text.replaceAll(part, () => by),
    call,
  );
};

/** Functions that look for patterns. */
export const patternFunctions: Readonly<Record<string, TerraformFunction>> = {
  regex,
  regexall: regexAll,
  replace,
};
