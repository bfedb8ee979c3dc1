import type { FileSummary } from "./summary.ts";

/** Finds the file that a name is imported from. */
export interface Modules {
  /** The file, and what is left of the name within it; the closest one where several would fit. */
  readonly find: (
    from: number,
    name: string,
  ) => { readonly file: number; readonly rest: readonly string[] } | null;
}

const scriptSuffix = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;

/** `src/credit/store.py` is `credit.store` to who has `src` on the path; a package is its `__init__`. */
export function openModules(files: readonly FileSummary[]): Modules {
  const python = new Map<string, number[]>();
  const scripts = new Map<string, number>();
  for (const [index, { path, language }] of files.entries()) {
    if (language === "javascript") {
      scripts.set(path.replace(scriptSuffix, ""), index);
      continue;
    }
    const parts = path.replace(/\.pyi?$|\.pyw$|\.ipynb$/, "").split("/");
    if (parts.at(-1) === "__init__") parts.pop();
    for (let at = 0; at < parts.length; at++) {
      const name = parts.slice(at).join(".");
      const list = python.get(name);
      if (list === undefined) python.set(name, [index]);
      else if (list.length < 50) list.push(index);
    }
  }

  function closest(from: number, among: readonly number[]): number {
    const here = files[from]!.path;
    let best = among[0]!;
    let most = -1;
    for (const one of among) {
      const { path } = files[one]!;
      let common = 0;
      while (common < path.length && path[common] === here[common]) common++;
      if (common > most) [best, most] = [one, common];
    }
    return best;
  }

  function pythonModule(from: number, name: string): ReturnType<Modules["find"]> {
    const dots = /^\.*/.exec(name)![0].length;
    const parts = name
      .slice(dots)
      .split(".")
      .filter((part) => part !== "");
    const folder = files[from]!.path.split("/").slice(0, -1);
    const base = dots === 0 ? [] : folder.slice(0, folder.length - dots + 1);
    for (let taken = parts.length; taken >= 0; taken--) {
      const key = [...base, ...parts.slice(0, taken)].join(".");
      if (key === "") continue;
      const among = python.get(key);
      if (among === undefined) continue;
      const exact =
        dots === 0
          ? among
          : among.filter((one) => isAt(files[one]!.path, [...base, ...parts.slice(0, taken)]));
      const others = exact.filter((one) => one !== from);
      if (others.length > 0) return { file: closest(from, others), rest: parts.slice(taken) };
    }
    return null;
  }

  function scriptModule(from: number, name: string): ReturnType<Modules["find"]> {
    if (!name.startsWith(".") && !name.startsWith("@/") && !name.startsWith("~/")) return null;
    const folder = files[from]!.path.split("/").slice(0, -1);
    const segments = name.split("/");
    const last = segments.pop() ?? "";
    const base = name.startsWith(".") ? [...folder] : ["src"];
    for (const segment of name.startsWith(".") ? segments : segments.slice(1)) {
      if (segment === "..") base.pop();
      else if (segment !== ".") base.push(segment);
    }
    // Suffixes are gone from the names of modules, and other dots are escaped (`moduleName`).
    const [stem = "", ...rest] = last.split(".");
    const path = [...base, stem.replaceAll("%2e", ".")].join("/");
    const file = scripts.get(path) ?? scripts.get(`${path}/index`);
    return file === undefined || file === from ? null : { file, rest };
  }

  /** Every file of a folder finds the same: they share what is known. */
  const folders = new Map<string, Map<string, ReturnType<Modules["find"]>>>();
  const knownTo = files.map(({ path, language }) => {
    const folder = `${language}:${path.slice(0, path.lastIndexOf("/") + 1)}`;
    let known = folders.get(folder);
    if (known === undefined) folders.set(folder, (known = new Map()));
    return known;
  });

  return {
    find(from, name) {
      const known = knownTo[from]!;
      let found = known.get(name);
      if (found === undefined) {
        const isScript = files[from]!.language === "javascript";
        found = isScript ? scriptModule(from, name) : pythonModule(from, name);
        known.set(name, found);
      }
      return found;
    },
  };
}

function isAt(path: string, parts: readonly string[]): boolean {
  const stem = parts.join("/");
  return path === `${stem}.py` || path === `${stem}/__init__.py` || path === `${stem}.pyi`;
}
