// The detector of secrets and nothing else, over every file below a folder: what is measured beside
// another scanner of secrets. Prints bytes, findings, and milliseconds of CPU time for the search.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findSecrets } from "../../src/detect/secrets/index.ts";

const [folder = ".", passes = "1"] = process.argv.slice(2);
const texts: string[] = [];
let bytes = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  const file = join(folder, path);
  if (!statSync(file).isFile()) continue;
  const read = readFileSync(file);
  bytes += read.length;
  texts.push(read.toString("latin1"));
}

let found = 0;
let searchedMs = Infinity;
const kinds: Record<string, number> = {};
// The first pass compiles; the fastest says what a long scan costs.
for (let pass = 0; pass < Number(passes); pass++) {
  const begin = process.cpuUsage();
  for (const text of texts) {
    for (const { kind } of findSecrets(text)) {
      if (pass > 0) continue;
      found++;
      kinds[kind.id] = (kinds[kind.id] ?? 0) + 1;
    }
  }
  const { user, system } = process.cpuUsage(begin);
  searchedMs = Math.min(searchedMs, (user + system) / 1000);
}
console.log(JSON.stringify({ bytes, found, searchedMs, kinds }));
