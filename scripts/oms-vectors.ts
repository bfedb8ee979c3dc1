// Writes signed models that a verifier of OpenSSF Model Signing has to take or to refuse:
//
//   node scripts/oms-vectors.ts FOLDER [--check]
//
// Every signature is right for the bytes that it covers, so that what is refused is refused for what
// it says. `vectors.json` says what is expected of each; docs/oms-vectors.md has the format. With
// --check they are read again, from these files alone, and Pavise has to answer as expected to each.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { PaviseError } from "../src/core/index.ts";
import { makeVectors } from "../src/integrity/testing/vectors.ts";
import { readCertificates } from "../src/integrity/trust/certificates.ts";
import { readPublicKey } from "../src/integrity/trust/keys.ts";
import type { Trust } from "../src/integrity/trust/reading.ts";
import { verifyModel } from "../src/integrity/verify.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("name the folder that is to be written");

/** A vector, as whoever uses them reads it. */
interface Entry {
  readonly name: string;
  readonly expect: "valid" | "invalid";
  readonly variant?: string;
  readonly model: string;
  readonly signature: string;
  readonly key?: string;
  readonly certificateChain?: string;
}

function write(name: string, bytes: string | Buffer): void {
  const file = join(folder!, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** What Pavise makes of a vector: its outcome and its departures, in a line. */
async function answerTo({ model, signature, key, certificateChain = "" }: Entry): Promise<string> {
  const at = (name: string): string => join(folder!, name);
  try {
    const trust: Trust =
      key === undefined
        ? { kind: "certificate", roots: readCertificates(at(certificateChain)), timestampRoots: [] }
        : { kind: "key", key: readPublicKey(at(key)), name: key };
    const found = await verifyModel(at(model), at(signature), { trust: [trust] });
    return [found.outcome, ...found.variants].join(" ");
  } catch (error) {
    // A key that is none for models is refused before the signature is read.
    if (error instanceof PaviseError && error.code === "key-invalid") return "invalid";
    throw error;
  }
}

/** True where the answer is the expected one; no byte of these models is another than was signed. */
function isExpected({ expect, variant }: Entry, answer: string): boolean {
  const [outcome = "", ...variants] = answer.split(" ");
  if (expect === "invalid") return ["invalid", "untrusted-signer", "expired"].includes(outcome);
  return outcome === "verified" && (variant === undefined || variants.includes(variant));
}

// What an earlier run left would be taken for one of these; what somebody else did is not ours to remove.
if (existsSync(folder) && readdirSync(folder).length > 0) {
  if (!existsSync(join(folder, "vectors.json"))) throw new Error(`${folder} holds something else`);
  rmSync(folder, { recursive: true });
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
copyFileSync(join(import.meta.dirname, "../docs/oms-vectors.md"), join(folder, "README.md"));
process.stdout.write(`${index.length} vectors in ${folder}\n`);

if (values.check) {
  const { vectors } = JSON.parse(readFileSync(join(folder, "vectors.json"), "utf8")) as {
    vectors: readonly Entry[];
  };
  let wrong = 0;
  for (const vector of vectors) {
    const answer = await answerTo(vector);
    if (isExpected(vector, answer)) continue;
    wrong++;
    process.stderr.write(`${vector.name}: ${vector.expect} is expected, and it is ${answer}\n`);
  }
  process.stdout.write(`${vectors.length - wrong} of ${vectors.length} are answered as expected\n`);
  if (wrong > 0) process.exitCode = 1;
}
