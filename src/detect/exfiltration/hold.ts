import { endOfTag, longestAddress, longestLabel, longestTag } from "./markup.ts";

/** Where what opens at an offset ends: beyond the text where it may yet go on, at the offset where it is nothing. */
type EndOf = (text: string, start: number) => number;

const escape = String.fromCodePoint(0x1b);
const commandEnd = new RegExp(`[${String.fromCodePoint(7)}\u009c]|${escape}\\\\`);

const beyond = Number.POSITIVE_INFINITY;

const endOfBracket: EndOf = (text, start) => {
  let depth = 0;
  let close = -1;
  for (let at = start; close < 0 && at < text.length && at - start < longestLabel; at++) {
    const char = text[at]!;
    if (char === "\n" && text[at + 1] === "\n") return start;
    if (char === "[") depth++;
    else if (char === "]" && --depth === 0) close = at;
  }
  if (close < 0) return text.length - start < longestLabel ? beyond : start;
  const next = text[close + 1];
  if (next === undefined) return beyond;
  if (next === "(") return endOfDestination(text, close + 1);
  if (next === "[") {
    const end = text.indexOf("]", close);
    const last = text.slice(close + 2, close + 202).indexOf("]");
    return last >= 0 ? close + 3 + last : text.length - close < 200 ? beyond : end + 1;
  }
  if (next !== ":") return close + 1;
  const found = /^\s*\S+(?=\s)/.exec(text.slice(close + 2, close + longestAddress));
  if (found !== null) return close + 2 + found[0].length;
  return text.length - close < longestAddress ? beyond : close + 1;
};

const endOfDestination: EndOf = (text, open) => {
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (at - open >= longestAddress) return at;
    if (char === "\n" && text[at + 1] === "\n") return open;
    if (char === "\\") at++;
    else if (char === "(") depth++;
    else if (char === ")" && depth-- === 0) return at + 1;
  }
  return beyond;
};

const endOfOpenTag: EndOf = (text, start) => {
  if (start + 1 < text.length && !/[a-z/!]/i.test(text[start + 1]!)) return start;
  const end = endOfTag(text, start);
  return end === text.length && text.at(-1) !== ">" && end - start < longestTag ? beyond : end;
};

const endOfCommand: EndOf = (text, start) => {
  const stop = commandEnd.exec(text.slice(start + 1, start + longestAddress));
  if (stop !== null) return start + 1 + stop.index + stop[0].length;
  return text.length - start < longestAddress ? beyond : start;
};

const endOfStyle: EndOf = (text, start) => {
  const stop = /[)\n]/.exec(text.slice(start, start + longestAddress));
  if (stop !== null) return start + stop.index + 1;
  return text.length - start < longestAddress ? beyond : start;
};

const ends: Readonly<Record<string, EndOf>> = {
  "[": endOfBracket,
  "<": endOfOpenTag,
  [escape]: endOfCommand,
  "\u009d": endOfCommand,
};

const openings = new RegExp(`\\[|<|${escape}|\u009d|url\\(|@import\\s`, "gi");

/** The earliest offset from which on a later piece could still make or change a detection; the text's length where none is open. */
export function holdFrom(text: string, from: number): number {
  const end = text.length;
  // A word that an address can be part of, and the sign before a bracket.
  let token = end;
  while (token > from && end - token < longestAddress && !/\s/.test(text[token - 1]!)) token--;
  openings.lastIndex = Math.max(from, end - longestTag);
  for (
    let match = openings.exec(text);
    match !== null && match.index < token;
    match = openings.exec(text)
  ) {
    const { 0: opening, index } = match;
    if ((ends[opening] ?? endOfStyle)(text, index) > token)
      return Math.max(from, text[index - 1] === "!" ? index - 1 : index);
  }
  return Math.max(from, token);
}
