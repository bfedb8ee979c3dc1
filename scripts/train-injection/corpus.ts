import { dataAttacks } from "./data-attacks.ts";
import { dataHarmless } from "./data-harmless.ts";
import { direct } from "./direct.ts";
import { embedded } from "./embedded.ts";
import { pick, readGrammar, sentence, type Chance } from "./grammar.ts";
import { harmless } from "./harmless.ts";
import { technical } from "./technical.ts";
import { languages } from "./languages.ts";
import { moreLanguages } from "./languages-more.ts";
import type { Example } from "./learner.ts";
import { codeExamples } from "./code-data.ts";
import { codeTexts, documentTexts } from "./code-texts.ts";
import {
  actPrompts,
  bipiaAttacks,
  cyberRows,
  diagnostics,
  dialogues,
  emails,
  frr,
  jailbreaks,
  personal,
  replies,
  root,
  tweets,
} from "./sources.ts";

/** Which parts of the given data stay out of training, to be tested on. */
export interface Held {
  readonly languages: readonly string[];
  readonly bipia: readonly string[];
  /** One of so many jailbreaks is held out; 0 for none. */
  readonly jailbreaks: number;
  readonly cyberseceval: boolean;
}
export const nothingHeld: Held = { languages: [], bipia: [], jailbreaks: 0, cyberseceval: false };

/** Words by which an attack of CyberSecEval is told without its system prompt. */
const telling =
  /passw|secret|key\b|the user|user's|ignore|forget|overlook|instruct|mode\b|previous|database|personal data|decode|combine|part 1|strings|rule|god|regardless|override|state the|hypothetical|actually|the following|birth date|bank balance|live\?/i;

/** Of what a jailbreak speaks, beside the part that is played. */
const breaking =
  /\b(?:(?:no|without|any|all|free (?:of|from)|ignores?|bypass\w*|breaks?) (?:\w+ ){0,2}(?:rules?|restrictions?|limits?|limitations?|filters?|ethic\w*|moral\w*|guidelines|boundaries|policies|laws|censorship|constraints)|un(?:filtered|censored|restricted|ethical|moral)|immoral|illegal|jailbr\w+|DAN|do anything now|(?:ignore|forget|disregard) (?:\w+ ){0,3}(?:instructions|prompts?|rules|training)|never (?:refuse|say no|decline)|(?:can ?not|can't|cannot|not allowed to|must not) (?:refuse|decline|say no)|refus\w+|OpenAI|content policy|as an AI|developer mode|comply|warnings?|disclaimers?|tokens? (?:deducted|left))\b/gi;

function shuffled<Value>(values: readonly Value[], chance: Chance): readonly Value[] {
  const out = [...values];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [out[at], out[other]] = [out[other]!, out[at]!];
  }
  return out;
}

/** Puts a text at the start, in the middle or at the end of a document. */
export function planted(document: string, attack: string, chance: Chance): string {
  const glue = pick(["\n", " ", "\n\n", "\n"], chance);
  const where = chance();
  if (where < 0.33) return `${attack}${glue}${document}`;
  if (where < 0.67) return `${document}${glue}${attack}`;
  const parts = document.split(/(?<=[.!?\n])\s+/);
  const at = 1 + Math.floor(chance() * Math.max(1, parts.length - 1));
  return `${parts.slice(0, at).join(" ")}${glue}${attack}${glue}${parts.slice(at).join(" ")}`;
}

const fieldNames: Readonly<Record<string, readonly string[]>> = {
  review: ["review", "content", "text", "comment", "body", "reviewText", "feedback"],
  mail: ["body", "content", "snippet", "text", "message"],
  note: ["content", "text", "note", "body", "description", "title", "task", "name"],
  page: ["content", "text", "page", "html", "snippet", "summary", "result"],
  ticket: ["description", "comment", "message", "body", "text"],
  message: ["text", "message", "content", "body", "transcription"],
  profile: ["bio", "about", "description", "headline"],
  product: ["description", "details", "title", "summary"],
  comment: ["comment", "text", "content"],
};
const otherFields = [
  '"id": 4821',
  '"rating": 4',
  '"author": "Ben K."',
  '"date": "2024-03-11"',
  '"status": "open"',
  '"from": "ann@mail.com"',
  '"title": "Thoughts"',
  '"likes": 12',
  '"price": 19.99',
  '"verified": true',
  '"subject": "Hello"',
  '"user": "lea_77"',
  '"url": "https://site.com/p/1"',
  '"tags": ["a", "b"]',
  '"created_at": "2023-10-02T08:00:00Z"',
  '"product": "Lamp"',
];

/** A result of a tool with a text in one of its fields. */
export function result(kind: string, text: string, chance: Chance): string {
  const name = pick(fieldNames[kind] ?? fieldNames["note"]!, chance);
  const fields = shuffled(otherFields, chance).slice(0, Math.floor(chance() * 4));
  fields.splice(
    Math.floor(chance() * (fields.length + 1)),
    0,
    `"${name}": ${JSON.stringify(text)}`,
  );
  const shape = chance();
  let json = `{${fields.join(", ")}}`;
  if (shape < 0.2)
    json = `{"${pick(["reviews", "results", "items", "data", "emails", "notes"], chance)}": [${json}]}`;
  else if (shape < 0.3) json = `[${json}]`;
  else if (shape < 0.5) json = json.replaceAll('"', "'");
  else if (shape < 0.6) json = `{\n  ${fields.join(",\n  ")}\n}`;
  else if (shape < 0.65) json = fields.map((field) => field.replaceAll('"', "")).join("\n");
  return json;
}

export function corpus(chance: Chance, held: Held): readonly Example[] {
  const out: Example[] = [];
  const add = (
    ...[head, isAttack, text, weight = 1]: readonly [0 | 1, boolean, string, number?]
  ): void => {
    out.push({ head, isAttack, text, weight });
  };
  const directGrammar = readGrammar(direct);
  const harmlessGrammar = readGrammar(harmless);
  const attackGrammar = readGrammar(dataAttacks);
  const dataGrammar = readGrammar(dataHarmless);
  const overrides = readGrammar(embedded);
  const technicalGrammar = readGrammar(technical);
  const kinds = [
    "mail",
    "review",
    "note",
    "page",
    "ticket",
    "message",
    "profile",
    "product",
    "comment",
    "table",
    "advices",
  ];
  const paragraphs = documentTexts(root);
  const mails = emails();
  const code = codeTexts(root);
  const technicals = ["so", "so", "py", "manual", "news", "newsletter", "faq", "aboutai"];
  const benign = (kind: string): string => sentence(kind, dataGrammar, chance);
  const document = (): string => {
    const dice = chance();
    if (dice < 0.2) return pick(mails, chance);
    if (dice < 0.4) return pick(paragraphs, chance).slice(0, 1500);
    if (dice < 0.6) return pick(code, chance);
    if (dice < 0.75) return sentence(pick(technicals, chance), technicalGrammar, chance);
    if (dice < 0.8) return benign("table");
    return benign("mail");
  };

  // What users say.
  const typed = (text: string): string => {
    const dice = chance();
    if (dice < 0.12) return text.toLowerCase();
    if (dice < 0.15) return text.toUpperCase();
    if (dice < 0.2) return text.replace(/[.!?]$/, "");
    return text;
  };
  for (let count = 0; count < 9_000; count++) {
    const text = sentence("attack", directGrammar, chance);
    add(0, true, typed(text));
    if (count % 3 === 0)
      add(
        1,
        true,
        chance() < 0.5
          ? planted(document(), text, chance)
          : result(pick(kinds, chance), text, chance),
      );
  }
  for (let count = 0; count < 16_000; count++)
    add(0, false, typed(sentence("request", harmlessGrammar, chance)));
  for (const [language, source] of [
    ...Object.entries(languages),
    ...Object.entries(moreLanguages),
  ]) {
    if (held.languages.includes(language)) continue;
    const grammar = readGrammar(source);
    for (let count = 0; count < 360; count++) {
      const text = sentence("a", grammar, chance);
      add(0, true, text);
      if (count % 4 === 0) add(1, true, planted(document(), text, chance));
      add(0, false, sentence("b", grammar, chance));
    }
  }
  for (const text of actPrompts()) add(0, false, text);
  for (const text of frr()) add(0, false, text);
  for (const text of dialogues()) add(0, false, text, 0.6);
  for (const text of shuffled(diagnostics(), chance).slice(0, 5_000)) {
    add(0, false, text, 0.5);
    if (chance() < 0.4) add(1, false, text, 0.5);
  }
  for (const [index, text] of jailbreaks().entries())
    // Many are parts to play that break no rule: to learn from them would accuse every story.
    if ((text.match(breaking)?.length ?? 0) < 2) continue;
    else if (held.jailbreaks === 0 || index % held.jailbreaks !== 0) {
      add(0, true, text);
      if (index % 2 === 1) add(1, true, text.slice(0, 1500));
    }
  if (!held.cyberseceval)
    for (const { user_input: text, injection_type: type } of cyberRows()) {
      // Without the prompt that they go against, some of them are ordinary questions.
      if (!telling.test(text)) continue;
      for (let count = 0; count < 3; count++) add(0, true, text);
      if (type === "indirect") add(1, true, text, 2);
    }

  // What is data.
  for (let count = 0; count < 10_000; count++) {
    const text = sentence("order", attackGrammar, chance);
    add(1, true, chance() < 0.75 ? planted(document(), text, chance) : text);
    if (!text.includes("?")) continue;
  }
  for (const [name, attacks] of Object.entries(bipiaAttacks())) {
    if (held.bipia.includes(name)) continue;
    for (const attack of attacks)
      for (let count = 0; count < 12; count++) add(1, true, planted(document(), attack, chance));
  }
  const question = (): string =>
    sentence(pick(["so", "so", "so", "py", "manual"], chance), technicalGrammar, chance);
  const order = (): string =>
    chance() < 0.9
      ? sentence("order", attackGrammar, chance)
      : sentence("embedded", overrides, chance);
  out.push(...codeExamples({ code, documents: paragraphs, question, order }, chance));
  for (let count = 0; count < 15_000; count++) {
    const text = sentence("act", attackGrammar, chance);
    const kind = pick(kinds, chance);
    const dice = chance();
    if (dice < 0.6) add(1, true, result(kind, text, chance));
    else if (dice < 0.75) add(1, true, text);
    else add(1, true, result(kind, `${benign(kind)} ${text}`, chance));
  }
  for (let count = 0; count < 38_000; count++) {
    const kind = pick(kinds, chance);
    const text = benign(kind);
    if (kind === "table" || chance() < 0.3) add(1, false, text);
    // What was decoded is read without what stood around it.
    else if (chance() < 0.15) add(1, false, pick(text.split(/(?<=[.!?])\s+/), chance));
    else if (chance() < 0.5) {
      const second = benign(kind);
      add(1, false, `[${result(kind, text, chance)}, ${result(kind, second, chance)}]`);
    } else add(1, false, result(kind, text, chance));
  }
  for (let count = 0; count < 12_000; count++)
    add(1, false, sentence(pick(technicals, chance), technicalGrammar, chance));
  for (const text of mails) for (let count = 0; count < 12; count++) add(1, false, text);
  for (const text of paragraphs) add(1, false, text);
  for (const text of code) add(1, false, text);
  for (const text of replies()) add(1, false, text);
  for (const text of personal()) {
    add(1, false, text);
    add(0, false, text, 0.3);
  }
  for (const text of shuffled(tweets(), chance).slice(0, 6_000)) {
    add(1, false, text, 0.7);
    add(0, false, text, 0.3);
  }
  // Requests to an assistant are orders where they stand in data.
  for (const text of shuffled([...frr(), ...actPrompts()], chance).slice(0, 900)) {
    const short = text
      .split(/(?<=[.!?])\s/)
      .slice(0, 2)
      .join(" ")
      .slice(0, 400);
    add(1, true, chance() < 0.8 ? planted(document(), short, chance) : short, 0.7);
  }
  // A user who shows a document, with an order in it or without.
  const frames = [
    "Summarize this {0}: {1}",
    "{1}\n\nSummarize the {0} above.",
    "What is this {0} about? '{1}'",
    "Translate the {0} into German:\n{1}",
    "Answer my question about the {0}.\n<{0}>{1}</{0}>\nWhat is the main point?",
    "What is the output of this code: <code>{1}</code>",
    'Please write a reply to this {0}: "{1}"',
    "Here is a {0}:\n```\n{1}\n```\nExplain it.",
    "List the names in the {0}: {1}",
    "What are the main conclusions of this {0}: '{1}'",
  ];
  for (let count = 0; count < 5_000; count++) {
    const isAttack = count % 2 === 0;
    const host = document().slice(0, 900);
    const order =
      chance() < 0.7
        ? sentence("embedded", overrides, chance)
        : sentence("answer-order", attackGrammar, chance);
    const body = isAttack
      ? planted(
          host,
          chance() < 0.3 ? `<!-- ${order} -->` : chance() < 0.2 ? `# ${order}` : order,
          chance,
        )
      : host;
    const name = pick(
      [
        "email",
        "page",
        "webpage",
        "article",
        "table",
        "paper",
        "document",
        "review",
        "text",
        "resume",
        "post",
      ],
      chance,
    );
    const text = pick(frames, chance)
      .replaceAll("{0}", () => name)
      .replace("{1}", () => body);
    add(0, isAttack, text);
    if (isAttack && chance() < 0.3) add(1, true, body);
  }
  for (const text of shuffled(dialogues(), chance).slice(0, 400)) add(1, false, `"${text}"`, 0.2);
  return out;
}
