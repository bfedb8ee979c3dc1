import { writeFile } from "node:fs/promises";
import path from "node:path";
import { files } from "./model.mjs";

const out = path.resolve("out");

export async function generate(description) {
  for (const [name, content] of Object.entries(await files(description))) {
    const target = path.resolve(out, name);
    if (!target.startsWith(out + path.sep)) throw new Error("outside of the folder");
    await writeFile(target, content);
  }
}
