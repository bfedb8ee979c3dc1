import type { Problem, Span } from "../../core/index.ts";
import type { Setting } from "../setting/view.ts";

/** What INI and dotenv files hold. */
export interface FlatSettings {
  readonly settings: readonly Setting[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** Settings of one file that are kept. */
const maxSettings = 50_000;
/** Longest value that is put together from several lines. */
const maxValue = 20_000;

interface Line extends Span {
  readonly text: string;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length;) {
    const next = text.indexOf("\n", start);
    let end = next < 0 ? text.length : next;
    const after = next < 0 ? text.length : next + 1;
    if (text[end - 1] === "\r") end--;
    yield { text: text.slice(start, end), start, end };
    start = after;
  }
}

function unquote(value: string): string {
  const quote = value[0];
  const isQuoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}

/**
 * Reads INI as Python's `configparser` and Java's properties do: sections, `key = value` or
 * `key: value`, values that go on in indented lines or after a `\`. Total.
 */
export function parseIni(text: string): FlatSettings {
  const settings: Setting[] = [];
  const comments: Span[] = [];
  const problems: Problem[] = [];
  let section = "";
  let isOpen = false;
  for (const line of linesOf(text)) {
    const body = line.text.trim();
    if (body === "") continue;
    const indent = line.text.length - line.text.trimStart().length;
    const start = line.start + indent;
    if (body.startsWith("#") || body.startsWith(";") || body.startsWith("!")) {
      comments.push({ start, end: line.end });
      continue;
    }
    const last = settings.at(-1);
    if (
      last !== undefined &&
      ((indent > 0 && section !== "" && isOpen) || last.value.endsWith("\\"))
    ) {
      if (last.value.length > maxValue) continue;
      const value = `${last.value.replace(/\\$/, "")}${last.value.endsWith("\\") ? "" : "\n"}${body}`;
      settings[settings.length - 1] = {
        ...last,
        value,
        end: line.end,
        at: { start: last.at.start, end: line.end },
      };
      continue;
    }
    const header = /^\[([^\]]*)\]/.exec(body);
    if (header !== null) {
      section = header[1]!.trim();
      isOpen = false;
      continue;
    }
    const equals = body.search(/[=:]/);
    const key = equals < 0 ? body : body.slice(0, equals).trim();
    const raw = equals < 0 ? "" : body.slice(equals + 1).trim();
    const comment = /\s[#;].*$/.exec(raw);
    const written = comment === null ? raw : raw.slice(0, comment.index);
    const valueStart = equals < 0 ? start + body.length : start + body.indexOf(raw, equals + 1);
    if (comment !== null)
      comments.push({ start: valueStart + comment.index + 1, end: start + body.length });
    if (settings.length >= maxSettings) {
      problems.push({ reason: "limit", message: `more than ${maxSettings} settings`, at: start });
      break;
    }
    const at = { start: valueStart, end: valueStart + written.length };
    const path = section === "" ? key : `${section}.${key}`;
    settings.push({
      key: path,
      value: unquote(written.trim()),
      start,
      end: Math.max(at.end, start + key.length),
      at,
    });
    isOpen = true;
  }
  return { settings, comments, problems };
}

/** Reads `NAME=value` lines as dotenv and docker compose do, values in quotes over several lines. */
export function parseDotenv(text: string): FlatSettings {
  const settings: Setting[] = [];
  const comments: Span[] = [];
  const problems: Problem[] = [];
  let resume = 0;
  for (const line of linesOf(text)) {
    if (line.start < resume) continue;
    const body = line.text.trimStart();
    const start = line.end - body.length;
    if (body.startsWith("#")) comments.push({ start, end: line.end });
    const found = /^(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[ \t]*/.exec(body);
    if (found === null) continue;
    const from = start + found[0].length;
    const quote = text[from];
    let at: Span;
    let value: string;
    if (quote === '"' || quote === "'") {
      const close = closingQuote(text, from);
      const end = close < 0 ? line.end : close;
      if (close < 0)
        problems.push({ reason: "syntax-error", message: "a quote is not closed", at: from });
      value = text.slice(from + 1, end);
      at = { start: from, end: close < 0 ? end : end + 1 };
      resume = at.end;
    } else {
      const raw = text.slice(from, line.end);
      const comment = /(?:^|\s)#.*$/.exec(raw);
      if (comment !== null)
        comments.push({ start: from + raw.indexOf("#", comment.index), end: line.end });
      value = (comment === null ? raw : raw.slice(0, comment.index)).trim();
      at = { start: from, end: from + value.length };
    }
    if (settings.length >= maxSettings || problems.length >= 5) {
      problems.push({
        reason: "limit",
        message: `more than ${maxSettings} settings or 5 errors`,
        at: start,
      });
      break;
    }
    settings.push({ key: found[1]!, value, start, end: at.end, at });
  }
  return { settings, comments, problems };
}

/** Where the quote at `from` is closed. */
function closingQuote(text: string, from: number): number {
  const quote = text[from];
  const last = Math.min(text.length, from + maxValue);
  for (let at = from + 1; at < last; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}
