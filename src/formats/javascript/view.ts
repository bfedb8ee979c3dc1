import { viewTree, type PythonView } from "../python/view.ts";
import type { Dialect } from "./babel.ts";
import { scriptsOf } from "./embedded.ts";
import { parseJavaScript } from "./parse.ts";

/** A parsed JavaScript or TypeScript file: the same questions can be asked as of a Python file. */
export type JavaScriptView = PythonView;

/** What a suffix says about the dialect; `.ts` alone has no JSX, in which `<T>x` is a cast. */
function dialectOf(path: string): Dialect {
  const suffix = /\.([cm]?[jt]sx?|vue|svelte)$/i.exec(path)?.[1]?.toLowerCase() ?? "js";
  return { isTyped: /ts|vue|svelte/.test(suffix), hasMarkup: suffix.endsWith("x") };
}

/** Parses a text and prepares what checks ask of it. Total. */
export function viewJavaScript(input: { path: string; text: string }): JavaScriptView {
  const { path, text } = input;
  return viewTree({ path, text, ...parseJavaScript(codeOf(path, text), dialectOf(path)) });
}

/** The part of a file that runs. */
function codeOf(path: string, text: string): string {
  if (/\.(?:vue|svelte)$/i.test(path)) return scriptsOf(text);
  // Declarations have nothing that runs.
  return /\.d\.[cm]?ts$/i.test(path) ? text.replace(/[^\n\r]/g, " ") : text;
}
