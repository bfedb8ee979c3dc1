// Jinja templates that leave their sandbox, or try to: a chat template is run for every request, with
// the rights of the server (CVE-2024-34359 llama-cpp-python, CVE-2025-61620 vLLM, CVE-2026-5760
// SGLang). The template is taken apart into tags and words; it is never rendered.

import { rewritesIn } from "./template-rewrites.ts";
import { tagsOf, wordsOf, type Tag, type Word } from "./template-words.ts";

/** What a template does that a chat needs not. */
export interface TemplateThreat {
  /** In UTF-16 code units of the template. */
  readonly start: number;
  readonly end: number;
  /**
   * `escape`: reaches Python's objects. `odd`: what no chat needs, and escapes are made of. `rewrite`: makes
   * something else of what a user says.
   */
  readonly kind: "escape" | "odd" | "rewrite";
  readonly message: string;
}

/** Templates beyond this are not looked at further; it is said. */
const maxTemplate = 1 << 20;
const maxThreats = 50;
const dunder = /__[A-Za-z]\w*__/;

/** The middle of a name of Python's own, of which the underscores come from elsewhere. */
const parts =
  /^_{0,2}(?:class|bases?|mro|subclasses|globals|builtins|init|import|getattribute|getitem)_{0,2}$/;

/** Names that Jinja or Flask puts into a template, by which its objects are reached. */
const doors = new Set(
  "self cycler joiner lipsum request config url_for get_flashed_messages g session app current_app".split(
    " ",
  ),
);
/** What is called at the end of an escape. */
const ends = new Set(
  "popen system eval exec execfile compile __import__ import_module open getattr setattr subprocess check_output Popen run_line load_module globals builtins mro subclasses func_globals gi_frame f_globals f_builtins tb_frame cr_frame ag_frame".split(
    " ",
  ),
);
const loaders = new Set(["include", "import", "extends", "from"]);

/** Finds what a chat template does beyond writing a chat. Total. */
export function templateThreats(template: string): readonly TemplateThreat[] {
  const threats: TemplateThreat[] = [];
  const say = (kind: TemplateThreat["kind"], at: Word, message: string): void => {
    if (threats.length < maxThreats) threats.push({ kind, message, start: at.start, end: at.end });
  };
  if (template.length > maxTemplate)
    threats.push({
      kind: "odd",
      start: 0,
      end: 0,
      message: `it has more than ${maxTemplate} characters`,
    });
  const local = new Set<string>();
  const shortened = template.slice(0, maxTemplate);
  for (const tag of tagsOf(shortened)) {
    const words = wordsOf(tag);
    noteLocals(tag, words, local);
    if (tag.isStatement) {
      const [first] = words;
      if (first?.kind === "name" && loaders.has(first.text))
        say("odd", first, `it loads another template (${first.text})`);
    }
    look(words, local, say);
  }
  for (const one of rewritesIn(shortened).slice(0, maxThreats))
    threats.push({ kind: "rewrite", ...one });
  return threats;
}

type Say = (kind: TemplateThreat["kind"], at: Word, message: string) => void;

function look(words: readonly Word[], local: ReadonlySet<string>, say: Say): void {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.text;
    const after = words[index + 1]?.text;
    if (word.kind === "name") {
      const isAttribute = before === ".";
      if (dunder.test(word.text)) say("escape", word, `it reaches for ${word.text}`);
      else if (before === "|" && word.text === "attr")
        say("odd", word, "it takes an attribute by a name that is written as text (attr)");
      else if (
        !isAttribute &&
        before !== "|" &&
        after !== "=" &&
        doors.has(word.text) &&
        !local.has(word.text)
      ) {
        if (after === "." || after === "[" || after === "|" || after === "(")
          say("odd", word, `it uses ${word.text}, which is no part of a chat`);
      } else if (isAttribute && ends.has(word.text))
        say("escape", word, `it reaches for ${word.text}`);
      else if (!isAttribute && after === "(" && ends.has(word.text) && !local.has(word.text))
        say("escape", word, `it calls ${word.text}`);
    } else if (word.kind === "text") {
      const joined = joinedText(words, index);
      if (dunder.test(joined) || dunder.test(squeezed(joined)))
        say("escape", word, `it puts together the name ${shown(joined)}`);
      else if (
        parts.test(word.text) &&
        [before, after].some((sign) => sign === "~" || sign === "+")
      )
        say("escape", word, `it puts together a name with ${shown(word.text)}`);
      else if (word.text === "attr" && before === "(" && words[index - 3]?.text === "|")
        say("odd", word, "it takes an attribute by a name that is written as text (attr)");
      else if (before === "[" && after === "]" && ends.has(word.text))
        say("escape", word, `it reaches for ${word.text}`);
      else if (/%c/.test(word.text) || (/^_{1,2}$/.test(word.text) && after === "*"))
        say("odd", word, "it puts together a text of single characters");
    }
  }
}

/** Names that the template makes itself. */
function noteLocals(tag: Tag, words: readonly Word[], local: Set<string>): void {
  if (!tag.isStatement) return;
  const [first, second] = words;
  if (first?.text === "set") {
    if (second?.kind === "name") local.add(second.text);
  } else if (first?.text === "macro") {
    for (const word of words.slice(1)) if (word.kind === "name") local.add(word.text);
  } else if (first?.text === "for") {
    for (const word of words.slice(1)) {
      if (word.text === "in") break;
      if (word.kind === "name") local.add(word.text);
    }
  }
}

/** A text with those that are put behind it: `'__cl' ~ 'ass__'`, `['__', 'class', '__']`. */
function joinedText(words: readonly Word[], from: number): string {
  let text = "";
  for (let index = from; index < words.length && index < from + 32; index++) {
    const word = words[index]!;
    if (word.kind === "text") text += word.text;
    else if (word.text !== "~" && word.text !== "+" && word.text !== ",") break;
  }
  return text;
}

/** A text without what `replace` could take out again. */
function squeezed(text: string): string {
  return text.length > 200 ? "" : text.replace(/[^A-Za-z0-9_]/g, "");
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
