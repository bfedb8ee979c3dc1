import type { AssetKind } from "../core/index.ts";

const suffixes: Partial<Record<AssetKind, string>> = {
  python: "py pyi pyw py3",
  notebook: "ipynb",
  shell: "sh bash zsh ksh envrc",
  dockerfile: "dockerfile containerfile",
  yaml: "yaml yml",
  toml: "toml",
  ini: "ini cfg properties service",
  dotenv: "env flaskenv",
  json: "json webmanifest",
  javascript: "js mjs cjs jsx vue svelte",
  typescript: "ts mts cts tsx",
  terraform: "tf tfvars hcl",
  markdown: "md markdown mdx",
  text: "txt rst log csv tsv jsonl ndjson",
};

const names: Partial<Record<AssetKind, string>> = {
  dockerfile: "dockerfile containerfile",
  toml: "pipfile poetry.lock uv.lock cargo.lock",
  shell: ".bashrc .bash_profile .profile .zshrc",
  ini: ".pypirc .coveragerc .flake8 .pylintrc",
  python: "sconstruct sconscript",
  // Of MLflow.
  yaml: "mlmodel",
};

function invert(lists: Partial<Record<AssetKind, string>>): ReadonlyMap<string, AssetKind> {
  const kinds = Object.keys(lists) as AssetKind[];
  return new Map(
    kinds.flatMap((kind) => (lists[kind] ?? "").split(" ").map((word) => [word, kind])),
  );
}

const bySuffix = invert(suffixes);
const byName = invert(names);

/** Kind that a file name claims; `name` is in lower case and without its folder. */
export function kindByName(name: string): AssetKind | undefined {
  const known = byName.get(name);
  if (known !== undefined) return known;
  if (name.startsWith(".env.") || name === ".env") return "dotenv";
  const dot = name.lastIndexOf(".");
  const suffix = dot < 0 ? undefined : bySuffix.get(name.slice(dot + 1));
  if (suffix !== undefined) return suffix;
  return /^(?:dockerfile|containerfile)[.-]/.test(name) ? "dockerfile" : undefined;
}

/**
 * True for files whose names say that they are Terraform. They are inspected once, when it is known what
 * all of them come to, while others are looked into first for whether they tell of infrastructure.
 */
export function isTerraformByName({ path }: { readonly path: string }): boolean {
  return /\.(?:tf|tfvars)$/.test(path);
}

const interpreters: readonly (readonly [RegExp, AssetKind])[] = [
  [/^(?:python|pypy|ipython)[\d.]*$/, "python"],
  [/^(?:sh|bash|dash|zsh|ksh|ash)$/, "shell"],
  [/^(?:node|nodejs|deno|bun)$/, "javascript"],
];

/** Kind of the interpreter that a `#!` line names. */
export function kindByShebang(line: string): AssetKind | undefined {
  const words = /^#!\s*(.*)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
  let program = words.shift()?.split("/").pop();
  if (program === "env") {
    // Options and assignments of `env` stand before the program (`-S`, `-i`, `NAME=value`).
    program = words
      .find((word) => !word.startsWith("-") && !word.includes("="))
      ?.split("/")
      .pop();
  }
  // `uv run --script` and its like hand the file to Python.
  if (program === "uv" || program === "uvx" || program === "pipx") return "python";
  return interpreters.find(([pattern]) => pattern.test(program ?? ""))?.[1];
}
