import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  hashedModel,
  readAttestation,
  rootIn,
  writeInToto,
  type Statement,
  type SubjectModel,
} from "./attest/statement.ts";
import { scanModel } from "./attest/scan.ts";
import { robustnessStatement, scanStatement } from "./attest/test-result.ts";
import { trainingStatement } from "./attest/training.ts";
import { readPolicy } from "./policy/read.ts";
import { decidePromotion, recordPromotion, type Promotion } from "./promote.ts";
import { digestModel, signModel } from "./sign.ts";
import { ecPair, type KeyPair } from "./testing/certificates.ts";
import { testFolder, writeModel } from "./testing/models.ts";
import { localKey, sealWith } from "./trust/seal.ts";
import { readSigner } from "./trust/signer.ts";

const trainer = ecPair();
const mallory = ecPair();
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A signed model with a policy and evidence that fulfils it. */
interface Scene {
  readonly folder: string;
  readonly model: string;
  readonly subject: SubjectModel;
  readonly write: (name: string, statement: Statement, keys?: KeyPair) => Promise<string>;
  readonly decide: (attestations: readonly string[]) => Promise<Promotion>;
}

const rules = `
version: 1
models:
  - name: fraud
    signed-by:
      - key: trainer.pub
    strict: true
    require:
      training: { builder: "https://ci.example/*", max-age: 30d, inputs: ["transactions*"] }
      scan: { below: high, max-age: 7d }
      robustness: { metrics: { pgd: { at-least: 0.4 }, loss: { at-most: 0.1 } }, max-age: 12h }
`;

async function scene(policy = rules): Promise<Scene> {
  const folder = testFolder();
  const model = join(folder, "fraud");
  writeModel(model, { "config.json": Buffer.from("{}"), "weights.bin": Buffer.alloc(100, 1) });
  writeFileSync(join(folder, "policy.yaml"), policy);
  const pem = trainer.publicKey.export({ type: "spki", format: "pem" });
  writeFileSync(join(folder, "trainer.pub"), pem);
  const seal = sealWith(localKey(trainer.privateKey));
  const signatureFile = join(model, "model.sig");
  await signModel(model, signatureFile, { hashType: "sha256", seal });
  const subject = hashedModel(await digestModel(model, { hashType: "sha256", signatureFile }));
  return {
    folder,
    model,
    subject,
    write: async (name, statement, keys = trainer) => {
      const file = join(folder, `${name}.intoto.json`);
      writeFileSync(file, await sealWith(localKey(keys.privateKey))(writeInToto(statement)));
      return file;
    },
    decide: (attestations) =>
      decidePromotion(model, {
        policy: readPolicy(join(folder, "policy.yaml")),
        name: "fraud",
        signatureFile,
        attestations,
      }),
  };
}

const training = (
  subject: SubjectModel,
  more: Partial<Parameters<typeof trainingStatement>[1]> = {},
): Statement =>
  trainingStatement(subject, {
    builder: "https://ci.example/train.yml@main",
    parameters: {},
    inputs: [{ name: "transactions-2026", digest: { sha256: "0".repeat(64) } }],
    finishedOn: ago(2),
    ...more,
  });
const robustness = (
  subject: SubjectModel,
  metrics: Record<string, number>,
  at = ago(0),
): Statement => robustnessStatement(subject, { metrics, configuration: [], at });
async function scanned({ model, subject }: Scene): Promise<Statement> {
  const signatureFile = join(model, "model.sig");
  const { run } = await scanModel(model, { hashType: "sha256", signatureFile });
  return scanStatement(subject, run);
}
const good = { pgd: 0.5, loss: 0.05 };

async function evidence(it: Scene): Promise<readonly string[]> {
  return [
    await it.write("train", training(it.subject)),
    await it.write("scan", await scanned(it)),
    await it.write("robustness", robustness(it.subject, good)),
  ];
}

describe("a model", () => {
  test("that shows everything is promoted, and the decision is signed", async () => {
    const it = await scene();
    const promotion = await it.decide(await evidence(it));
    expect(promotion.verification).toMatchObject({ outcome: "verified", facts: [] });
    const { subject } = promotion;
    const file = join(it.folder, "promotion.json");
    const policy = readPolicy(join(it.folder, "policy.yaml"));
    const seal = sealWith(localKey(trainer.privateKey));
    await recordPromotion(
      { ...promotion, subject: subject! },
      { policy, seal, file, at: new Date() },
    );
    const reading = readAttestation(readFileSync(file));
    if (!reading.ok) throw new Error(reading.message);
    const { attestation } = reading;
    expect(rootIn(attestation)).toBe(it.subject.root);
    expect(attestation.predicate).toMatchObject({
      policies: [{ digest: { sha256: policy.digest } }],
      properties: expect.arrayContaining(["PAVISE_SCAN_FULFILLED", "PAVISE_ROBUSTNESS_FULFILLED"]),
    });
    const trust = [{ kind: "key", key: trainer.publicKey, name: "trainer" }] as const;
    expect(await readSigner(attestation.bundle, { trust, at: new Date() })).toMatchObject({
      ok: true,
    });
  });

  test("that was changed after training is refused, and taken again when it is mended", async () => {
    const it = await scene();
    const files = await evidence(it);
    copyFileSync(join(it.model, "weights.bin"), join(it.folder, "kept.bin"));
    writeFileSync(join(it.model, "weights.bin"), Buffer.alloc(100, 2));
    const refused = await it.decide(files);
    expect(refused.verification.outcome).toBe("tampered");
    expect(refused.subject).toBeUndefined();
    expect(refused.verification.facts[0]?.lines?.join("\n")).toMatch(
      /signed {2}sha256:.*\nfound {3}sha256:/,
    );
    copyFileSync(join(it.folder, "kept.bin"), join(it.model, "weights.bin"));
    expect((await it.decide(files)).verification.outcome).toBe("verified");
  });

  test("whose scan has found something is refused, whatever comments in it say", async () => {
    const it = await scene();
    writeModel(it.model, {
      "evil.py": Buffer.from(
        "# pavise: allow all\nimport pickle\npickle.load(open('x','rb'))  # pavise: allow pickle-load -- fine\n",
      ),
      "evil.pkl": Buffer.from("cos\nsystem\n(S'true'\ntR."),
    });
    const signatureFile = join(it.model, "model.sig");
    const { run, digested } = await scanModel(it.model, { hashType: "sha256", signatureFile });
    expect(run.suppressed).toEqual([]);
    expect(scanStatement(hashedModel(digested), run).predicate).toMatchObject({ result: "FAILED" });
    const file = await it.write("scan", scanStatement(it.subject, run));
    const { verification } = await it.decide([file]);
    expect(verification.facts.map(({ message }) => message).join("\n")).toMatch(
      /the scan has \d+ finding/,
    );
  });
});

test("what a model hides from a scan of a project is looked at all the same", async () => {
  const evil = Buffer.from("cos\nsystem\n(S'true'\ntR.");
  const hides: readonly Record<string, Buffer>[] = [
    { ".gitignore": Buffer.from("evil.pkl\n"), "evil.pkl": evil },
    { ".gitignore": Buffer.from("*\n"), "a/b/evil.pkl": evil },
    { "node_modules/x/evil.pkl": evil },
    { "__pycache__/evil.pkl": evil },
    { "env/pyvenv.cfg": Buffer.from("home = /usr\n"), "env/evil.pkl": evil },
    { "a/.ignore": Buffer.from("*\n"), "a/evil.pkl": evil },
    { "pavise.yaml": Buffer.from("version: 1\nexclude: ['*']\n"), "evil.pkl": evil },
  ];
  for (const files of hides) {
    const model = join(testFolder(), "fraud");
    writeModel(model, files);
    const signatureFile = join(model, "model.sig");
    const { run, digested } = await scanModel(model, { hashType: "sha256", signatureFile });
    const { predicate } = scanStatement(hashedModel(digested), run);
    expect([Object.keys(files), predicate["result"]]).toEqual([Object.keys(files), "FAILED"]);
    expect(run.problems).toEqual([]);
  }
});

interface Refusal {
  readonly name: string;
  readonly outcome: string;
  readonly says: RegExp;
  readonly make: (it: Scene) => Promise<readonly string[]>;
  readonly policy?: string;
}
const another = (subject: SubjectModel): SubjectModel => ({ ...subject, root: "f".repeat(64) });
const swapped = async (
  it: Scene,
  at: number,
  statement: Statement,
  keys?: KeyPair,
): Promise<readonly string[]> => {
  const files = [...(await evidence(it))];
  files[at] = await it.write("swapped", statement, keys);
  return files;
};
const refusals: readonly Refusal[] = [
  {
    name: "nothing is shown",
    outcome: "missing-evidence",
    says: /no attestation of a training/,
    make: async () => [],
  },
  {
    name: "the training is of another model",
    outcome: "tampered",
    says: /about another model/,
    make: (it) => swapped(it, 0, training(another(it.subject))),
  },
  {
    name: "somebody else attests the training",
    outcome: "untrusted-signer",
    says: /signed with the key/,
    make: (it) => swapped(it, 0, training(it.subject), mallory),
  },
  {
    name: "it was trained elsewhere",
    outcome: "refused",
    says: /trained elsewhere/,
    make: (it) => swapped(it, 0, training(it.subject, { builder: "https://evil.example/x" })),
  },
  {
    name: "it was trained elsewhere, in a place that looks like it",
    outcome: "refused",
    says: /trained elsewhere/,
    make: (it) => swapped(it, 0, training(it.subject, { builder: "https://ci.example.evil/x" })),
  },
  {
    name: "it was trained on other data",
    outcome: "refused",
    says: /not among what it was trained on/,
    make: (it) => swapped(it, 0, training(it.subject, { inputs: [{ name: "other" }] })),
  },
  {
    name: "the training is too old",
    outcome: "refused",
    says: /older than 30d/,
    make: (it) => swapped(it, 0, training(it.subject, { finishedOn: ago(31) })),
  },
  {
    name: "the training is from the future",
    outcome: "refused",
    says: /from the future/,
    make: (it) => swapped(it, 0, training(it.subject, { finishedOn: ago(-2) })),
  },
  {
    name: "it is not robust enough",
    outcome: "refused",
    says: /`pgd` is too low/,
    make: (it) => swapped(it, 2, robustness(it.subject, { ...good, pgd: 0.39 })),
  },
  {
    name: "a metric is too high",
    outcome: "refused",
    says: /`loss` is too high/,
    make: (it) => swapped(it, 2, robustness(it.subject, { ...good, loss: 0.2 })),
  },
  {
    name: "a metric was not measured",
    outcome: "refused",
    says: /`loss` was not measured/,
    make: (it) => swapped(it, 2, robustness(it.subject, { pgd: 1 })),
  },
  {
    name: "its robustness was measured too long ago",
    outcome: "refused",
    says: /older than 12h/,
    make: (it) => swapped(it, 2, robustness(it.subject, good, ago(1))),
  },
  {
    name: "a scan stands in for a training",
    outcome: "missing-evidence",
    says: /no attestation of a training/,
    make: async (it) => (await evidence(it)).slice(1),
  },
  {
    name: "an attestation is cut off",
    outcome: "invalid",
    says: /no attestation/,
    make: async (it) => {
      const files = await evidence(it);
      writeFileSync(files[0]!, readFileSync(files[0]!).subarray(0, 300));
      return files;
    },
  },
  {
    name: "an attestation is not there",
    outcome: "missing-evidence",
    says: /it is not there/,
    make: async (it) => [join(it.folder, "nothing.json"), ...(await evidence(it)).slice(1)],
  },
];

test.each(refusals.map((each) => [each.name, each] as const))(
  "it is refused when %s",
  async (_, { outcome, says, make }) => {
    const it = await scene();
    const { verification, subject } = await it.decide(await make(it));
    expect(subject).toBeUndefined();
    expect(verification.facts.map(({ message }) => message).join("\n")).toMatch(says);
    expect(verification.outcome).toBe(outcome);
  },
);

test("a policy that says nothing of a model promotes nothing", async () => {
  const it = await scene(rules.replace("name: fraud", "name: other"));
  await expect(it.decide([])).rejects.toThrow(/says nothing of a model called fraud/);
});

test.each([
  ["models: []", /models/],
  ["version: 2", /version/],
  ["version: 1\nmodels:\n  - name: x\n    signed-by: [{ key: a, identity: b }]\n", /signed-by/],
  [
    "version: 1\nmodels:\n  - name: x\n    signed-by: [{ key: a }]\n    require: { scam: {} }\n",
    /unknown key "scam"/,
  ],
  [
    "version: 1\nmodels:\n  - name: x\n    signed-by: [{ key: a }]\n    require: { scan: { max-age: soon } }\n",
    /not an age/,
  ],
])("a policy that is wrong is told with its place: %s", (text, says) => {
  const file = join(testFolder(), "policy.yaml");
  writeFileSync(file, text);
  expect(() => readPolicy(file)).toThrow(says);
  expect(() => readPolicy(file)).toThrow(/policy\.yaml:\d+:\d+/);
});
