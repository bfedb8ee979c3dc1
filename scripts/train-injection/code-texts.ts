import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Pieces of source code, with their comments: of dependencies. */
export function codeTexts(root: string): readonly string[] {
  const out: string[] = [];
  const walk = (folder: string, depth: number): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        if (depth < 4 && name !== "injection" && name !== "train-injection") walk(path, depth + 1);
      } else if (/\.(?:[cm]?[jt]s|py|sh|md)$/.test(name) && !name.includes(".generated.") && !name.includes(".min.")) {
        const text = readFileSync(path, "utf8");
        if (text.length > 60_000) continue;
        for (let at = 0; at < Math.min(text.length, 6_000); at += 1_200) out.push(text.slice(at, at + 1_200));
      }
    }
  };
  for (const name of ["hono", "undici", "openai", "express", "fastify", "yaml", "zod"]) walk(join(root, "node_modules", name), 2);
  return out.filter((_, index) => index % 4 === 0);
}
