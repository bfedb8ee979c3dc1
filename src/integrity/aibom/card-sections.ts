import type { Considerations } from "./bill.ts";
import { proseOf } from "./clean.ts";

/** What the titles of a model card's sections are about. */
const topics: readonly (readonly [keyof Considerations | "description", RegExp])[] = [
  [
    "description",
    /^(?:model (?:description|summary|overview|details)|description|overview|introduction)$/,
  ],
  ["users", /^(?:intended users?|primary intended users)$/],
  [
    "useCases",
    /^(?:intended uses?(?: (?:and|&) limitations)?|(?:direct|downstream|primary intended) uses?|uses?|use cases?|intended applications?)$/,
  ],
  [
    "limitations",
    /^(?:(?:known |technical )?limitations?(?: and biases| and bias)?|bias, risks,? and limitations|out[- ]of[- ]scope uses?|risks(?: and limitations)?|caveats(?: and recommendations)?)$/,
  ],
  [
    "ethics",
    /^(?:ethical considerations?(?: and limitations)?|bias(?:es)?|ethics|fairness|responsible ai.*|safety)$/,
  ],
  [
    "training",
    /^(?:training(?: data| procedure| details| and evaluation data)?|training dataset)$/,
  ],
];

const maxSections = 200;
const longestSection = 1200;

/** What the templates of the Hub say where nobody has written anything; it says nothing of a model. */
const ofTemplate =
  /This is the model card of an? .{0,80}? model that has been pushed on the Hub\.|This model ?card (?:has been automatically generated|aims to be a base template for new models)\.?|It has been generated using this raw template\.?|This model ?card (?:has been generated|was created) using this raw template\.?|Users \(both direct and downstream\) should be made aware of the risks, biases and limitations of the model\.(?: More information needed for further recommendations\.)?|Use the code below to get started with the model\.|\[?more information needed\]?/gi;

/** Prose without what is only there for a page. */
function plain(markdown: string): string | undefined {
  const text = markdown
    .slice(0, 20_000)
    .replace(/<!--[^]{0,5000}?-->/g, "")
    .replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)/g, "")
    .replace(/\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)/g, "$1")
    .replace(/<[^<>\n]{1,500}>/g, "")
    .replace(/^[ \t]*(?:```|\|).*$/gm, "")
    .replace(/[*_]{2,3}|`/g, "")
    .replace(/\{\{[^{}\n]{0,300}\}\}/g, "")
    .replace(ofTemplate, "")
    // A point of a list that names something, and does not say it.
    .replace(/^[ \t]*[-*+][ \t]+[^:\n]{1,80}:[ \t]*$/gm, "");
  return proseOf(text, longestSection);
}

/** The body of a model card as sections with their titles, fences left whole. */
function sectionsOf(body: string): readonly { readonly title: string; readonly text: string }[] {
  const sections: { title: string; text: string }[] = [];
  let lines: string[] = [];
  let title = "";
  let isFenced = false;
  const close = (): void => {
    sections.push({ title, text: lines.join("\n") });
    lines = [];
  };
  for (const line of body.split("\n")) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) isFenced = !isFenced;
    const heading = isFenced ? null : /^#{1,6}[ \t]+(\S.{0,200})$/.exec(line.trimEnd());
    if (heading === null) {
      if (!isFenced) lines.push(line);
      continue;
    }
    close();
    if (sections.length > maxSections) return sections;
    title = heading[1]!
      .replace(/[#*_`:]+/g, "")
      .replace(/\s+/g, " ")
      .replace(/^[^\p{L}]+/u, "")
      .trim()
      .toLowerCase();
  }
  close();
  return sections;
}

/** What the text of a model card says, by the titles of its sections. */
export function readSections(body: string): {
  readonly description: string | undefined;
  readonly considerations: Considerations;
} {
  const found: Partial<Record<keyof Considerations, string[]>> = {};
  let description: string | undefined;
  let lead: string | undefined;
  for (const { title, text } of sectionsOf(body)) {
    const topic = topics.find(([, pattern]) => pattern.test(title))?.[0];
    const prose = plain(text);
    if (prose === undefined) continue;
    if (topic === "description") description ??= prose;
    else if (topic !== undefined) (found[topic] ??= []).push(prose);
    // Where no section describes the model, what comes first does; not what lists the others.
    else if (!/^(?:table of )?contents$/.test(title)) lead ??= prose;
  }
  return { description: description ?? lead, considerations: found };
}
