// Chat templates that make something else of what a user says: they look for words in it, and add orders or
// addresses where these are; they put other words in their place. Nobody sees it but the model (Pillar
// Security, 2025: "LLM Backdoors at the Inference Level"). Honest templates look for marks of their own
// (`</think>`, `/no_think`), cut and trim, and write whole sentences only where nobody said anything.
import { tagsOf, wordsOf, type Tag, type Word } from "./template-words.ts";

/** What a template does to the words of a user, and where. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A branch that is open, and the test on which it depends, if only by one around it. */
interface Branch {
  readonly test: Word | undefined;
  readonly isOfTime: boolean;
}

interface Walk {
  readonly rewrites: Rewrite[];
  /** Names that hold what was said, and names that hold the time. */
  readonly said: Set<string>;
  readonly times: Set<string>;
  readonly branches: Branch[];
  readonly told: Set<Word>;
}

const maxRewrites = 20;

/** Finds them. Total. */
export function rewritesIn(template: string): readonly Rewrite[] {
  const walk: Walk = {
    rewrites: [],
    said: new Set(["content"]),
    times: new Set(["strftime_now"]),
    branches: [],
    told: new Set(),
  };
  let before = 0;
  for (const tag of tagsOf(template)) {
    const gap = template.slice(before, Math.max(before, tag.start - 2));
    writes(walk, gap.replaceAll(/\{#[\s\S]*?#\}/g, ""));
    before = tag.start + tag.text.length + 2;
    step(walk, tag);
    if (walk.rewrites.length >= maxRewrites) break;
  }
  return walk.rewrites;
}

function step(walk: Walk, tag: Tag): void {
  const words = wordsOf(tag);
  const [first] = words;
  const keyword = tag.isStatement && first?.kind === "name" ? first.text : "";
  if (keyword === "if" || keyword === "elif") {
    const branch = branchOf(walk, words.slice(1));
    if (keyword === "elif") walk.branches.pop();
    enter(walk, branch);
    return;
  }
  if (keyword === "else" && walk.branches.length > 0) {
    walk.branches.pop();
    enter(walk, { test: undefined, isOfTime: false });
  } else if (keyword === "endif") walk.branches.pop();
  if (keyword === "set" || keyword === "for") note(walk, words);
  replaces(walk, words);
  // What is refused is not written.
  if (words.some(({ kind, text }) => kind === "name" && text === "raise_exception")) return;
  for (const { kind, text } of words) if (kind === "text") writes(walk, text);
  inline(walk, words);
}

function enter({ branches }: Walk, branch: Branch): void {
  branches.push(branch.test === undefined ? (branches.at(-1) ?? branch) : branch);
}

/** Keeps the names that are given what was said, or the time. */
function note({ said, times }: Walk, words: readonly Word[]): void {
  const isFor = words[0]!.text === "for";
  const cut = words.findIndex(({ text }) => text === (isFor ? "in" : "="));
  const given = words.slice(1, cut < 0 ? 2 : cut);
  const value = cut < 0 ? [] : words.slice(cut + 1);
  for (const names of [said, times])
    if (value.some((word) => refersTo(word, names)))
      for (const { kind, text } of given) if (kind === "name" && text !== "ns") names.add(text);
}

/** True for a name, or for the text of a key: `message['content']`. */
function refersTo({ kind, text }: Word, names: ReadonlySet<string>): boolean {
  return kind === "name" ? names.has(text) : kind === "text" && text === "content";
}

const comparing = new Set(["in", "==", ">", "<", ">=", "<="]);
const asking = new Set(["startswith", "endswith", "find", "index", "count", "search", "match"]);
/** Keys of messages and of their parts. */
const fields = new Set(["role", "type", "name", "mime_type"]);

/** What a condition depends on. */
function branchOf(walk: Walk, condition: readonly Word[]): Branch {
  let clause: Word[] = [];
  for (const word of [...condition, undefined]) {
    if (word !== undefined && word.text !== "and" && word.text !== "or") {
      clause.push(word);
      continue;
    }
    const test = testIn(walk, clause);
    if (test !== undefined) return test;
    clause = [];
  }
  return { test: undefined, isOfTime: false };
}

function testIn({ said, times }: Walk, clause: readonly Word[]): Branch | undefined {
  const isCompared = clause.some(({ text, kind }) => comparing.has(text) && kind !== "text");
  const isAsked = clause.some(({ text, kind }) => kind === "name" && asking.has(text));
  if (!isCompared && !isAsked) return undefined;
  if (clause.some(({ kind, text }) => (kind === "name" || kind === "text") && fields.has(text)))
    return undefined;
  if (clause.some(({ text }) => text === "not" || text === "!=")) return undefined;
  const time = clause.find(({ kind, text }) => kind === "name" && times.has(text));
  if (isCompared && time !== undefined) return { test: time, isOfTime: true };
  if (!clause.some((word) => refersTo(word, said))) return undefined;
  const test = clause.find((word) => word.kind === "text" && isSpoken(word.text));
  return test === undefined ? undefined : { test, isOfTime: false };
}

/** Marks that templates look for: `</think>`, `[TOOL_CALLS]`, `/no_think`. */
const marks = /^(?:<[^<>]*>?|\[[^[\]]*\]?|\/\w+)$/;
const pageMarks = /^<\/?(?:html|script|form|body|head|div|input|iframe)\b/i;
/** Keys that are looked for in parts of a message, and words for nothing. */
const keys =
  /^(?:content|text|image|images|video|audio|image_url|video_url|input_audio|tool_calls|tools|function|thinking|reasoning_content|user|assistant|system|none|null|undefined|true|false)$/i;

/** True for words that somebody may say. */
function isSpoken(text: string): boolean {
  const bare = text.trim();
  if (!/\p{L}{2}/u.test(bare) || keys.test(bare)) return false;
  return pageMarks.test(bare) || !marks.test(bare);
}

const address = /\b(?:https?:\/\/|www\.)[\w-]/i;

/** True for a sentence, or an address. */
function isOrder(text: string): boolean {
  const whole = text.slice(0, 20_000);
  const bare = whole.replaceAll(/<[^<>]{0,60}>|\[[^[\]]{0,60}\]/g, " ");
  return (
    address.test(whole) || (bare.match(/\p{L}{2,}/gu)?.length ?? 0) >= 4 || /\p{Lo}{8}/u.test(bare)
  );
}

/** What is written where a test holds. */
function writes(walk: Walk, text: string): void {
  const branch = walk.branches.at(-1);
  if (branch?.test !== undefined && isOrder(text)) tell(walk, branch, text);
}

function tell({ rewrites, told }: Walk, { test, isOfTime }: Branch, text: string): void {
  if (test === undefined || told.has(test)) return;
  told.add(test);
  const added = JSON.stringify(text.trim().replaceAll(/\s+/g, " ").slice(0, 80));
  const when = isOfTime
    ? "at a certain time"
    : `where the conversation has ${JSON.stringify(test.text.slice(0, 40))}`;
  rewrites.push({ start: test.start, end: test.end, message: `it adds ${added} ${when}` });
}

/** `'…' if 'bank' in message.content else ''`. */
function inline(walk: Walk, words: readonly Word[]): void {
  const cut = words.findIndex(({ kind, text }) => kind === "name" && text === "if");
  if (cut < 1) return;
  const end = words.findIndex(
    ({ kind, text }, index) => index > cut && kind === "name" && text === "else",
  );
  const branch = branchOf(walk, words.slice(cut + 1, end < 0 ? undefined : end));
  for (const { kind, text } of words.slice(0, cut))
    if (kind === "text" && isOrder(text)) tell(walk, branch, text);
}

/** `message.content | replace('bank', 'https://…')`: words for words. */
function replaces(walk: Walk, words: readonly Word[]): void {
  let isSaid = false;
  for (const [index, word] of words.entries()) {
    const { kind, text } = word;
    isSaid ||= refersTo(word, walk.said);
    if (kind !== "name" || (text !== "replace" && text !== "regex_replace")) continue;
    const [open, from, comma, to] = words.slice(index + 1, index + 5);
    if (open?.text !== "(" || comma?.text !== "," || from?.kind !== "text" || to?.kind !== "text")
      continue;
    const isOther = isSpoken(from.text) && isSpoken(to.text) && !sharesWord(from.text, to.text);
    if (!isSaid || !(isOther || isOrder(to.text))) continue;
    walk.rewrites.push({
      start: from.start,
      end: to.end,
      message: `it replaces ${JSON.stringify(from.text.slice(0, 40))} by ${JSON.stringify(to.text.slice(0, 80))} in what was said`,
    });
  }
}

/** `Reasoning effort` and `Reasoning strength`: another word for the same. */
function sharesWord(one: string, other: string): boolean {
  const words = new Set(
    one
      .toLowerCase()
      .slice(0, 1_000)
      .match(/\p{L}+/gu),
  );
  return (
    other
      .toLowerCase()
      .slice(0, 1_000)
      .match(/\p{L}+/gu) ?? []
  ).some((word) => words.has(word));
}
