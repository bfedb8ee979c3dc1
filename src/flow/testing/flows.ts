import { viewJavaScript } from "../../formats/javascript/view.ts";
import { viewPython } from "../../formats/python/view.ts";
import { interpret, type Interpretation } from "../interpret.ts";
import { link, type Linked } from "../link.ts";
import { modelsFor, noModels, type UserModels } from "../models.ts";

/** Files of a project by their paths. */
export type Files = Readonly<Record<string, string>>;

/** True for a name whose first part is a folder or a file of the project, or that is relative. */
function oursOf(paths: readonly string[]): (name: string) => boolean {
  const known = new Set(paths.flatMap((path) => path.replace(/\.\w+$/, "").split("/")));
  return (name) => /^(?:\.|@\/|~\/)/.test(name) || known.has(name.split(".", 1)[0]!);
}

/** What each file says by itself. */
export function interpretFiles(files: Files, user: UserModels = noModels): Interpretation[] {
  const isOurs = oursOf(Object.keys(files));
  return Object.entries(files).map(([path, text]) => {
    const language = /\.[cm]?[jt]sx?$/.test(path) ? "javascript" : "python";
    const view =
      language === "python" ? viewPython({ path, text }) : viewJavaScript({ path, text });
    return interpret(view, { language, models: modelsFor(language, user), isOurs });
  });
}

/** The flows of a project as the linker gives them. */
export function linkFiles(files: Files, user: UserModels = noModels): Linked {
  return link(interpretFiles(files, user).map(({ summary }) => summary));
}

/** The flows of a project, each as `model-output → shell at run.py:4`. */
export function flowsIn(files: Files, user: UserModels = noModels): readonly string[] {
  const texts = Object.entries(files);
  return linkFiles(files, user)
    .flows.map(({ source, sink }) => {
      const [path, text] = texts[sink.file]!;
      const line = text.slice(0, sink.start).split("\n").length;
      return `${source.kind} → ${sink.kind} at ${path}:${line}`;
    })
    .sort();
}
