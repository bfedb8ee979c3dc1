import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files of a folder that end in a way, in order; not deeper than so many folders. */
function filesOf(folder: string, ending: RegExp, depth: number): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (name.startsWith(".") || name.includes(".min.") || name === "node_modules") return [];
      if (statSync(path).isDirectory()) return depth > 0 ? filesOf(path, ending, depth - 1) : [];
      return ending.test(name) ? [path] : [];
    });
}

function chunks(paths: readonly string[], size: number, most: number): readonly string[] {
  const out: string[] = [];
  for (const path of paths) {
    if (statSync(path).size > 400_000) continue;
    const text = readFileSync(path, "utf8");
    for (let at = 0; at < Math.min(text.length, size * most); at += size)
      out.push(text.slice(at, at + size));
  }
  return out;
}

/** Every so-and-so-many-th of a list, so that no more than `most` are left. */
function thinned(texts: readonly string[], most: number): readonly string[] {
  const stride = Math.max(1, texts.length / most);
  return Array.from(
    { length: Math.min(most, texts.length) },
    (_, index) => texts[Math.floor(index * stride)]!,
  );
}

/** Pieces of the source code of dependencies, with its comments. */
export function codeTexts(root: string): readonly string[] {
  const modules = join(root, "node_modules");
  const packages = [
    "hono",
    "undici",
    "openai",
    "express",
    "fastify",
    "yaml",
    "zod",
    "@anthropic-ai/sdk",
    "@google/genai",
    "@redis/client",
    "ajv",
    "fast-check",
    "knip",
    "vite",
    "vitest",
    "rolldown",
    "dependency-cruiser",
    "ollama",
    "@babel/parser",
    "semver",
    "qs",
    "ws",
    "tapable",
  ];
  const code = packages.flatMap((name) =>
    thinned(chunks(filesOf(join(modules, name), /\.[cm]?[jt]s$/, 4), 900, 6), 400),
  );
  return [
    ...thinned(code, 4_000),
    ...thinned(chunks(filesOf(join(modules, "@types"), /\.d\.ts$/, 3), 800, 60), 2_500),
  ];
}

/** Pieces of the documentation of dependencies. */
export function documentTexts(root: string): readonly string[] {
  return thinned(
    chunks(filesOf(join(root, "node_modules"), /\.(?:md|markdown|rst)$/i, 5), 900, 30),
    6_000,
  );
}
