import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { digestModel } from "../sign.ts";
import { against } from "../testing/against.ts";
import { sendJson, serve } from "../testing/server.ts";
import { folderDigest } from "./dvc.ts";
import { rootTag } from "./mlflow.ts";

const files: Readonly<Record<string, string>> = {
  "model-00001.bin": "first of the weights",
  "model-00002.bin": "other of the weights",
  "tokenizer/vocab.json": '{"a":1}',
};
const hash = (type: string, text: string): string => createHash(type).update(text).digest("hex");
const each = <T>(make: (name: string, text: string) => T): readonly T[] =>
  Object.entries(files).map(([name, text]) => make(name, text));

/** Everything that can be on record of one model. */
function records(): Readonly<Record<string, () => Promise<string>>> {
  const write = (name: string, text: string): Promise<string> =>
    Promise.resolve(join(makeTree({ [name]: text }), name));
  const rootOf = async () => (await digestModel(makeTree(files), { hashType: "sha256" })).root;
  const subject = each((name, text) => ({ name, digest: { sha256: hash("sha256", text) } }));
  const statement = (subjects: readonly object[]) =>
    JSON.stringify({
      _type: "https://in-toto.io/Statement/v1",
      subject: subjects,
      predicateType: "https://slsa.dev/provenance/v1",
    });
  const md5s = each((name, text) => ({ name, digest: hash("md5", text) }));
  const raw = "application/vnd.cncf.model.weight.v1.raw";
  return {
    digest: async () => `sha256:${await rootOf()}`,
    sums: () =>
      write("x.sha256", each((name, text) => `${hash("sha256", text)}  ${name}\n`).join("")),
    md5: () => write("MD5SUMS", each((name, text) => `${hash("md5", text)}  ${name}\n`).join("")),
    subjects: () => write("x.intoto.json", statement(subject)),
    whole: async () =>
      write("x.intoto.json", statement([{ name: "m", digest: { sha256: await rootOf() } }])),
    dvc: () => write("model.dvc", `outs:\n- path: m\n  md5: ${folderDigest(md5s)}\n  hash: md5\n`),
    lfs: () => {
      const folder = makeTree(files);
      const git = (...args: readonly string[]) =>
        execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@t", ...args]);
      git("init", "-q");
      git("add", "-A");
      git("commit", "-qm", "x");
      return Promise.resolve(`lfs:${folder}`);
    },
    oci: () => {
      const layers = each((name, text) => ({
        mediaType: raw,
        digest: `sha256:${hash("sha256", text)}`,
        annotations: { "org.cncf.model.filepath": name },
      }));
      return write("manifest.json", JSON.stringify({ layers })).then((file) => `oci:${file}`);
    },
  };
}

/** What can happen to a model on its way. */
const changes: Readonly<Record<string, (model: string) => void>> = {
  "one byte": (model) => writeFileSync(join(model, "model-00001.bin"), "first of the Weights"),
  "a byte more": (model) => writeFileSync(join(model, "model-00002.bin"), "other of the weights\n"),
  "all bytes gone": (model) => writeFileSync(join(model, "tokenizer/vocab.json"), ""),
  "a file gone": (model) => rmSync(join(model, "model-00002.bin")),
  "a file more": (model) => writeFileSync(join(model, "modeling.py"), "import os"),
  "an empty file more": (model) => writeFileSync(join(model, "__init__.py"), ""),
  "a file in a new folder": (model) => {
    mkdirSync(join(model, "a/b"), { recursive: true });
    writeFileSync(join(model, "a/b/c"), "x");
  },
  "another name": (model) =>
    renameSync(join(model, "model-00002.bin"), join(model, "model-00003.bin")),
  "two files exchanged": (model) => {
    writeFileSync(join(model, "model-00001.bin"), files["model-00002.bin"]!);
    writeFileSync(join(model, "model-00002.bin"), files["model-00001.bin"]!);
  },
  "another case": (model) => renameSync(join(model, "tokenizer"), join(model, "Tokenizer")),
  "nothing left": (model) => {
    rmSync(model, { recursive: true });
    mkdirSync(model);
  },
};
// The digest of the whole is over digests alone, as OMS defines it: a new name that keeps the order
// of the files is not seen. Where names count, a signature or a list of files is needed.
const unseen = new Set(["another name", "another case"]);

describe("what happens to a model is seen", () => {
  for (const [kind, make] of Object.entries(records())) {
    test(`by ${kind}`, async () => {
      const record = await make();
      const weak = ["md5", "subjects", "whole", "dvc"].includes(kind);
      const copy = makeTree();
      cpSync(makeTree(files), copy, { recursive: true });
      const { outcome, problems } = await against(copy, record);
      expect([outcome, problems]).toEqual([
        weak || kind === "lfs" ? "missing-evidence" : "verified",
        [],
      ]);
      for (const [change, apply] of Object.entries(changes)) {
        if (unseen.has(change) && ["digest", "whole"].includes(kind)) continue;
        const model = makeTree(files);
        apply(model);
        const verification = await against(model, record);
        const isTold = verification.facts.some(({ kind: fact }) =>
          ["differs", "no-evidence"].includes(fact),
        );
        expect([change, isTold, verification.outcome === "verified"]).toEqual([
          change,
          true,
          false,
        ]);
      }
    });
  }

  test("by a tag of MLflow", async () => {
    const { root } = await digestModel(makeTree(files), { hashType: "sha256" });
    const tags = [{ key: rootTag, value: root }];
    const { url } = await serve((_, response) =>
      sendJson(response, { model_version: { name: "a", version: "1", status: "READY", tags } }),
    );
    for (const [change, apply] of Object.entries(changes)) {
      if (unseen.has(change)) continue;
      const model = makeTree(files);
      apply(model);
      const { outcome } = await against(model, "models:/a/1", { mlflowUri: url });
      expect([change, outcome]).not.toEqual([change, "verified"]);
    }
  });
});

test("a copy with other times, in another place, is the same model", async () => {
  for (const make of Object.values(records())) {
    const record = await make();
    const model = join(makeTree(), "elsewhere", "m2");
    mkdirSync(dirname(model), { recursive: true });
    cpSync(makeTree(files), model, { recursive: true });
    const { facts } = await against(model, record);
    expect(facts.filter(({ kind }) => kind !== "weak-evidence")).toEqual([]);
  }
});
