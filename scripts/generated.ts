// What every generator has in common: it says which files there must be, and one place writes them
// or says that they are out of date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Folder of the repository. */
export const repository = join(import.meta.dirname, "..");

/** A file that is made from others. */
export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a generator is answerable for. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** Folders in which nothing else may lie; what no longer has a source is removed from them. */
  readonly owns?: readonly string[];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(repository.length + 1))
      .map((path) => path.replaceAll("\\", "/"));
  } catch {
    return [];
  }
}

/** The paths that are not as they should be, sorted. */
export function stale({ files, owns = [] }: Generated): readonly string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return [
    ...files.filter(({ path, text }) => textOf(join(repository, path)) !== text),
    ...owns
      .flatMap(filesBelow)
      .filter((path) => !wanted.has(path))
      .map((path) => ({ path })),
  ]
    .map(({ path }) => path)
    .sort();
}

/** Makes them as they should be; gives the paths that were not. */
export function write(generated: Generated): readonly string[] {
  const paths = stale(generated);
  const texts = new Map(generated.files.map(({ path, text }) => [path, text]));
  for (const path of paths) {
    const file = join(repository, path);
    const text = texts.get(path);
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return paths;
}

/** True where the module is the program that was started, not imported by one. */
export function isProgram(url: string): boolean {
  return process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href;
}

/** A generator as a program of its own: writes, or with `--check` fails where it would. */
export function settle(generated: Generated): void {
  const check = process.argv.includes("--check");
  for (const path of check ? stale(generated) : write(generated)) {
    console.log(check ? `${path} is out of date` : path);
    if (check) process.exitCode = 1;
  }
}
