import type { Span } from "../core/index.ts";

/** What a piece of HTML, SVG or JavaScript would do when it is shown. */
export type ActiveKind =
  | "kernel"
  | "send"
  | "remote-script"
  | "handler"
  | "frame"
  | "script"
  | "benign-handler"
  | "link";

/** A place in a text that is active when a browser shows it. */
export interface Active extends Span {
  readonly kind: ActiveKind;
  /** Where from, where there is an address. */
  readonly url?: string;
}

/** Active places that are told apart in one text. */
const mostFound = 200;

/** Beyond this a script is a library that somebody pasted, which can do everything. */
const longestOwn = 20_000;

const tags =
  /<(script|iframe|frame|object|embed|img|svg|body|video|audio|input|details|marquee|math|style|a|form|button|link|meta|base|div|span)\b/gi;
const kernel =
  /\b(?:kernel\.execute|requestExecute|notebook\.execute_(?:cells?|all_cells|cell_range|cells_below))\s*\(|\bkernel\.comm_manager\.new_comm\(/g;
/** What Bokeh stores to end a server of its own. */
const bokehs = /from bokeh\.io\.state import curstate|import bokeh\.io\.notebook as ion/;
const sends =
  /\bdocument\.cookie\b|\bnavigator\.sendBeacon\s*\(|\bnew\s+WebSocket\s*\(|\b(?:fetch|\.open)\s*\(\s*["'`](?:(?:GET|POST)["'`]\s*,\s*["'`])?https?:|\bnew\s+Image\b[^;\n]{0,40}\.src\s*=\s*["'`]https?:/g;

const attributes = new Map<string, RegExp>();

function attribute(tag: string, name: string): string | undefined {
  let pattern = attributes.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i");
    attributes.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3]);
}

/** What a handler of a broken picture does in a page of good will. */
const harmless =
  /^\s*(?:this\.(?:onerror\s*=\s*null|src\s*=|style\.|parentElement\.style|remove\()|return (?:true|false))/;

/** The text of a tag, up to `>` outside of quotes; cut where it goes on for too long. */
function tagAt(text: string, start: number): string {
  const end = Math.min(text.length, start + 4_000);
  let quote = "";
  for (let at = start; at < end; at++) {
    const char = text[at]!;
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return text.slice(start, at + 1);
  }
  return text.slice(start, end);
}

/** Elements whose handlers run without anybody's doing. */
const selfRunning =
  /^(?:img|svg|body|video|audio|input|details|marquee|object|embed|math|style|link)$/;
const runsByItself =
  /\son(?:error|load|focus|toggle|begin|start|loadstart|pageshow|animationstart)\s*=/i;

function judgeTag(name: string, tag: string): Omit<Active, keyof Span> | undefined {
  const handler = runsByItself.exec(tag)?.[0];
  if (handler !== undefined && selfRunning.test(name)) {
    const event = handler.replaceAll(/[\s=]/g, "");
    const code = attribute(tag, event) ?? "";
    return { kind: harmless.test(code) ? "benign-handler" : "handler" };
  }
  const source = attribute(tag, "src") ?? attribute(tag, "data") ?? attribute(tag, "xlink:href");
  switch (name) {
    case "script":
      return source !== undefined && /^(?:https?:)?\/\//i.test(source)
        ? { kind: "remote-script", url: source }
        : { kind: "script" };
    case "iframe":
    case "frame":
    case "object":
    case "embed":
      return { kind: "frame", url: source };
    case "base":
      return { kind: "frame", url: attribute(tag, "href") };
    default:
      if (/\s(?:href|action|formaction)\s*=\s*["']?\s*javascript:/i.test(tag))
        return { kind: "link" };
      return /\son[a-z]+\s*=/i.test(tag) ? { kind: "benign-handler" } : undefined;
  }
}

/** Ends of the scripts of a text, in order. */
function scriptEnd(text: string, start: number): number {
  const end = /<\/script/gi;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

function addScript(found: Active[], text: string, { start, end }: Span): void {
  const code = text.slice(start, end);
  for (const { index, 0: word } of code.matchAll(kernel)) {
    if (found.length >= mostFound) return;
    const isKnown = bokehs.test(code) || word.includes("comm_manager");
    found.push({
      kind: isKnown ? "script" : "kernel",
      start: start + index,
      end: start + index + word.length,
    });
  }
  if (code.length > longestOwn) return;
  for (const { index, 0: word } of code.matchAll(sends)) {
    if (found.length >= mostFound) return;
    found.push({ kind: "send", start: start + index, end: start + index + word.length });
  }
}

/** What is active in JavaScript that is shown. */
export function activeInScript(text: string): readonly Active[] {
  const found: Active[] = [{ kind: "script", start: 0, end: Math.min(text.length, 80) }];
  addScript(found, text, { start: 0, end: text.length });
  return found;
}

/** What is active in HTML or SVG: scripts, frames, handlers. Linear. */
export function activeInMarkup(text: string): readonly Active[] {
  const found: Active[] = [];
  let done = 0;
  for (const { index, 1: raw = "" } of text.matchAll(tags)) {
    if (found.length >= mostFound) break;
    // Inside a script or another tag it is a text.
    if (index < done) continue;
    const name = raw.toLowerCase();
    const tag = tagAt(text, index);
    const judged = judgeTag(name, tag);
    if (judged !== undefined) found.push({ ...judged, start: index, end: index + tag.length });
    done = index + tag.length;
    if (name !== "script") continue;
    done = scriptEnd(text, index + tag.length);
    addScript(found, text, { start: index + tag.length, end: done });
  }
  return found;
}
