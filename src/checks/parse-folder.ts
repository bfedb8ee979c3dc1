import { viewFolder, type FolderFacts } from "../load/folder/view.ts";
import type { Parsed } from "./parse.ts";

/** Makes the view of a model's folder from what is known of its files. Total. */
export function parseFolder(facts: FolderFacts): Parsed {
  const { view, locationAt } = viewFolder(facts);
  const { text, lines } = view;
  return {
    views: { folder: view },
    problems: [],
    comments: [],
    lines,
    text,
    locate: (where) => locationAt(where) ?? {},
    // A line speaks for itself: the lines around it are about other files.
    area: ({ start }) => lineOf(text, start),
  };
}

function lineOf(text: string, at: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf("\n", at);
  return { start: text.lastIndexOf("\n", at - 1) + 1, end: end < 0 ? text.length : end };
}
