import { complement, escapedClass, namedClasses, propertyPattern } from "./classes.ts";
import {
  maxPatternDepth,
  maxRepeat,
  type CharSet,
  type Pattern,
  type PatternNode,
  type Position,
} from "./tree.ts";

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  flags: Flags;
  readonly groups: (string | undefined)[];
  isWrong: boolean;
}

/**
 * Reads a pattern of RE2, the syntax of Go; undefined where it is none. Back references and looks
 * around are none there, so that a match takes linear time.
 * https://github.com/google/re2/wiki/Syntax
 */
export function parsePattern(text: string): Pattern | undefined {
  const flags = { i: false, m: false, s: false, U: false };
  const r: Reader = { text, at: 0, depth: 0, flags, groups: [], isWrong: text.length > 10_000 };
  const root = readEither(r);
  if (r.at < text.length) r.isWrong = true;
  return r.isWrong ? undefined : { root, groups: r.groups };
}

const nothing: PatternNode = { kind: "sequence", parts: [] };

function wrong(r: Reader): PatternNode {
  r.isWrong = true;
  r.at = r.text.length;
  return nothing;
}

function readEither(r: Reader): PatternNode {
  if (r.depth >= maxPatternDepth) return wrong(r);
  r.depth++;
  const { flags } = r;
  const options = [readSequence(r)];
  while (r.text[r.at] === "|") {
    r.at++;
    options.push(readSequence(r));
  }
  r.flags = flags;
  r.depth--;
  return options.length === 1 ? options[0]! : { kind: "either", options };
}

function readSequence(r: Reader): PatternNode {
  const parts: PatternNode[] = [];
  while (r.at < r.text.length && r.text[r.at] !== "|" && r.text[r.at] !== ")") {
    if (r.text.startsWith("\\Q", r.at)) readQuotation(r, parts);
    else {
      const atom = readAtom(r);
      if (atom !== undefined) parts.push(readRepeats(r, atom));
    }
  }
  return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
}

function readQuotation(r: Reader, parts: PatternNode[]): void {
  const end = r.text.indexOf("\\E", r.at);
  const body = r.text.slice(r.at + 2, end < 0 ? undefined : end);
  r.at = end < 0 ? r.text.length : end + 2;
  for (const char of body) parts.push(charNode(r, char.codePointAt(0)!));
  const last = parts.pop();
  if (last !== undefined) parts.push(readRepeats(r, last));
}

function setNode(r: Reader, set: Partial<CharSet>): PatternNode {
  const { i } = r.flags;
  return { kind: "set", set: { ranges: [], properties: [], isNot: false, ignoresCase: i, ...set } };
}

function charNode(r: Reader, code: number): PatternNode {
  return setNode(r, { ranges: [[code, code]] });
}

const counted = /\{(\d{1,4})(,?)(\d{0,4})\}/y;

function readRepeats(r: Reader, atom: PatternNode): PatternNode {
  let node = atom;
  for (let isFirst = true; ; isFirst = false) {
    const char = r.text[r.at];
    let least = char === "+" ? 1 : 0;
    let most = char === "?" ? 1 : Infinity;
    if (char === "{") {
      counted.lastIndex = r.at;
      const found = counted.exec(r.text);
      if (found === null) return node;
      least = Number(found[1]);
      most = found[2] === "" ? least : found[3] === "" ? Infinity : Number(found[3]);
      if (least > maxRepeat || (most !== Infinity && most > maxRepeat) || most < least)
        return wrong(r);
      r.at += found[0].length;
    } else if (char === "*" || char === "+" || char === "?") r.at++;
    else return node;
    // `a**` is wrong.
    if (!isFirst) return wrong(r);
    const hasMark = r.text[r.at] === "?";
    if (hasMark) r.at++;
    node = { kind: "repeat", of: node, least, most, isLazy: hasMark !== r.flags.U };
  }
}

/** A part of a pattern; undefined where only flags were set. */
function readAtom(r: Reader): PatternNode | undefined {
  const char = r.text[r.at]!;
  switch (char) {
    case "(":
      return readGroup(r);
    case "[":
      return readClass(r);
    case "\\":
      return readEscape(r);
    case ".":
      r.at++;
      return setNode(r, { ranges: r.flags.s ? complement([]) : complement([[10, 10]]) });
    case "^":
      return positionNode(r, r.flags.m ? "line-start" : "text-start");
    case "$":
      return positionNode(r, r.flags.m ? "line-end" : "text-end");
    case "*":
    case "+":
    case "?":
      return wrong(r);
    default: {
      const code = r.text.codePointAt(r.at)!;
      r.at += code > 0xffff ? 2 : 1;
      return charNode(r, code);
    }
  }
}

function positionNode(r: Reader, position: Position, length = 1): PatternNode {
  r.at += length;
  return { kind: "position", position };
}

const groupStart = /\(\?(?:P?<(\w+)>|([imsU]*)(?:-([imsU]+))?([:)]))/y;

function readGroup(r: Reader): PatternNode | undefined {
  if (r.text[r.at + 1] !== "?") {
    r.at++;
    return readInner(r, r.groups.push(undefined));
  }
  groupStart.lastIndex = r.at;
  const found = groupStart.exec(r.text);
  if (found === null) return wrong(r);
  r.at += found[0].length;
  const [, name, on, off, end] = found;
  if (name !== undefined) return readInner(r, r.groups.push(name));
  const before = r.flags;
  for (const flag of on ?? "") r.flags = { ...r.flags, [flag]: true };
  for (const flag of off ?? "") r.flags = { ...r.flags, [flag]: false };
  if (end === ")") return undefined;
  const node = readInner(r, 0);
  r.flags = before;
  return node;
}

function readInner(r: Reader, number: number): PatternNode {
  const of = readEither(r);
  if (r.text[r.at] !== ")") return wrong(r);
  r.at++;
  return number === 0 ? of : { kind: "group", of, number };
}

const positions: Readonly<Record<string, Position>> = {
  A: "text-start",
  z: "text-end",
  b: "word-edge",
  B: "no-word-edge",
};

function readEscape(r: Reader): PatternNode {
  const position = positions[r.text[r.at + 1] ?? ""];
  if (position !== undefined) return positionNode(r, position, 2);
  const found = readEscaped(r);
  if (found === undefined) return wrong(r);
  return typeof found === "number" ? charNode(r, found) : setNode(r, found);
}

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
const hex = /\\x(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{2}))/y;
const property = /\\[pP](?:\{(\^?)(\w+)\}|(\w))/y;

/** What a backslash starts: a character, or some; undefined where that is wrong. */
function readEscaped(r: Reader): number | Partial<CharSet> | undefined {
  const letter = r.text[r.at + 1] ?? "";
  const ranges = /^[dwsDWS]$/.test(letter) ? escapedClass(letter) : undefined;
  if (ranges !== undefined) {
    r.at += 2;
    return { ranges };
  }
  if (letter === "x") {
    hex.lastIndex = r.at;
    const found = hex.exec(r.text);
    const code = parseInt(found?.[1] ?? found?.[2] ?? "", 16);
    r.at += found?.[0].length ?? 0;
    return code <= 0x10ffff ? code : undefined;
  }
  if (letter === "p" || letter === "P") {
    property.lastIndex = r.at;
    const found = property.exec(r.text);
    const pattern = propertyPattern(found?.[2] ?? found?.[3] ?? "");
    r.at += found?.[0].length ?? 0;
    const isNot = (letter === "P") !== (found?.[1] === "^");
    return pattern && { properties: [{ pattern, isNot }] };
  }
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  const octal = /^\\0[0-7]{0,2}|^\\[1-7][0-7]{1,2}/.exec(r.text.slice(r.at, r.at + 4))?.[0];
  if (octal !== undefined) {
    r.at += octal.length;
    return parseInt(octal.slice(1), 8);
  }
  r.at += 2;
  if (control !== undefined) return control;
  return /^[^A-Za-z0-9]$/.test(letter) && letter < "\u0080" ? letter.charCodeAt(0) : undefined;
}

const named = /\[:(\^?)([a-z]+):\]/y;

function readClass(r: Reader): PatternNode {
  r.at++;
  const isNot = r.text[r.at] === "^";
  if (isNot) r.at++;
  const ranges: (readonly [number, number])[] = [];
  const properties: CharSet["properties"][number][] = [];
  for (let isFirst = true; ; isFirst = false) {
    if (r.at >= r.text.length) return wrong(r);
    if (r.text[r.at] === "]" && !isFirst) break;
    named.lastIndex = r.at;
    const found = named.exec(r.text);
    if (found !== null) {
      const set = namedClasses.get(found[2]!);
      if (set === undefined) return wrong(r);
      ranges.push(...(found[1] === "^" ? complement(set) : set));
      r.at += found[0].length;
      continue;
    }
    const low = readClassChar(r);
    if (low === undefined) return wrong(r);
    if (typeof low !== "number") {
      ranges.push(...(low.ranges ?? []));
      properties.push(...(low.properties ?? []));
      continue;
    }
    let high: number | Partial<CharSet> | undefined = low;
    if (r.text[r.at] === "-" && r.text[r.at + 1] !== "]" && r.at + 1 < r.text.length) {
      r.at++;
      high = readClassChar(r);
    }
    if (typeof high !== "number" || high < low) return wrong(r);
    ranges.push([low, high]);
  }
  r.at++;
  return setNode(r, { ranges, properties, isNot });
}

function readClassChar(r: Reader): number | Partial<CharSet> | undefined {
  if (r.text[r.at] === "\\") return readEscaped(r);
  const code = r.text.codePointAt(r.at);
  r.at += code !== undefined && code > 0xffff ? 2 : 1;
  return code;
}
