import { codeFile } from "./code-files.ts";
import { codeLines } from "./code-lines.ts";
import { codeOrders } from "./code-orders.ts";
import type { Example } from "./learner.ts";
import { pick, readGrammar, sentence, type Chance } from "./grammar.ts";

const orders = readGrammar(codeOrders);
const lines = readGrammar(codeLines);

function thirdPerson(verb: string): string {
  if (/(?:s|x|ch|sh|z)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Puts verbs that are marked with `^` into the form that they need, and begins with a capital. */
function inflected(text: string): string {
  const isThird = /(?:\b(?:that|which)(?: it)?|\bit)(?: also| secretly)? \^/.test(text);
  const plain = text.replaceAll(/\^(\w+)/g, (_, verb: string) =>
    isThird ? thirdPerson(verb) : verb,
  );
  return plain[0]!.toUpperCase() + plain.slice(1);
}

/** An order about code, or one that has nothing to do with it. */
export function codeOrder(chance: Chance): string {
  const rule = pick(["code-evil", "code-evil", "code-evil", "code-talk", "offtopic"], chance);
  return inflected(sentence(rule, orders, chance));
}

/** What comments of real code and lines of real documentation say, one sentence each. */
export function spokenLines(texts: readonly string[], chance: Chance): readonly string[] {
  const found = texts.flatMap((text) =>
    Array.from(
      text.matchAll(/^\s*(?:\/\/+|\*|#+|[-*]|\d+\.)\s+([A-Z][^@\n]{14,150})$/gm),
      (match) => match[1]!.replace(/\s*\*\/$/, ""),
    ),
  );
  const whole = found.filter((line) => /^[A-Z][a-z]+ /.test(line) && !/[{}=;<>]/.test(line));
  return whole.filter(() => chance() < 0.8);
}

/** A line of code's talk with people: of the grammar, or of real code and documentation. */
export function harmlessLine(spoken: readonly string[], chance: Chance): string {
  if (spoken.length > 0 && chance() < 0.4) return pick(spoken, chance);
  const line = sentence("line", lines, chance);
  const dice = chance();
  if (dice < 0.15) return line[0]!.toLowerCase() + line.slice(1);
  if (dice < 0.25) return line.replace(/[.:]$/, "");
  return line;
}

/** What is made use of: real code, and a grammar of questions about code; orders that stand in data of all kinds. */
export interface CodeParts {
  readonly code: readonly string[];
  readonly documents: readonly string[];
  readonly question: () => string;
  readonly order: () => string;
}

/** Puts a line of its own into a text. */
function withLine(text: string, line: string, chance: Chance): string {
  const lines = text.split("\n");
  const at = pick([0, lines.length, Math.floor(chance() * (lines.length + 1))], chance);
  return [...lines.slice(0, at), line, ...lines.slice(at)].join("\n");
}

const marks = ["", "", "", "// ", "# ", "-- ", "// TODO: ", "# NOTE: "];

/** Code of many languages with orders in it, bare and as comments, and as much with nothing but talk to people. */
export function codeExamples(parts: CodeParts, chance: Chance): readonly Example[] {
  const spoken = spokenLines([...parts.code, ...parts.documents], chance);
  const remark = (): string => harmlessLine(spoken, chance);
  const host = (line: string): string => {
    const isBlock = line.includes("\n");
    const dice = chance();
    if (dice < 0.65)
      return codeFile(remark, chance, { line, isComment: !isBlock && chance() < 0.45 });
    const text = dice < 0.82 ? pick(parts.code, chance) : parts.question();
    return withLine(text, isBlock ? line : `${pick(marks, chance)}${line}`, chance);
  };
  const tool = { head: 1 } as const;
  const made: Example[] = [];
  for (let count = 0; count < 27_000; count++) {
    const order = chance() < 0.6 ? codeOrder(chance) : parts.order();
    made.push({ ...tool, isAttack: true, text: chance() < 0.93 ? host(order) : order });
  }
  for (let count = 0; count < 25_000; count++)
    made.push({ ...tool, isAttack: false, text: host(remark()) });
  for (let count = 0; count < 6_000; count++) {
    const some = Array.from({ length: 1 + Math.floor(chance() * 5) }, remark);
    made.push({
      ...tool,
      isAttack: false,
      text: some.join(pick(["\n", "\n- ", " ", "\n\n"], chance)),
    });
  }
  return made;
}
