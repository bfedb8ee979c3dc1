import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildTorch } from "../formats/zip/testing/build.ts";
import { calling, opcodes } from "../load/testing/pickles.ts";
import { defaultConfig } from "./config.ts";
import { encode } from "../load/testing/messages.ts";
import { scanTree } from "../testing/scan-tree.ts";

const payload = calling("os", "system", "id");

test("finds what model files do, by their content, and says the member", async () => {
  const run = await scanTree(
    {
      "model.pkl": payload,
      "weights.bin": buildTorch({ "data.pkl": payload, "data/0": "aaaa" }),
      "logo.png": gzipSync(payload),
      "data.pkl": opcodes("\x80\x04}\x94."),
      "numbers.dat": Buffer.from([0, 1, 2, 3]),
    },
    { toolbox: undefined },
  );
  expect(
    run.findings.map(({ check, location }) => [check, location.path, location.member]),
  ).toEqual([
    ["model-suffix-lies", "logo.png", undefined],
    ["model-runs-code", "logo.png", "gzip"],
    ["model-runs-code", "model.pkl", undefined],
    ["model-runs-code", "weights.bin", "archive/data.pkl"],
  ]);
  expect(run.coverage.assets.map(({ path, status }) => `${path} ${status}`)).toEqual([
    "data.pkl checked",
    "logo.png checked",
    "model.pkl checked",
    "numbers.dat skipped",
    "weights.bin checked",
  ]);
  expect(run.findings[2]?.evidence).toBe('_1 = os.system("id")');
});

test.each([undefined, 2])(
  "lets model files call names of one's own, with %s workers",
  async (jobs) => {
    const config = { ...defaultConfig, ownNames: ["acme.features.Scaler"] };
    const files = {
      "a.pkl": calling("acme.features", "Scaler"),
      "b.pkl": calling("acme.io", "get"),
    };
    const run = await scanTree(files, { toolbox: undefined, config, jobs });
    expect(run.findings.map(({ check, location }) => [check, location.path])).toEqual([
      ["model-calls-unknown", "b.pkl"],
    ]);
  },
);

test("says in the coverage what was packed beyond the limit", async () => {
  const run = await scanTree(
    { "a.pkl.gz": gzipSync(Buffer.concat([opcodes("\x80\x04C\xff"), Buffer.alloc(3_000_000)])) },
    { toolbox: undefined, limits: { maxUnpackedBytes: 1_000_000 } },
  );
  const [asset] = run.coverage.assets;
  expect([asset?.status, asset?.reason]).toEqual(["failed", "limit"]);
});

const layer = '<layer id="0" name="w" type="Const" version="opset1">';
const network = (data: string): string =>
  `<net name="m" version="11"><layers>${layer}${data}</layer></layers></net>`;

test("models that are texts are read as models and as texts, with the file beside them", async () => {
  const key = `hf_${"aB3dE5gH7jK9mN1pQ3sT5vX7zA2cF4hJ6L".slice(0, 34)}`;
  const run = await scanTree(
    {
      "m.xml": network('<data offset="96" size="16"/>'),
      "m.bin": Buffer.alloc(100, 7),
      "sound.xml": network('<data offset="84" size="16"/>'),
      "sound.bin": Buffer.alloc(100, 7),
      "fetched-later.xml": network('<data offset="84" size="1600"/>'),
      "fetched-later.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1684\n",
      "large.xml": network(`<!-- ${"x".repeat(3_000)} --><data offset="x" size="1"/>`),
      "Manifest.json": JSON.stringify({
        itemInfoEntries: { a: { path: "../../x", description: key } },
      }),
    },
    { toolbox: undefined, limits: { maxTextBytes: 2_000 } },
  );
  expect(run.findings.map(({ check, location }) => [check, location.path])).toEqual([
    ["archive-member-escapes", "Manifest.json"],
    ["secret-ai-key", "Manifest.json"],
    ["model-contradicts-format", "large.xml"],
    ["model-contradicts-format", "m.xml"],
  ]);
});

test("messages with so much text in them that they look like one are read", async () => {
  const text = "a model that says much of itself. ".repeat(1_000);
  const run = await scanTree(
    {
      "m.mlmodel": encode([
        [1, 4],
        [2, [[100, [[3, text]]]]],
        [555, [[10, "EvilModel"]]],
      ]),
      "m.pdmodel": encode([
        [
          1,
          [
            [1, 3],
            [2, 2],
            [3, [[1, text]]],
            [4, [[3, "py_func"]]],
          ],
        ],
      ]),
      "notes.txt": `\n${text}`,
    },
    { toolbox: undefined },
  );
  expect(run.findings.map(({ check, location }) => [check, location.path])).toEqual([
    ["model-names-unknown", "m.mlmodel"],
    ["model-runs-code", "m.pdmodel"],
  ]);
});
