import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildTorch } from "../formats/zip/testing/build.ts";
import { calling, opcodes } from "../load/testing/pickles.ts";
import { defaultConfig } from "./config.ts";
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
