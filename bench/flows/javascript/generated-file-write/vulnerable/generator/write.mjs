import { writeFile } from "node:fs/promises";
import path from "node:path";
import { files } from "./model.mjs";

const out = path.resolve("out");

export async function generate(description) {
  for (const [name, content] of Object.entries(await files(description))) {
    const target = path.join(out, name);
    await writeFile(target, content); // sink
  }
}
