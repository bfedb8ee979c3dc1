import type { Detection } from "../detection.ts";
import { allowedHosts, isAllowed, targetsOf, unescapeHtml } from "./address.ts";
import {
  attributesOf,
  destinationAt,
  endOfBare,
  endOfTag,
  longestTag,
  openingBracket,
  type Piece,
} from "./markup.ts";
import { payloadOf, prepareKnown, type Known } from "./payload.ts";

export interface ExfiltrationOptions {
  /** Hosts, with those below them, that images and links may lead to. */
  readonly allowedHosts?: readonly string[];
  /** Values of the conversation that an address must not carry. */
  readonly known?: readonly string[];
  /** True where the text begins inside of a fenced block of code: a stream's next piece. */
  readonly isFenced?: boolean;
}

/** A place that sends data when it is shown or followed, and what may stand there instead. */
export interface Exfiltration extends Detection {
  readonly kind: "exfiltration";
  readonly replacement: string;
}

interface Search {
  readonly text: string;
  readonly allowed: readonly string[];
  readonly known: Known;
  readonly found: Exfiltration[];
  isFenced: boolean;
  unclosed: number;
}

/** `shown` is asked for without anybody's doing, `followed` when somebody clicks. */
type Reach = "shown" | "followed";

interface Seen extends Piece {
  readonly rule: string;
  readonly reach: Reach;
}

const mostFound = 1_000;

/** Tags that go on to the text's end or the limit; more of them are an attack on who reads them. */
const mostUnclosed = 200;

const escape = String.fromCodePoint(0x1b);
const bell = String.fromCodePoint(7);
/** OSC and ST in one character. */
const command = "\u009d";
const stop = "\u009c";
const terminal = new RegExp(
  `^(?:${escape}\\]|${command})(\\d{1,4});?([^${bell}${escape}${stop}]{0,2000})(?:${bell}|${escape}\\\\|${stop})?`,
);

/** What an address is worth: one that is shown counts whatever it carries. */
function judge(
  { allowed, known, isFenced }: Search,
  { address, reach }: Pick<Seen, "address" | "reach">,
): number {
  let score = 0;
  for (const target of targetsOf(address)) {
    if (target.kind === "none") continue;
    if (target.kind === "active") {
      score = Math.max(score, isFenced ? 0.3 : 0.9);
      continue;
    }
    if (isAllowed(target.host, allowed)) continue;
    const payload = payloadOf(target.url, known);
    // A block of code is shown as text.
    if (isFenced) score = Math.max(score, payload > 0.9 ? 0.8 : payload > 0.6 ? 0.4 : 0);
    else if (reach === "followed") score = Math.max(score, payload < 0.3 ? 0 : payload);
    else score = Math.max(score, payload > 0 ? 0.95 : 0.8);
  }
  return score;
}

function add(search: Search, seen: Seen): void {
  const score = Math.min(judge(search, seen), seen.rule === "loose-style" ? 0.45 : 1);
  if (score === 0 || search.found.length >= mostFound) return;
  const { rule, start, end, label, reach } = seen;
  const label80 = label.trim().slice(0, 200);
  const what =
    reach === "shown"
      ? rule.includes("image")
        ? "[image removed]"
        : "[removed]"
      : "[link removed]";
  search.found.push({
    kind: "exfiltration",
    rule,
    score,
    start,
    end,
    replacement: label80 === "" ? what : `${label80} ${what}`,
  });
}

/** `![…](…)` and `[…](…)`, from between their brackets. */
function readInline(search: Search, close: number): number {
  const { text } = search;
  const { address, end } = destinationAt(text, close + 1);
  if (end < 0) return close + 2;
  const open = openingBracket(text, close);
  const isImage = open < 0 || text[open - 1] === "!";
  const start = open < 0 ? close : isImage ? open - 1 : open;
  const label = open < 0 ? "" : text.slice(open + 1, close);
  // The label of a linked image has been read, and is left to that.
  const isAround = label.includes("](");
  if (isAround && !isImage)
    add(search, {
      rule: "markdown-link",
      reach: "followed",
      address,
      label: "",
      start: close,
      end,
    });
  else
    add(search, {
      rule: isImage ? "markdown-image" : "markdown-link",
      reach: isImage ? "shown" : "followed",
      address,
      label,
      start,
      end,
    });
  return end;
}

function definitionsOf(text: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const { 1: name = "", 2: address = "" } of text.matchAll(
    /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\n?[ \t]*<?([^\s>]{1,2000})/gm,
  ))
    if (!definitions.has(name.toLowerCase())) definitions.set(name.toLowerCase(), address);
  return definitions;
}

interface References {
  definitions: ReadonlyMap<string, string> | undefined;
}

/** `![…][name]`, `![name][]` and `![name]`: where the name leads, or anywhere where nobody says. */
function readReference(search: Search, references: References, open: number): void {
  const { text } = search;
  const found = /^!\[([^\]\n]{0,400})\](?:\[([^\]\n]{0,200})\])?/.exec(
    text.slice(open, open + 620),
  );
  if (found === null || text[open + found[0].length] === "(") return;
  const { 0: whole, 1: label = "", 2: name } = found;
  if (name === undefined && !text.includes("]:")) return;
  references.definitions ??= definitionsOf(text);
  const address = references.definitions.get(
    (name === undefined || name === "" ? label : name).toLowerCase(),
  );
  if (address === undefined && name === undefined) return;
  const seen = {
    rule: "markdown-image-reference",
    reach: "shown",
    label,
    start: open,
    end: open + whole.length,
  } as const;
  // The definition may have stood before what is looked at, or may yet come.
  add(search, { ...seen, address: address ?? "//undefined.invalid" });
}

/** `[name]: address`, which all that name it lead to. */
function readDefinition(search: Search, close: number): number {
  const { text } = search;
  const open = openingBracket(text, close);
  if (open < 0 || !/(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, open - 4), open)))
    return close + 2;
  const found = /^\]:[ \t]*\n?[ \t]*<?([^\s>]{1,2000})/.exec(text.slice(close, close + 2_100));
  if (found === null) return close + 2;
  const end = close + found[0].length;
  add(search, {
    rule: "markdown-definition",
    reach: "followed",
    address: found[1]!,
    label: "",
    start: open,
    end,
  });
  return end;
}

const shownAttributes = new Set(
  "src srcset data href xlink:href poster background action formaction ping lowsrc dynsrc imagesrcset codebase archive classid manifest longdesc".split(
    " ",
  ),
);

/** Addresses inside of styles and scripts. */
const inside = /(?:https?:|[a-z]+:)?[\\/]{2}[^\s"'`)<>;,]{3,2000}/gi;

/** What a tag asks for when it is shown, and where it leads when somebody clicks. */
function readTag(search: Search, start: number): number {
  const { text } = search;
  const end = endOfTag(text, start);
  if (text[end - 1] !== ">" && ++search.unclosed > mostUnclosed) {
    if (search.unclosed === mostUnclosed + 1)
      search.found.push({
        kind: "exfiltration",
        rule: "html-unclosed",
        score: 0.6,
        start,
        end,
        replacement: "[removed]",
      });
    return end;
  }
  const tag = text.slice(start, end);
  const name = /^<([a-z][a-z0-9:-]{0,30})/i.exec(tag)?.[1]?.toLowerCase() ?? "";
  // `<https://…>` is an address.
  if (!tag.includes("=") || name === "" || name.endsWith(":")) return start + 1;
  const attributes = attributesOf(tag);
  const label = name === "img" ? (attributes.find((each) => each.name === "alt")?.value ?? "") : "";
  const rule = name === "img" || name === "image" ? "html-image" : `html-${name.slice(0, 12)}`;
  let best: Seen | undefined;
  let bestScore = 0;
  const consider = (address: string, reach: Reach): void => {
    const seen: Seen = { rule, reach, address, label, start, end };
    const score = judge(search, seen);
    if (score > bestScore) [best, bestScore] = [seen, score];
  };
  for (const { name: attribute, value } of attributes) {
    const plain = unescapeHtml(value);
    if ((name === "a" || name === "area") && attribute === "href") consider(plain, "followed");
    else if (attribute.endsWith("srcset"))
      for (const each of plain.split(",").slice(0, 20))
        consider(each.trim().split(/\s/)[0] ?? "", "shown");
    else if (shownAttributes.has(attribute)) consider(plain, "shown");
    else if (
      attribute === "style" ||
      attribute === "srcdoc" ||
      attribute.startsWith("on") ||
      attribute === "content"
    )
      for (const [address] of plain.matchAll(inside)) consider(address, "shown");
  }
  if (best !== undefined) add(search, best);
  return end;
}

const style = /<style\b/i;

/** `url(…)` and `@import` of a style; one that is no style's is shown as text, as far as one sees. */
function readStyle(search: Search, start: number): number {
  const { text } = search;
  const found = /^\s{0,10}(?:url\()?["']?([^"')\s]{1,2000})["']?\s{0,10}\)?/i.exec(
    text.slice(start, start + 2_040),
  );
  if (found === null) return start;
  const end = start + found[0].length;
  const rule = style.test(text.slice(Math.max(0, start - longestTag), start))
    ? "style"
    : "loose-style";
  add(search, { rule, reach: "shown", address: found[1]!, label: "", start, end });
  return end;
}

/** Commands to a terminal (ECMA-48 OSC): 8 links, 52 writes the clipboard, 9, 50, 777 and 1337 show and fetch. */
function readTerminal(search: Search, start: number): number {
  const { text, found } = search;
  if (text[start] === escape && text[start + 1] !== "]") return start + 1;
  const read = terminal.exec(text.slice(start, start + 2_020));
  if (read === null) return start + 1;
  const { 0: whole, 1: number, 2: body = "" } = read;
  const end = start + whole.length;
  if (number === "8") {
    const address = body.slice(body.indexOf(";") + 1);
    add(search, { rule: "terminal-link", reach: "followed", address, label: "", start, end });
  } else if (/^(?:52|9|50|777|1337)$/.test(number!) && !search.isFenced)
    found.push({
      kind: "exfiltration",
      rule: "terminal-command",
      score: 0.8,
      start,
      end,
      replacement: "",
    });
  return end;
}

/** An address that stands alone or in `<>`: many that show texts make a link or a preview of it. */
function readBare(search: Search, colon: number): number {
  const { text } = search;
  let start = colon;
  while (start > 0 && colon - start < 12 && /[a-z0-9+.-]/i.test(text[start - 1]!)) start--;
  const end = endOfBare(text, start);
  if (start < colon && end > colon + 3)
    add(search, {
      rule: "address",
      reach: "followed",
      address: text.slice(start, end),
      label: "",
      start,
      end,
    });
  return Math.max(end, colon + 3);
}

/** The first letters of all that holds addresses: one class of characters is passed over fastest. */
const anchors = new RegExp(`[!\\]<:(@\`~${escape}${command}]`, "g");

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < 5 && text[before] === " ") before--;
  return before < 0 || text[before] === "\n";
}

/** Judges what begins at an anchor, and says where to go on. */
function readAnchor(search: Search, references: References, at: number): number {
  const { text } = search;
  const next = text[at + 1];
  switch (text[at]) {
    case "!":
      if (next === "[") readReference(search, references, at);
      return at + 1;
    case "]":
      return next === "("
        ? readInline(search, at)
        : next === ":"
          ? readDefinition(search, at)
          : at + 1;
    case "<":
      return /[a-z]/i.test(next ?? "") ? readTag(search, at) : at + 1;
    case ":":
      return next === "/" && text[at + 2] === "/" ? readBare(search, at) : at + 1;
    case "(":
      return /(?:^|[^\w\s])\s*url\($/i.test(text.slice(Math.max(0, at - 8), at + 1))
        ? readStyle(search, at + 1)
        : at + 1;
    case "@":
      return /^@import\s/i.test(text.slice(at, at + 8)) ? readStyle(search, at + 8) : at + 1;
    case "`":
    case "~":
      if (next !== text[at] || text[at + 2] !== next) return at + 1;
      if (isLineStart(text, at)) search.isFenced = !search.isFenced;
      return at + 3;
    default:
      return readTerminal(search, at);
  }
}

/**
 * Images, links and markup that carry data to hosts that are not allowed: what is asked for as soon as
 * it is shown counts always, what has to be followed where it carries data. Linear, no I/O.
 */
export function findExfiltration(
  text: string,
  options: ExfiltrationOptions = {},
): readonly Exfiltration[] {
  const search: Search = {
    text,
    allowed: allowedHosts(options.allowedHosts ?? []),
    known: prepareKnown(options.known ?? []),
    found: [],
    isFenced: options.isFenced === true,
    unclosed: 0,
  };
  const references: References = { definitions: undefined };
  anchors.lastIndex = 0;
  while (anchors.test(text))
    anchors.lastIndex = readAnchor(search, references, anchors.lastIndex - 1);
  return search.found.sort((one, other) => one.start - other.start);
}
