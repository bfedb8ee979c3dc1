import { viewTree, type PythonView } from "../python/view.ts";
import type { Dialect } from "./babel.ts";
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
  // Declarations have nothing that runs.
  const code = /\.d\.[cm]?ts$/i.test(path) ? "" : text;
  return viewTree({ path, text, ...parseJavaScript(code, dialectOf(path)) });
}
