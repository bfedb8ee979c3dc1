import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PaviseError } from "../core/index.ts";
import { testFolder, writeModel } from "./testing/models.ts";
import { makeVectors, type Vector } from "./testing/vectors.ts";
import { readCertificates } from "./trust/certificates.ts";
import { readPublicKey } from "./trust/keys.ts";
import type { Trust } from "./trust/reading.ts";
import { verifyModel, type Verification } from "./verify.ts";

const vectors = makeVectors();

/** Verifies a vector as a user would, from files. */
async function verify(vector: Vector, strict = false): Promise<Verification | "refused"> {
  const folder = testFolder();
  const model = join(folder, "model");
  writeModel(model, vector.files);
  const signature = join(folder, "model.sig");
  writeFileSync(signature, vector.bundle);
  writeFileSync(join(folder, "trust.pem"), vector.key ?? vector.roots ?? "");
  const given = vector.single === undefined ? model : join(model, vector.single);
  try {
    const trust: Trust =
      vector.key === undefined
        ? {
            kind: "certificate",
            roots: readCertificates(join(folder, "trust.pem")),
            timestampRoots: [],
          }
        : { kind: "key", key: readPublicKey(join(folder, "trust.pem")), name: "trust.pem" };
    return await verifyModel(given, signature, { trust: [trust], strict });
  } catch (error) {
    if (error instanceof PaviseError && error.code === "key-invalid") return "refused";
    throw error;
  }
}

describe("correctly signed models", () => {
  test("are of both kinds, and enough of them", () => {
    expect(vectors.filter((each) => each.expect === "invalid").length).toBeGreaterThan(80);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  test.each(vectors.map((each) => [each.name, each] as const))("%s", async (_, vector) => {
    const found = await verify(vector);
    if (vector.expect === "valid") {
      expect(found).toMatchObject({ outcome: "verified" });
      expect(found === "refused" ? [] : found.variants).toEqual(
        vector.variant === undefined ? [] : expect.arrayContaining([vector.variant]),
      );
    } else {
      const outcome = found === "refused" ? "invalid" : found.outcome;
      // Refused for what it says: no byte of these models is another than was signed.
      expect(outcome).toMatch(/^(?:invalid|untrusted-signer|expired)$/);
    }
  });

  test.each(
    vectors.filter((each) => each.variant !== undefined).map((each) => [each.name, each] as const),
  )("%s is refused by who is strict", async (_, vector) => {
    expect(await verify(vector, true)).toMatchObject({ outcome: "invalid" });
  });
});
