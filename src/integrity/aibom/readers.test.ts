import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { testFolder, testFolderOf, writeModel } from "../testing/models.ts";
import type { Bill } from "./bill.ts";
import { collectBill, type BillOptions } from "./collect.ts";
import { json, modelFolders, text, type Files } from "./testing/folders.ts";

const folder = testFolderOf("aibom-readers");
const timestamp = "2026-11-27T18:00:00Z";

async function billOf(name: string, options: Partial<BillOptions> = {}): Promise<Bill> {
  const model = join(folder, name);
  writeModel(model, modelFolders[name]!);
  return collectBill(model, { timestamp, ...options });
}

async function billFrom(files: Files, name = "m"): Promise<Bill> {
  const model = join(testFolder(), name);
  writeModel(model, files);
  return collectBill(model, { timestamp });
}

const value = ({ properties }: Bill, name: string): string | undefined =>
  properties.find((each) => each.name === name)?.value;
const purls = ({ dependencies }: Bill): readonly string[] => dependencies.map(({ purl }) => purl);

describe("what files say", () => {
  test("a model card with everything", async () => {
    const bill = await billOf("transformers");
    expect(bill).toMatchObject({
      name: "movie-sentiment",
      description: "Tells whether a film review is kind. See the paper.",
      license: { kind: "spdx", id: "Apache-2.0" },
      task: "text-classification",
      family: "bert",
      architecture: "BertForSequenceClassification",
      languages: ["en", "de"],
      tags: ["sentiment", "bert"],
      baseModels: [
        {
          name: "google-bert/bert-base-uncased",
          relation: "finetune",
          purl: "pkg:huggingface/google-bert/bert-base-uncased",
        },
      ],
      metrics: [
        { type: "accuracy", value: "0.931", slice: "IMDB, plain, test" },
        { type: "f1", value: "0.929", slice: "IMDB, plain, test" },
      ],
      considerations: {
        useCases: ["For reviews of films in English."],
        limitations: ["It knows no irony."],
        ethics: ["Reviews are mostly of American films."],
        training: ["50,000 reviews from IMDB."],
      },
      warnings: [],
    });
    expect(bill.datasets).toMatchObject([
      { name: "stanfordnlp/imdb", uses: ["training", "evaluation"] },
      { name: "glue", uses: ["training"], url: "https://huggingface.co/datasets/glue" },
    ]);
    expect(purls(bill)).toEqual([
      "pkg:pypi/transformers@4.46.1",
      "pkg:pypi/torch@2.5.1%2Bcu124",
      "pkg:pypi/numpy",
    ]);
    expect(bill.references.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      "model-card README.md",
      "paper https://arxiv.org/abs/1810.04805",
      "license https://example.com/LICENSE",
      "license LICENSE",
      "security-policy SECURITY.md",
    ]);
    expect(bill.energy).toContainEqual({ name: "co2_eq_emissions:emissions", value: "120.5" });
  });

  test("GGUF: the header speaks for the model", async () => {
    const bill = await billOf("gguf");
    expect(bill).toMatchObject({
      name: "Tiny",
      supplier: "Example Lab",
      family: "llama",
      license: { kind: "named", name: "llama3", url: "https://example.com/llama3" },
      baseModels: [{ name: "example/tiny-base", relation: "quantized" }],
    });
    expect(value(bill, "gguf:file-type")).toBe("15");
    expect(value(bill, "tokenizer:chat-template")).toBe("true");
    expect(bill.hyperparameters).toEqual([{ name: "context_length", value: "4096" }]);
  });

  test("GGUF: shards add up, another size of the model does not", async () => {
    const bill = await billOf("gguf-shards");
    expect(value(bill, "gguf:elements")).toBe("56");
    expect(value(bill, "gguf:tensors")).toBe("3");
  });

  test("ONNX: what goes in and what comes out", async () => {
    const bill = await billOf("onnx-graph");
    expect(bill).toMatchObject({
      inputs: ["input_ids: int64[batch, 128]"],
      outputs: ["logits: float[batch, 2]"],
      warnings: ["onnx/broken.onnx: it is no whole ONNX model"],
    });
    expect(value(bill, "onnx:opset")).toBe("17");
  });

  test("spaCy: meta.json speaks for the pipeline", async () => {
    const bill = await billOf("spacy");
    expect(bill).toMatchObject({
      name: "en_core_web_sm",
      version: "3.7.1",
      supplier: "Explosion",
      description: "English pipeline optimized for CPU.",
      license: { kind: "spdx", id: "MIT" },
      languages: ["en"],
      metrics: [{ type: "ents_f", value: "0.845" }],
      datasets: [
        { name: "OntoNotes 5", publisher: "LDC", url: "https://catalog.example/LDC2013T19" },
        { name: "ClearNLP", publisher: "Emory" },
      ],
      dependencies: [
        { purl: "pkg:pypi/spacy", constraint: ">=3.7.2,<3.8.0" },
        { purl: "pkg:pypi/spacy-curated", constraint: ">=0.2" },
      ],
      warnings: [],
    });
    expect(bill.references).toContainEqual({ kind: "website", url: "https://explosion.ai/" });
  });

  test("packages from Git are none of PyPI; only a commit is a version", async () => {
    const { dependencies } = await billOf("git-requirements");
    expect(dependencies.map(({ name, purl, version }) => [name, purl, version])).toEqual([
      [
        "transformers",
        "pkg:github/huggingface/transformers@0123456789abcdef0123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef01234567",
      ],
      ["peft", "pkg:github/huggingface/peft@main", undefined],
      ["our-tools", "pkg:github/example/tools", undefined],
      [
        "thing",
        "pkg:generic/thing@v1.2?vcs_url=git%2Bhttps%3A%2F%2Fgit.example.com%2Fteam%2Fthing",
        undefined,
      ],
      ["torch", "pkg:pypi/torch@2.5.1", "2.5.1"],
    ]);
  });

  test("a licence that only its text names", async () => {
    const bill = await billOf("licence-only");
    expect(bill.license).toEqual({ kind: "spdx", id: "MIT" });
    expect(value(bill, "license:recognised-in")).toBe("LICENSE");
    expect((await billOf("transformers")).license).toEqual({ kind: "spdx", id: "Apache-2.0" });
  });

  test("a card that nobody has filled in describes nothing", async () => {
    const bill = await billOf("template-card");
    expect(bill.description).toBeUndefined();
    expect(bill.considerations).toEqual({});
  });

  test("an adapter names its base with its commit; a path of another machine is none", async () => {
    expect((await billOf("lora")).baseModels).toMatchObject([
      {
        name: "meta-llama/Llama-3.1-8B",
        relation: "adapter",
        purl: "pkg:huggingface/meta-llama/Llama-3.1-8B@0123456789abcdef0123456789abcdef01234567",
      },
    ]);
    const local = await billOf("lora-local-base");
    expect(local.baseModels).toEqual([]);
    expect(local.warnings).toEqual([expect.stringContaining("a path of the machine")]);
    expect(JSON.stringify(local)).not.toContain("/home/me");
  });

  test("MLflow: signature, flavours, packages, and where files disagree", async () => {
    const bill = await billOf("mlflow");
    expect(bill).toMatchObject({
      family: "sklearn",
      released: "2026-03-04T05:06:07Z",
      inputs: ["age: double", "city: string"],
      outputs: ["int64"],
    });
    expect(purls(bill)).toEqual([
      "pkg:pypi/mlflow@2.17.0",
      "pkg:pypi/scikit-learn@1.5.2",
      "pkg:conda/python@3.11.4",
      "pkg:conda/pip",
      "pkg:pypi/numpy",
    ]);
    expect(bill.warnings).toEqual(["scikit-learn: 1.5.2 by MLmodel, 1.5.1 by requirements.txt"]);
    expect(value(bill, "mlflow:run_id")).toBe("5f6e7d8c9b0a");
  });

  test("Croissant becomes a data set; credentials in its addresses do not", async () => {
    const { datasets } = await billOf("croissant-and-card");
    expect(datasets).toHaveLength(1);
    expect(datasets[0]).toMatchObject({
      name: "reviews",
      url: "https://example.com/reviews?page=1",
      license: { kind: "spdx", id: "CC-BY-4.0" },
      publisher: "Example Lab",
      version: "1.2.0",
      released: "2026-01-02T00:00:00Z",
      sensitive: ["Names of reviewers"],
      collection: "Collected from a forum.",
      biases: ["American films prevail."],
      records: ["reviews"],
      modalities: ["structured"],
      files: [{ name: "reviews.csv", sha256: "ab".repeat(32) }],
    });
  });

  test("shards add up; several licences all hold; packages of TOML", async () => {
    expect(value(await billOf("sharded"), "safetensors:elements")).toBe("64");
    const merged = await billOf("merge");
    expect(merged.license).toEqual({
      kind: "several",
      licenses: [
        { kind: "spdx", id: "MIT" },
        { kind: "spdx", id: "Apache-2.0" },
      ],
    });
    expect(merged.baseModels.map(({ relation }) => relation)).toEqual(["merge", "merge"]);
    expect(purls(await billOf("pyproject"))).toEqual([
      "pkg:pypi/torch@2.5.1",
      "pkg:pypi/numpy",
      "pkg:pypi/pillow@11.0.0",
      "pkg:pypi/requests",
    ]);
    expect(value(await billOf("gptq"), "quantization:quant_method")).toBe("gptq");
    expect(value(await billOf("remote-code"), "remote-code:AutoModel")).toBe("modeling.Custom");
  });

  test("a model in the cache of the Hub is known by its name and commit", async () => {
    const commit = "0123456789abcdef0123456789abcdef01234567";
    const model = join(testFolder(), "models--org--tiny", "snapshots", commit);
    writeModel(model, { "config.json": json({ model_type: "bert" }) });
    expect(await collectBill(model, { timestamp })).toMatchObject({
      name: "org/tiny",
      version: commit,
      supplier: "org",
      purl: `pkg:huggingface/org/tiny@${commit}`,
    });
  });

  test("what is said on the command line counts before what files say", async () => {
    const given = { name: "N", version: "1.0", supplier: "S", author: "A", released: timestamp };
    expect(await billOf("gguf", given)).toMatchObject(given);
  });

  test("one file is a model too", async () => {
    const place = testFolder();
    writeModel(place, { "tiny.gguf": modelFolders["gguf"]!["tiny-q4.gguf"]! });
    const bill = await collectBill(join(place, "tiny.gguf"), { timestamp });
    expect(bill.name).toBe("Tiny");
    expect(bill.files).toHaveLength(1);
  });
});

describe("hostile folders", () => {
  test("links are left out, and said", async () => {
    const place = testFolder();
    writeFileSync(join(place, "secret"), "hunter2");
    const model = join(place, "m");
    writeModel(model, { "w.bin": text("x") });
    symlinkSync(join(place, "secret"), join(model, "README.md"));
    const bill = await collectBill(model, { timestamp });
    expect(bill.files.map(({ name }) => name)).toEqual(["w.bin"]);
    expect(bill.warnings).toEqual([expect.stringMatching(/^README\.md: left out, a link to/)]);
    expect(bill.references).toEqual([]);
  });

  test("of nothing but links, and of what cannot be read, there is no bill", async () => {
    const place = testFolder();
    const model = join(place, "m");
    writeModel(place, { "m/.gitignore": text("x"), secret: text("x") });
    symlinkSync(join(place, "secret"), join(model, "w.bin"));
    await expect(collectBill(model, { timestamp })).rejects.toMatchObject({
      code: "model-unfit",
      hint: expect.stringContaining("--allow-symlinks") as string,
    });
    const followed = await collectBill(model, { timestamp, allowSymlinks: true });
    expect(followed.files.map(({ name }) => name)).toEqual(["w.bin"]);
  });

  test("secrets in cards and metadata stay where they are", async () => {
    const key = `hf_${"aBcDeFgHiJ".repeat(4)}`;
    const bill = await billFrom({
      "README.md": text(
        `---\nmodel_name: use ${key}\ntags: [${key}]\n---\n# M\nLog in with ${key} at https://me:hunter2@example.com/x?api_key=abcdef123\n`,
      ),
      "w.bin": text("x"),
    });
    expect(JSON.stringify(bill)).not.toMatch(/aBcDeFgHiJ|hunter2|abcdef123/);
    expect(bill.description).toContain("Log in with");
  });

  test("a bomb of aliases, deep nesting and texts without end take no time and are told", async () => {
    const start = performance.now();
    const bomb = await billOf("alias-bomb");
    const deep = await billOf("deep-json");
    const nested = await billOf("deep-yaml");
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(bomb.warnings).toEqual(["README.md: more than 100000 nodes"]);
    expect(deep.warnings).toEqual(["config.json: nested deeper than 100"]);
    expect(nested.warnings).toEqual(["README.md: nested too deeply"]);
    const long = await billOf("long-texts");
    expect(long.name.length).toBeLessThanOrEqual(500);
    expect((await billOf("many-tags")).tags.length).toBeLessThanOrEqual(500);
  });

  test("what cannot be seen is taken out of names, and shown in those of files", async () => {
    expect((await billOf("control-characters")).name).toBe("abcd");
    const { files } = await billOf("odd-names");
    expect(files.map(({ name }) => name)).toContain("bidi\\u{202e}.bin");
    expect(files.map(({ name }) => name)).toContain("line\\u{a}break.bin");
  });

  test("broken weights are told; nothing throws", async () => {
    const { warnings } = await billOf("broken-weights");
    expect(warnings).toHaveLength(4);
    const broken = await billOf("broken-json");
    expect(broken.task).toBeUndefined();
    expect(broken.family).toBeUndefined();
  });
});
