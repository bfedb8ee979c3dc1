// A command as a shell reads it: the tricks of spelling taken out, and where each letter stood.

export interface PlainText {
  /** In small letters. */
  readonly text: string;
  /** Offsets in the text as given; undefined where they are the same. */
  readonly offsets: readonly number[] | undefined;
}

/** Letters that something invisible to a shell, or to cmd.exe or PowerShell, stands between. */
const tricks =
  /[A-Za-z/-](?:(?:''|"")(?=[A-Za-z/-])|\\(?=[A-Za-z/-])|["'^`](?=[A-Za-z]{1,12}["'^`\\])|\^(?=[A-Za-z]))|\$(?:\{?IFS|[@*](?=[A-Za-z])|'\\x|\{\w{1,20}:-)|\\\r?\n|\{[a-z]{2,10},[^\s}]{1,60}\}|(?<=^|[\s;&|])["'][a-z-]{1,6}["']\s["'/-]/gim;

/** `a=rm`: what a variable is set to. */
const assigned = /(?:^|[\s;&|(])([A-Za-z_]\w{0,30})=(["']?)([\w./ -]{1,60})\2(?=[\s;&|)]|$)/g;

/** A line is looked at so far around a trick. */
const longestLine = 1_000;

function startOfLine(text: string, at: number): number {
  const floor = Math.max(0, at - longestLine);
  let start = at;
  while (
    start > floor &&
    (text[start - 1] !== "\n" || text[start - 2] === "\\" || text[start - 3] === "\\")
  )
    start--;
  return start;
}

function endOfLine(text: string, at: number): number {
  const limit = Math.min(text.length, at + longestLine);
  let end = at;
  while (end < limit && (text[end] !== "\n" || text[end - 1] === "\\" || text[end - 2] === "\\"))
    end++;
  return end;
}

/** True where spelling tricks are seen. */
export function hasTricks(text: string): boolean {
  tricks.lastIndex = 0;
  return tricks.test(text);
}

/** The lines in which spelling tricks are seen, or variables that are set in the text itself, as a shell reads them. */
export function plainLines(text: string): readonly PlainText[] {
  const lines: PlainText[] = [];
  const values = valuesIn(text);
  for (const pattern of values.size > 0 ? [variables, tricks] : [tricks]) {
    pattern.lastIndex = 0;
    for (let done = 0; pattern.test(text); pattern.lastIndex = done) {
      const at = pattern.lastIndex - 1;
      const start = Math.max(done, startOfLine(text, at));
      done = Math.max(at + 1, endOfLine(text, at));
      lines.push(plainOf(text.slice(start, done), { values, start }));
    }
  }
  return lines;
}

const variables = /\$\{?[A-Za-z_]\w{0,30}/g;

const ifs = /\$(?:\{IFS(?:[%#:][^}\n]{0,20})?\}|IFS(?:\$\d)?)/iy;
const brace = /\{([A-Za-z]{2,10}(?:,[^\s,}]{1,60}){1,8})\}/y;
const hex = /\\x([0-9a-f]{2})|\\([0-7]{3})/iy;
const fallback = /\$\{\w{1,20}:-([^}\n]{1,60})\}/y;

interface Place {
  readonly values: ReadonlyMap<string, string>;
  /** Where the line begins in the text. */
  readonly start: number;
}

/** What variables are set to in the text itself: `a=rm; $a -rf /`. */
function valuesIn(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (!text.includes("$") || !text.includes("=")) return values;
  for (const { 1: name, 3: value } of text.matchAll(assigned))
    if (values.size < 100) values.set(name!, value!);
  return values;
}

const variable = /\$\{?([A-Za-z_]\w{0,30})\}?/y;

interface Step {
  readonly put: string;
  readonly length: number;
}

function tried(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function stepAt(text: string, at: number, values: ReadonlyMap<string, string>): Step | undefined {
  const char = text[at]!;
  switch (char) {
    case "$": {
      const field = tried(ifs, text, at);
      if (field !== null) return { put: " ", length: field[0].length };
      const otherwise = tried(fallback, text, at);
      if (otherwise !== null) return { put: otherwise[1]!, length: otherwise[0].length };
      const named = tried(variable, text, at);
      const value = named === null ? undefined : values.get(named[1]!);
      if (value !== undefined) return { put: value, length: named![0].length };
      const next = text[at + 1];
      return next === "@" || next === "*"
        ? { put: "", length: 2 }
        : next === "'" || next === '"'
          ? { put: "", length: 1 }
          : undefined;
    }
    case "\\": {
      const code = tried(hex, text, at);
      if (code !== null)
        return {
          put: String.fromCharCode(
            code[1] === undefined ? Number.parseInt(code[2]!, 8) : Number.parseInt(code[1], 16),
          ),
          length: code[0].length,
        };
      if (text[at + 1] === "\n") return { put: "", length: 2 };
      if (text[at + 1] === "\r" && text[at + 2] === "\n") return { put: "", length: 3 };
      return /[a-z/-]/i.test(text[at + 1] ?? "") && text[at - 1] !== ":"
        ? { put: "", length: 1 }
        : undefined;
    }
    case "{": {
      const found = tried(brace, text, at);
      return found === null
        ? undefined
        : { put: found[1]!.replaceAll(",", " "), length: found[0].length };
    }
    case "'":
    case '"':
    case "^":
    case "`": {
      // Between or beside letters a quote is nothing; between spaces it holds a value together.
      const isInside =
        /[\w/'"^`-]/.test(text[at - 1] ?? "") || /[\w/'"^`-]/.test(text[at + 1] ?? "");
      return isInside ? { put: "", length: 1 } : undefined;
    }
    default:
      return undefined;
  }
}

/** Takes the tricks out of a line. */
function plainOf(line: string, { values, start }: Place): PlainText {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < line.length;) {
    const step = stepAt(line, at, values);
    const put = step?.put ?? line[at]!;
    for (let count = 0; count < put.length; count++) offsets.push(start + at);
    parts.push(put);
    at += step?.length ?? 1;
  }
  offsets.push(start + line.length);
  return { text: lower(parts.join("")), offsets };
}

/** Small letters of ASCII alone, so that offsets stay. */
export function lower(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length
    ? small
    : text.replaceAll(/[A-Z]+/g, (run) => run.toLowerCase());
}
