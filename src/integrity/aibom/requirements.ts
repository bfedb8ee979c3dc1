// The packages that a model needs, from where Python projects say so.
import { isRequirementsFile, parseRequirements } from "../../formats/requirements/parse.ts";
import type { Contribution, Dependency } from "./bill.ts";
import type { Folder } from "./folder.ts";
import { nameOfFile } from "./clean.ts";
import { conda, fromGit, pypi, requirement } from "./packages.ts";
import { at, listOf, pairsOf, textOf, textsOf, treeIn } from "./tree.ts";

const longestFile = 1_000_000;
const maxPackages = 2000;

function fromPip(folder: Folder, name: string): readonly Dependency[] {
  const text = folder.text(name, longestFile);
  if (text === undefined) return [];
  const words = parseRequirements(text).commands.flatMap(({ args }) => {
    const isEditable = args[1]?.text === "-e" || args[1]?.text === "--editable";
    return args[isEditable ? 2 : 1]?.text ?? [];
  });
  return words
    .filter((word) => !word.startsWith("-"))
    .flatMap((word) => requirement(word, nameOfFile(name)) ?? []);
}

function fromConda(folder: Folder, name: string): readonly Dependency[] {
  const tree = treeIn(folder, name, "yaml");
  const source = nameOfFile(name);
  return listOf(at(tree, "dependencies")).flatMap((item) => {
    const spec = textOf(item);
    if (spec !== undefined) return conda(spec, source) ?? [];
    return textsOf(at(item, "pip")).flatMap((each) => requirement(each, source) ?? []);
  });
}

/** Tables of Poetry write `^1.2`, or a table with `version`. */
function fromPyproject(folder: Folder, name: string): readonly Dependency[] {
  const tree = treeIn(folder, name, "toml");
  const source = nameOfFile(name);
  const poetry = pairsOf(at(tree, "tool", "poetry", "dependencies")).filter(
    ({ key }) => key !== "python",
  );
  return [
    ...textsOf(at(tree, "project", "dependencies")).flatMap(
      (each) => requirement(each, source) ?? [],
    ),
    ...poetry.flatMap(({ key, value }) => {
      const git = textOf(at(value, "git"));
      if (git !== undefined) {
        const revision = ["rev", "tag", "branch"].flatMap((each) => textOf(at(value, each)) ?? []);
        return (
          fromGit(`git+${[git, ...revision.slice(0, 1)].join("@")}`, { name: key, source }) ?? []
        );
      }
      const said = textOf(value) ?? textOf(at(value, "version"));
      const constraint = said === "*" ? undefined : said;
      return (
        pypi(key, {
          source,
          // A bare version of Poetry is that version.
          constraint:
            constraint !== undefined && /^\d/.test(constraint) ? `==${constraint}` : constraint,
        }) ?? []
      );
    }),
  ];
}

/** Reads the packages that lie at the top of a model's folder. */
export function readRequirements(folder: Folder): Contribution | undefined {
  const top = folder.names.filter((name) => !name.includes("/"));
  const found = top.flatMap((name) => {
    if (isRequirementsFile(name)) return fromPip(folder, name);
    if (/^(?:conda|environment)\.ya?ml$/i.test(name)) return fromConda(folder, name);
    return name === "pyproject.toml" ? fromPyproject(folder, name) : [];
  });
  if (found.length === 0) return undefined;
  if (found.length > maxPackages) folder.warn(`more than ${maxPackages} packages are asked for`);
  return { dependencies: found.slice(0, maxPackages) };
}
