import type { ReadWord, Word } from "../load/folder/word.ts";
import { locationOf, type Source } from "./findings.ts";

/** What a file says of its folder, with the places where it says it as reports name them. */
export function placed(word: ReadWord, source: Source): Word {
  const mentions = word.mentions.map(({ at, ...mention }) => {
    if (at === undefined) return mention;
    const { line, column, endLine, endColumn } = locationOf(source, at);
    return { ...mention, at: { line, column, endLine, endColumn } };
  });
  return { ...word, mentions };
}
