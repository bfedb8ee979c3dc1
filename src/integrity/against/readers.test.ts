import fc from "fast-check";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PaviseError } from "../../core/index.ts";
import { makeTree } from "../../testing/tree.ts";
import { against } from "../testing/against.ts";
import { recordKinds, recordNameOf } from "./load.ts";

/** Pieces of which records are made, and what does not belong there. */
const piece = fc.oneof(
  fc.constantFrom(
    "outs:\n- path: m\n  md5: ",
    "  hash: md5\n",
    "0".repeat(32),
    "a".repeat(64),
    ".dir",
    "  w.bin\n",
    '{"_type":"https://in-toto.io/Statement/v1",',
    '"subject":[{"name":"w.bin","digest":{"sha256":"',
    '"}}],"predicateType":"https://model_signing/signature/v1.0"}',
    '{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[]}',
    '{"layers":[{"mediaType":"a.raw","digest":"sha256:',
    '{"distribution":[{"@type":"cr:FileObject","contentUrl":"%%","sha256":"',
    '"}]}',
    "version https://git-lfs.github.com/spec/v1\noid sha256:",
    "\nsize 1\n",
    "{",
    "[",
    "&a *a",
    "\0",
    "\ufeff",
    "__proto__",
    "../../etc/passwd",
  ),
  fc.string({ maxLength: 20 }),
  fc.json({ maxDepth: 3 }),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => Buffer.from(pieces.join(""))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

describe("files that are anything", () => {
  test.each(["attestation", "oci", "dvc", "croissant", "sha256sums", "lfs"])(
    "%s: an answer or a reason, never a fault, and never verified by chance",
    async (kind) => {
      const model = makeTree({ "w.bin": "weights" });
      const file = join(makeTree({ r: "" }), "r");
      await fc.assert(
        fc.asyncProperty(text, async (bytes) => {
          writeFileSync(file, bytes);
          try {
            const { outcome } = await against(model, `${kind}:${file}`);
            expect(outcome).not.toBe("verified");
          } catch (error) {
            expect(error).toBeInstanceOf(PaviseError);
            expect(["record-invalid", "file-missing"]).toContain((error as PaviseError).code);
            expect((error as PaviseError).hint).toBeTruthy();
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe("what --against says", () => {
  test("every kind is one by its prefix", () => {
    for (const kind of recordKinds) expect(recordNameOf(`${kind}:x`)).toEqual({ kind, text: "x" });
  });

  test.each([
    ["model.dvc", "dvc"],
    ["dvc.lock", "dvc"],
    ["SHA256SUMS", "sha256sums"],
    ["sha256sums.txt", "sha256sums"],
    ["w.bin.sha256", "sha256sums"],
    ["croissant.json", "croissant"],
    ["train.intoto.jsonl", "attestation"],
    ["model.sig", "attestation"],
  ])("the file %s is of the kind %s", (name, kind) => {
    const file = join(makeTree({ [name]: "" }), name);
    expect(recordNameOf(file)).toEqual({ kind, text: file });
  });

  test("models:/ is MLflow's", () => {
    expect(recordNameOf("models:/a/1")).toEqual({ kind: "mlflow", text: "models:/a/1" });
  });

  test.each(["", "x", "__proto__:x", "constructor:x", "https://host/x", "hf:"])(
    "%j is none",
    (given) => {
      expect(() => recordNameOf(given)).toThrow(PaviseError);
    },
  );
});
