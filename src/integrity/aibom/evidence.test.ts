import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashedModel, writeInToto } from "../attest/statement.ts";
import { robustnessStatement } from "../attest/test-result.ts";
import { digestModel, signModel } from "../sign.ts";
import { ecPair } from "../testing/certificates.ts";
import { testFolder, writeModel } from "../testing/models.ts";
import { localKey, sealWith } from "../trust/seal.ts";
import type { Bill } from "./bill.ts";
import { collectBill } from "./collect.ts";
import { writeCycloneDx } from "./cyclonedx.ts";
import { attestationsBeside } from "./evidence.ts";
import { g7Profile } from "./profile-g7.ts";
import { countStates, reportOn } from "./profile.ts";
import { modelFolders, text } from "./testing/folders.ts";

const timestamp = "2026-11-27T18:00:00Z";
const seal = sealWith(localKey(ecPair().privateKey));

/** A signed model with an attestation beside it, and its bill. */
async function signedModel(): Promise<{
  readonly model: string;
  readonly bill: () => Promise<Bill>;
}> {
  const model = join(testFolder(), "m");
  writeModel(model, modelFolders["transformers"]!);
  const signatureFile = join(model, "model.sig");
  await signModel(model, signatureFile, { hashType: "sha256", seal });
  const digested = await digestModel(model, { hashType: "sha256", signatureFile });
  const statement = robustnessStatement(hashedModel(digested), {
    metrics: { "pgd-linf-8": 0.43 },
    configuration: [],
    at: timestamp,
  });
  writeFileSync(`${model}.robustness.intoto.json`, await seal(writeInToto(statement)));
  const evidence = [signatureFile, ...attestationsBeside(model)];
  return { model, bill: () => collectBill(model, { timestamp, signatureFile, evidence }) };
}

test("a signature and an attestation are referred to with their digests", async () => {
  const { bill } = await signedModel();
  const made = await bill();
  expect(made.warnings).toEqual([]);
  const [signature, attestation] = made.references.filter(
    ({ kind }) => kind === "signature" || kind === "attestation",
  );
  expect(signature).toMatchObject({
    kind: "signature",
    url: "model.sig",
    comment: "OpenSSF Model Signing, about this very model; not verified here",
  });
  expect(attestation).toMatchObject({ kind: "attestation", url: "m.robustness.intoto.json" });
  expect(attestation?.comment).toContain("about this very model");
  expect(made.metrics).toContainEqual({ type: "pgd-linf-8", value: "0.43", isSecurity: true });
  // The signature is none of the files that it signs.
  expect(made.files.map(({ name }) => name)).not.toContain("model.sig");
  const { metadata } = JSON.parse(writeCycloneDx(made, "1.7")) as {
    readonly metadata: { readonly component: { readonly externalReferences: unknown[] } };
  };
  expect(metadata.component.externalReferences).toContainEqual(
    expect.objectContaining({
      type: "digital-signature",
      hashes: [{ alg: "SHA-256", content: signature?.sha256 }],
    }),
  );
});

test("evidence of another state of the model is told, and its numbers do not count", async () => {
  const { model, bill } = await signedModel();
  writeModel(model, { "model.safetensors": text("another") });
  const made = await bill();
  expect(made.warnings).toContain("model.sig: it signs another state of the model");
  expect(made.warnings).toContain(
    "m.robustness.intoto.json: it is about another state of the model",
  );
  expect(made.metrics.some(({ isSecurity }) => isSecurity)).toBe(false);
});

test("what is no signature is told", async () => {
  const { model } = await signedModel();
  const file = join(testFolder(), "x.sig");
  writeFileSync(file, "{}");
  const evidence = [file, "/nowhere/y.sig"];
  const { warnings, references } = await collectBill(model, { timestamp, evidence });
  expect(warnings).toContainEqual(expect.stringMatching(/^x\.sig: it is no signature/));
  expect(warnings).toContain("y.sig: it cannot be read");
  expect(references.some(({ kind }) => kind === "signature")).toBe(false);
});

test("the profile of the G7 has fifty elements in seven clusters, each in one of three states", async () => {
  expect(g7Profile.clusters.map(({ name, elements }) => [name, elements.length])).toEqual([
    ["Metadata", 10],
    ["System level", 9],
    ["Models", 13],
    ["Dataset", 10],
    ["KPIs", 2],
    ["Infrastructure", 2],
    ["Security", 4],
  ]);
  const { bill } = await signedModel();
  const reports = reportOn(await bill(), g7Profile);
  const names = reports.map(({ name }) => name);
  expect(new Set(names).size).toBe(50);
  const state = (name: string): string | undefined =>
    reports.find((each) => each.name === name)?.state;
  expect(state("Model hash value")).toBe("present");
  expect(state("Model license")).toBe("present");
  expect(state("Model producer")).toBe("missing");
  expect(state("Security metrics")).toBe("present");
  expect(state("Cybersecurity policy information")).toBe("present");
  expect(state("SBOM author signature")).toBe("person");
  expect(state("Dataset hash")).toBe("missing");
  const { present, missing, person } = countStates(reports);
  expect(present + missing + person).toBe(50);
  for (const { note, state: standing } of reports)
    if (standing !== "present") expect(note).not.toBe("");
});

test("a model with a card, as the Hub's cache has it, lacks one element of the cluster on models", async () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const model = join(testFolder(), "models--org--tiny", "snapshots", commit);
  writeModel(model, modelFolders["transformers"]!);
  const reports = reportOn(await collectBill(model, { timestamp }), g7Profile);
  const missing = reports.filter(
    ({ cluster, state }) => cluster === "Models" && state !== "present",
  );
  expect(missing.map(({ name }) => name)).toEqual(["Model timestamp"]);
});

test("with a data set described by Croissant and a word by hand nothing is missing but KPIs", async () => {
  const model = join(testFolder(), "m");
  const { "README.md": _card, ...data } = modelFolders["croissant-and-card"]!;
  const card =
    "---\ndatasets: [reviews]\nlicense: mit\npipeline_tag: text-classification\n---\n# M\n\nWords.\n\n## Intended use\n\nReviews.\n";
  const files = { ...modelFolders["transformers"]!, ...data, "README.md": text(card) };
  writeModel(model, files);
  const bill = await collectBill(model, {
    timestamp,
    author: "A",
    supplier: "S",
    version: "1",
    released: timestamp,
  });
  const missing = reportOn(bill, g7Profile).filter(({ state }) => state === "missing");
  expect(missing.map(({ name }) => name)).toEqual([
    "Security metrics",
    "Operational performance KPIs",
  ]);
});
