import { proves } from "./checksum.ts";
import { looksDrawn, isPlaceholder } from "./judge.ts";
import type { ContextKind, FormKind } from "./kind.ts";
import { contextKinds } from "./kinds-context.ts";
import { formKinds } from "./kinds.ts";
import { isWordAt, startsHere, type Matcher } from "./secret.ts";

/** Rank of a key known by its form, and of one known by the word before it. */
const rankForm = 0;
const rankContext = 2;

/** What may not follow: more of the same, for then it is another text. */
const boundary = "(?![A-Za-z0-9_-])";

function compile(kind: FormKind | ContextKind): RegExp {
  return new RegExp(`(?:${kind.form})${boundary}`, "y");
}

/** Letters that begin a key begin a piece of base64 as well, between two of its signs. */
function isInBase64(
  text: string,
  [start, end]: readonly [number, number],
  isShort: boolean,
): boolean {
  const before = text.charCodeAt(start - 1);
  if ((before === 43 || before === 47) && isWordAt(text, start - 2)) return true;
  const after = text.charCodeAt(end);
  return after === 43 || (isShort && (after === 47 || after === 61));
}

function formMatcher(kinds: readonly FormKind[], anchor: string): Matcher {
  const compiled = kinds.map((kind) => ({ kind, pattern: compile(kind) }));
  return (text, at, on) => {
    let reach = 0;
    for (const { kind, pattern } of compiled) {
      let start = at - kind.offset;
      // A bot's number before its token may be shorter than the longest.
      while (
        kind.hasNumber &&
        start < at &&
        !(/\d/.test(text[start] ?? "") && startsHere(text, start))
      )
        start++;
      if (start < 0 || !startsHere(text, start)) continue;
      pattern.lastIndex = start;
      if (!pattern.test(text)) continue;
      const end = pattern.lastIndex;
      reach = Math.max(reach, end);
      const isBare = kind.offset === 0 && /^[A-Za-z0-9]+$/.test(anchor);
      if (isBare && isInBase64(text, [start, end], anchor.length <= 3)) continue;
      const value = text.slice(start, end);
      const body = kind.offset === 0 ? value.slice(anchor.length) : value;
      if (kind.isRigid ? isPlaceholder(body.slice(-60)) : !looksDrawn(body)) continue;
      const isVerified = proves(kind.proof, value);
      const confidence = isVerified === false ? "medium" : "high";
      const span = { start, end };
      on({ kind, ...span, value: span, confidence, isVerified }, rankForm);
      break;
    }
    return reach;
  };
}

/** The kinds by the anchors that lead to them. */
export function formMatchers(): ReadonlyMap<string, Matcher> {
  const byAnchor = new Map<string, FormKind[]>();
  for (const kind of formKinds) {
    for (const anchor of kind.anchors) {
      const others = byAnchor.get(anchor);
      if (others === undefined) byAnchor.set(anchor, [kind]);
      else others.push(kind);
    }
  }
  return new Map([...byAnchor].map(([anchor, kinds]) => [anchor, formMatcher(kinds, anchor)]));
}

/** How far behind its word a value may stand. */
const reach = 120;

/** What may stand between the word and the value: the rest of a name, quotes, a sign, a call. */
const between =
  /^[\w.-]{0,40}(?:["'`\])\\]{0,4}\s{0,4}(?:=>|:=|={1,3}|:|,|>)|\(|["'`]{0,2}(?:[ \t]|,?\s{1,40}["']?value["']?\s{0,3}[:=])|[\s\S]{0,90}(?:key|token|secret|auth|pass|credential|api)[\w.-]{0,20}["'`\])\\]{0,4}\s{0,4}(?:=>|:=|={1,3}|:|,|\s|>|\())/i;
const saysKey = /key|token|secret|auth|pass|credential|api|login|client|\(/i;
/** Names of things that have the same form and are no secret. */
const saysOther =
  /hash|sha-?\d|md5|checksum|digest|commit|revision|\brev\b|etag|_id["'`\]\s:=]|uuid|version|integrity|url|path|file|model|image|project|session/i;

function contextMatcher(kinds: readonly ContextKind[], word: string): Matcher {
  const compiled = kinds.map((kind) => ({
    kind,
    pattern: new RegExp(`(?<![A-Za-z0-9_/+.-])(?:${kind.form})${boundary}(?![/+])`, "g"),
  }));
  const wordSaysKey = saysKey.test(word);
  return (text, at, on) => {
    const from = at + word.length;
    let end = Math.min(text.length, from + reach + 200);
    const first = text.indexOf("\n", from);
    if (first >= 0 && first < end) {
      const second = text.indexOf("\n", first + 1);
      if (second >= 0 && second < end) end = second;
    }
    const window = text.slice(from, end);
    for (const { kind, pattern } of compiled) {
      pattern.lastIndex = 0;
      for (let found = pattern.exec(window); found !== null; found = pattern.exec(window)) {
        if (found.index > reach) break;
        const gap = window.slice(0, found.index);
        const value = found[0];
        if (!between.test(gap) || saysOther.test(gap)) continue;
        if (!wordSaysKey && !saysKey.test(gap) && gap.length > 12) continue;
        if (
          !wordSaysKey &&
          !saysKey.test(gap) &&
          !saysKey.test(text.slice(Math.max(0, at - 24), at))
        )
          continue;
        if (!looksDrawn(value)) continue;
        const start = from + found.index;
        const span = { start, end: start + value.length };
        on({ kind, ...span, value: span, confidence: "medium" }, rankContext);
        return from + reach;
      }
    }
    return from + reach;
  };
}

/** The kinds without a form by the words that lead to them. */
export function contextMatchers(): ReadonlyMap<string, Matcher> {
  const byWord = new Map<string, ContextKind[]>();
  for (const kind of contextKinds) {
    for (const word of kind.words) {
      const others = byWord.get(word);
      if (others === undefined) byWord.set(word, [kind]);
      else others.push(kind);
    }
  }
  return new Map([...byWord].map(([word, kinds]) => [word, contextMatcher(kinds, word)]));
}
