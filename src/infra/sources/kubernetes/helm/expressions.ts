import { isNull, textOf, type Place, type Value } from "../../../value.ts";
import { scalarAt, unknownAt } from "../../trees.ts";

/** What expressions are about. */
export interface Scope {
  /** The values of the chart; undefined where they are not at hand. */
  readonly values: Value | undefined;
  /** What `.` stands for: the root where it is undefined. */
  readonly dot: Value | undefined;
  readonly variables: ReadonlyMap<string, Value>;
  readonly at: Place;
}

type Token = string;
const token = /"(?:[^"\\\n]|\\.){0,2000}"|`[^`]{0,2000}`|[()|]|[^\s()|"`]{1,500}/g;
const maxTokens = 400;
const maxDepth = 20;

/** What an expression of Helm comes to with the defaults of its chart. Total; never guesses. */
export function evaluateHelm(text: string, scope: Scope): Value {
  const tokens = text.slice(0, 8_000).match(token) ?? [];
  if (tokens.length > maxTokens) return unknownAt(scope.at, "the Helm expression is too long");
  const reader = { tokens, at: 0 };
  return readPipeline(reader, scope, 0);
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readPipeline(reader: Reader, scope: Scope, depth: number): Value {
  if (depth > maxDepth) return unknownAt(scope.at, "the Helm expression is nested too deeply");
  let value: Value | undefined;
  for (;;) {
    const words: (Value | string)[] = [];
    for (; reader.at < reader.tokens.length; reader.at++) {
      const next = reader.tokens[reader.at]!;
      if (next === "|" || next === ")") break;
      if (next === "(") {
        reader.at++;
        words.push(readPipeline(reader, scope, depth + 1));
      } else words.push(words.length === 0 ? next : operand(next, scope));
    }
    value = call(words, value, scope);
    if (reader.tokens[reader.at] !== "|") return value;
    reader.at++;
  }
}

function operand(word: string, scope: Scope): Value {
  const { at } = scope;
  if (word.startsWith('"')) return scalarAt(at, unquote(word));
  if (word.startsWith("`")) return scalarAt(at, word.slice(1, -1));
  if (word === "true" || word === "false") return scalarAt(at, word === "true");
  if (word === "nil") return scalarAt(at, null);
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(word)) return scalarAt(at, Number(word));
  if (word.startsWith(".") || word.startsWith("$")) return lookUp(word, scope);
  return unknownAt(at, `the Helm function ${word.slice(0, 100)} is not run`);
}

function unquote(word: string): string {
  return word.slice(1, -1).replace(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char));
}

function lookUp(word: string, scope: Scope): Value {
  const { at, values } = scope;
  const [head = "", ...path] = word.split(".");
  let value: Value | undefined;
  if (head.startsWith("$") && head !== "$") {
    value = scope.variables.get(head) ?? unknownAt(at, `${head} is not known`);
  } else if (scope.dot !== undefined && head === "") value = scope.dot;
  else if (path[0] === "Values") {
    value = values ?? unknownAt(at, `Helm value ${word.replace(/^\$/, "")} has no default`);
    path.shift();
  } else return unknownAt(at, `${word.slice(0, 200) || "."} is known only when Helm renders it`);
  for (const key of path) {
    if (key === "") continue;
    if (value.kind !== "map")
      return value.kind === "scalar" ? scalarAt(at, null) : doubt(value, word, at);
    value = value.entries.get(key) ?? scalarAt(at, null);
  }
  // What a chart sets by default is changed where it sets it, so that is its place.
  return value.kind === "unknown" ? { ...value, at } : value;
}

function doubt(value: Value, word: string, at: Place): Value {
  return value.kind === "unknown" ? value : unknownAt(at, `${word.slice(0, 200)} is not known`);
}

/** Go's truth of a value; undefined where it cannot be told. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind === "scalar")
    return !(isNull(value) || value.value === "" || value.value === 0 || value.value === false);
  if (value.kind === "list") return value.open === undefined ? value.items.length > 0 : undefined;
  if (value.kind === "map")
    return value.entries.size > 0 || (value.open === undefined ? false : undefined);
  return undefined;
}

const same = new Set(
  (
    "quote squote toString toYaml toJson nindent indent trim int int64 float64 toStrings " +
    "fromYaml mustToYaml mustToJson toRawJson deepCopy tpl"
  ).split(" "),
);
/** Functions whose first argument is about layout only. */
const layout = new Set(["nindent", "indent"]);

function call(words: readonly (Value | string)[], piped: Value | undefined, scope: Scope): Value {
  const { at } = scope;
  const [head, ...rest] = words;
  const args = [...rest, ...(piped === undefined ? [] : [piped])].map((word) =>
    typeof word === "string" ? operand(word, scope) : word,
  );
  if (head === undefined) return piped ?? scalarAt(at, null);
  if (typeof head !== "string")
    return args.length === 0 ? head : unknownAt(at, "it is put together by Helm");
  if (!/^[A-Za-z]/.test(head) || head === "true" || head === "false" || head === "nil")
    return args.length === 0 ? operand(head, scope) : unknownAt(at, "a method of Helm is not run");
  const unsure = args.find((arg) => arg.kind === "unknown");
  const last = args.at(-1) ?? scalarAt(at, null);
  if (layout.has(head) || (same.has(head) && head !== "tpl")) return last;
  switch (head) {
    case "tpl": {
      const text = textOf(args[0]);
      return text !== undefined && !text.includes("{{") ? args[0]! : (unsure ?? unrun(head, at));
    }
    case "default":
    case "coalesce": {
      for (const arg of head === "default" ? args.toReversed() : args) {
        const truth = truthOf(arg);
        if (truth === undefined) return arg;
        if (truth) return arg;
      }
      return args[0] ?? scalarAt(at, null);
    }
    case "required":
      return isNull(last) ? unknownAt(at, "the chart wants a value that has no default") : last;
    case "not":
    case "empty": {
      const truth = truthOf(last);
      return truth === undefined ? (unsure ?? unrun(head, at)) : scalarAt(at, !truth);
    }
    case "and":
    case "or":
      return connect(head, args, at);
    case "eq":
    case "ne": {
      const [one, ...others] = args.map((arg) => (arg.kind === "scalar" ? arg.value : undefined));
      if (one === undefined || others.includes(undefined)) return unsure ?? unrun(head, at);
      return scalarAt(at, (head === "eq") === others.includes(one));
    }
    case "hasKey": {
      const [map, key] = [args[0], textOf(args[1])];
      if (map?.kind !== "map" || map.open !== undefined || key === undefined)
        return unsure ?? unrun(head, at);
      return scalarAt(at, map.entries.has(key));
    }
    case "gt":
    case "ge":
    case "lt":
    case "le": {
      const [one, other] = args.map((arg) => Number(textOf(arg) ?? NaN));
      if (!Number.isFinite(one) || !Number.isFinite(other)) return unsure ?? unrun(head, at);
      return scalarAt(at, compare(head, one!, other!));
    }
    case "ternary": {
      const truth = truthOf(last);
      return truth === undefined ? (unsure ?? unrun(head, at)) : (args[truth ? 0 : 1] ?? last);
    }
    case "trimSuffix":
    case "trimPrefix": {
      const [part, text] = [textOf(args[0]), textOf(last)];
      if (last.kind === "map" || last.kind === "list" || isNull(last)) return last;
      if (part === undefined || text === undefined) return unsure ?? unrun(head, at);
      const isThere = head === "trimSuffix" ? text.endsWith(part) : text.startsWith(part);
      if (!isThere) return last;
      const rest = text.length - part.length;
      return scalarAt(at, head === "trimSuffix" ? text.slice(0, rest) : text.slice(part.length));
    }
    case "upper":
    case "lower": {
      const text = textOf(last);
      if (text === undefined) return unsure ?? unrun(head, at);
      return scalarAt(at, head === "upper" ? text.toUpperCase() : text.toLowerCase());
    }
    case "printf":
      return print(args, at);
    case "include":
    case "template":
      return unknownAt(at, `the Helm template ${textOf(args[0])?.slice(0, 100) ?? ""} writes it`);
    default:
      return unsure ?? unrun(head, at);
  }
}

function compare(name: string, one: number, other: number): boolean {
  if (one === other) return name.endsWith("e");
  return name.startsWith("g") === one > other;
}

function unrun(name: string, at: Place): Value {
  return unknownAt(at, `the Helm function ${name.slice(0, 100)} is not run`);
}

/** `and` gives the first that is empty, `or` the first that is not, or else the last. */
function connect(name: "and" | "or", args: readonly Value[], at: Place): Value {
  let unsure: Value | undefined;
  for (const arg of args) {
    const truth = truthOf(arg);
    if (truth === undefined) unsure ??= arg.kind === "unknown" ? arg : unrun(name, at);
    else if (truth === (name === "or"))
      return name === "and" || unsure === undefined ? arg : scalarAt(at, true);
  }
  return unsure ?? args.at(-1) ?? scalarAt(at, null);
}

/** `printf` with what charts use: `%s`, `%d`, `%v`. */
function print(args: readonly Value[], at: Place): Value {
  const [format, ...values] = args;
  const text = textOf(format);
  if (text === undefined || text.length > 2_000) return unrun("printf", at);
  const parts: (string | Value)[] = [];
  let index = 0;
  for (const piece of text.split(/(%[sdvq])/)) {
    if (!/^%[sdvq]$/.test(piece)) parts.push(piece);
    else {
      const value = values[index++] ?? unrun("printf", at);
      parts.push(value.kind === "scalar" ? (textOf(value) ?? "") : value);
    }
  }
  if (parts.every((part) => typeof part === "string")) return scalarAt(at, parts.join(""));
  return { kind: "template", parts: parts.filter((part) => part !== ""), at };
}
