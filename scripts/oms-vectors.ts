// Writes signed models that a verifier of OpenSSF Model Signing has to take or to refuse:
//
//   node scripts/oms-vectors.ts FOLDER
//
// Every signature is right for the bytes that it covers, so that what is refused is refused for what
// it says. `vectors.json` says what is expected of each; docs/oms-vectors.md has the format.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeVectors } from "../src/integrity/testing/vectors.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder that is to be written");

function write(name: string, bytes: string | Buffer): void {
  const file = join(folder!, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

const index = makeVectors().map(
  ({ name, about, expect, variant, files, single, bundle, key, roots }) => {
    for (const [file, bytes] of Object.entries(files)) write(`${name}/model/${file}`, bytes);
    write(`${name}/model.sig`, bundle);
    const trust = key === undefined ? "roots.pem" : "key.pem";
    write(`${name}/${trust}`, key ?? roots ?? "");
    return {
      name,
      about,
      expect,
      ...(variant === undefined ? {} : { variant }),
      model: single === undefined ? `${name}/model` : `${name}/model/${single}`,
      signature: `${name}/model.sig`,
      [key === undefined ? "certificateChain" : "key"]: `${name}/${trust}`,
    };
  },
);
write("vectors.json", `${JSON.stringify({ version: 1, vectors: index }, undefined, 2)}\n`);
process.stdout.write(`${index.length} vectors in ${folder}\n`);
