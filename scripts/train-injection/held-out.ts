import type { Held } from "./corpus.ts";

/** What stays out of training when the detector is to be tested on categories and languages that it has not seen. */
export const heldOut: Held = {
  languages: [
    "it",
    "ru",
    "ko",
    "hi",
    "vi",
    "id",
    "pl",
    "nl",
    "uk",
    "th",
    "fa",
    "ur",
    "bn",
    "tl",
    "kk",
    "sw",
    "he",
  ],
  bipia: [
    "Information Retrieval",
    "Content Creation",
    "Misspelling Intentionally",
    "Space Removal & Grouping",
    "Persuasion",
    "Clickbait",
    "Cookie Theft",
    "Dumpster Diving",
    "Network Propagation",
    "Cryptocurrency Mining",
  ],
  jailbreaks: 3,
  cyberseceval: true,
};
