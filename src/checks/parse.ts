import { indexLines, type AssetKind, type LineIndex, type Problem, type Span } from "../core/index.ts";
import { viewPython } from "../formats/python/view.ts";
import type { Views } from "./define.ts";

/** A file with every view that checks have of it. */
export interface Parsed {
  readonly views: Partial<Views>;
  readonly problems: readonly Problem[];
  /** Comments that begin with `#`, where suppressions are written. */
  readonly comments: readonly Span[];
  readonly lines: LineIndex;
}

type Parse = (input: { path: string; text: string }) => Parsed;

const parsers: Partial<Record<AssetKind, Parse>> = {
  python: (input) => {
    const python = viewPython(input);
    const { problems, comments, lines } = python;
    return { views: { python }, problems, comments, lines };
  },
};

/** The kinds of file that some check can read. */
export const kindsWithViews: ReadonlySet<AssetKind> = new Set(Object.keys(parsers) as AssetKind[]);

/** Parses a text once into the views that checks read. Total: it never throws. */
export function parseAsset(input: { kind: AssetKind; path: string; text: string }): Parsed {
  const { kind, path, text } = input;
  const parse = parsers[kind];
  if (parse === undefined) return { views: {}, problems: [], comments: [], lines: indexLines(text) };
  return parse({ path, text });
}
