import { skipBlank, type Scanner } from "./scan.ts";

/** How many labels the blocks have that stand at the top of Terraform's files. */
const topLevel: ReadonlyMap<string, number> = new Map([
  ["resource", 2],
  ["data", 2],
  ["module", 1],
  ["variable", 1],
  ["output", 1],
  ["provider", 1],
  ["locals", 0],
  ["terraform", 0],
]);

const header =
  /^(resource|data|module|variable|output|provider|locals|terraform)[ \t]*((?:"[^"\n]*"[ \t]*)*)\{/;

/**
 * True where a block of the top level starts in the first column: a brace was forgotten before it.
 * Only asked where something else is open, so that one broken block costs no other.
 */
export function startsTopLevelBlock(text: string, at: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== 10) return false;
  const code = text.charCodeAt(at);
  // The first letters of the words above.
  if (code < 100 || code > 118) return false;
  const found = header.exec(text.slice(at, at + 300));
  if (found === null) return false;
  const labels = found[2]!.split('"').length >> 1;
  return topLevel.get(found[1]!) === labels;
}

const closers: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")" };
const heredoc = /<<-?([\w-]+)\r?\n/y;

/**
 * Goes past an item that could not be read: to the end of its line, brackets closed; or to the brace
 * that closes what it stands in.
 */
export function skipItem(s: Scanner): void {
  const open: string[] = [];
  while (s.at < s.end) {
    const char = s.text[s.at]!;
    if (char === "\n") {
      s.at++;
      if (open.length === 0 || startsTopLevelBlock(s.text, s.at)) return;
    } else if (char === '"') skipQuoted(s);
    else if (char === "#" || (char === "/" && /[/*]/.test(s.text[s.at + 1] ?? ""))) {
      const before = s.at;
      const { linesCount, isLost } = s;
      s.linesCount = true;
      skipBlank(s);
      s.linesCount = linesCount;
      s.isLost = isLost;
      if (s.at === before) s.at++;
    } else if (char === "<" && s.text[s.at + 1] === "<") skipHeredoc(s);
    else if (char in closers) {
      open.push(closers[char]!);
      s.at++;
    } else if (char === "}" || char === "]" || char === ")") {
      const from = open.lastIndexOf(char);
      if (from >= 0) open.length = from;
      else if (char === "}") return;
      s.at++;
    } else s.at++;
  }
}

/** Past a text in quotes; what is interpolated is passed over with it. */
function skipQuoted(s: Scanner): void {
  s.at++;
  let depth = 0;
  while (s.at < s.end) {
    const char = s.text[s.at]!;
    if (char === "\n") return;
    if (char === "\\") s.at++;
    else if (char === "{" && /[$%]/.test(s.text[s.at - 1] ?? "")) depth++;
    else if (char === "}" && depth > 0) depth--;
    else if (char === '"' && depth === 0) {
      s.at++;
      return;
    }
    s.at++;
  }
}

function skipHeredoc(s: Scanner): void {
  heredoc.lastIndex = s.at;
  const found = heredoc.exec(s.text);
  if (found === null) {
    s.at += 2;
    return;
  }
  s.at += found[0].length;
  const marker = found[1]!;
  while (s.at < s.end) {
    const next = s.text.indexOf("\n", s.at);
    const end = next < 0 ? s.end : next;
    const isLast = s.text.slice(s.at, Math.min(end, s.at + 1_000)).trim() === marker;
    // Stands on the line break, which ends the item.
    s.at = isLast ? end : Math.min(s.end, end + 1);
    if (isLast) return;
  }
}
