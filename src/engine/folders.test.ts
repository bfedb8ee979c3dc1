import { createHash } from "node:crypto";
import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { encode } from "../load/testing/messages.ts";
import { scanTree } from "../testing/scan-tree.ts";
import { makeTree } from "../testing/tree.ts";

const safe = Buffer.from("\x08\x00\x00\x00\x00\x00\x00\x00{}      ", "latin1");
const pickle = Buffer.from("\x80\x04}\x94.", "latin1");
const bert = '{"architectures": ["BertModel"], "model_type": "bert"}';
const own = { toolbox: undefined } as const;

function told({ findings }: Run): readonly string[] {
  return findings.map(
    ({ check, location: { path, line } }) =>
      `${check} ${path}${line === undefined ? "" : `:${line}`}`,
  );
}

const custom = {
  "m/config.json": '{\n"model_type": "x",\n"auto_map": {"AutoModel": "modeling_x.X"}\n}',
  "m/modeling_x.py": "from .parts import run\n",
  "m/parts.py": "def run(text):\n    exec(text)\n",
  "m/demo.py": "def show(text):\n    eval(text)\n",
  "m/model.safetensors": safe,
};

describe("a folder of a model", () => {
  test.each([undefined, 2])("is one asset of several files, with %s workers", async (jobs) => {
    const run = await scanTree(custom, { ...own, jobs });
    expect(told(run)).toEqual([
      "model-folder-runs-code m/config.json:3",
      "eval-used m/demo.py:2",
      "exec-used m/parts.py:2",
    ]);
    const [first] = run.findings;
    expect(first?.message).toBe(
      "Loading runs `modeling_x.py` of this folder, which imports `parts.py`; the checks found 1 medium in them",
    );
    expect(first?.steps?.map(({ location }) => `${location.path}:${location.line}`)).toEqual([
      "m/config.json:3",
      "m/parts.py:2",
    ]);
  });

  test.each([
    ["from . import", "from . import parts as p, other\n"],
    ["in brackets", "from . import (\n    other,\n    parts,\n)\n"],
    ["by its plain name", "import parts\n"],
    ["through a package", "from .inner import thing\n"],
    ["two steps away", "from .middle import x\n"],
  ])("is followed to what it imports: %s", async (_, text) => {
    const files = {
      ...custom,
      "m/modeling_x.py": text,
      "m/inner/__init__.py": "from ..parts import run\n",
      "m/middle.py": "from . import parts\n",
    };
    const { findings } = await scanTree(files, own);
    const first = findings.find(({ check }) => check === "model-folder-runs-code");
    expect(first?.message).toContain("`parts.py`");
    expect(first?.message).toContain("found 1 medium");
  });

  test("has a handler that an endpoint runs", async () => {
    const handler =
      "import subprocess\nclass EndpointHandler:\n    def __init__(self, path):\n        ";
    const files = { "m/config.json": bert, "m/model.safetensors": safe };
    const evil = `${handler}subprocess.run(path, shell=True)\n`;
    const told = async (text: string): Promise<readonly string[]> => {
      const { findings } = await scanTree({ ...files, "m/handler.py": text }, own);
      return findings
        .filter(({ check }) => check === "model-folder-runs-code")
        .map(({ severity }) => severity);
    };
    expect(await told(evil)).toEqual(["high"]);
    expect(await told("class EndpointHandler:\n    pass\n")).toEqual(["low"]);
  });

  test("that is scanned by one of its files accuses no other of being missing", async () => {
    const root = makeTree(custom);
    const run = await scanTree(root, { ...own, targets: ["m/config.json"] });
    expect(run.findings.map(({ message, severity }) => [severity, message])).toEqual([
      [
        "medium",
        "Loading runs `modeling_x.py` of this folder, which imports `parts.py`; `modeling_x.py` and `parts.py` are not part of the scan",
      ],
    ]);
  });

  test("may have links to what never ends, or to what lies elsewhere", async () => {
    const root = makeTree({
      "m/config.json": '{"auto_map": {"AutoModel": "modeling_x.X", "AutoConfig": "other.C"}}',
      "m/modeling_x.py": "from .endless import run\n",
      "elsewhere.py": "x = 1\n",
    });
    symlinkSync("/dev/zero", join(root, "m/endless.py"));
    symlinkSync("../elsewhere.py", join(root, "m/other.py"));
    const run = await scanTree(root, own);
    expect(run.findings.map(({ message }) => message)).toEqual([
      "Loading runs `modeling_x.py` and `other.py` of this folder, which import `endless.py`; `other.py` and `endless.py` are not part of the scan",
    ]);
  });

  test("has its findings allowed as all others", async () => {
    const root = makeTree({
      ...custom,
      "m/demo.py": "",
      "m/parts.py": "",
      "pavise.yaml":
        "allow:\n  - check: model-folder-runs-code\n    path: m/config.json\n    reason: read\n",
    });
    const { loadConfig } = await import("./load-config.ts");
    const config = await loadConfig({ targets: ["."], cwd: root });
    const run = await scanTree(root, { ...own, config });
    expect(told(run)).toEqual([]);
    expect(run.suppressed).toHaveLength(1);
  });

  test("is looked at without the checks that are switched off", async () => {
    const { defaultConfig } = await import("./config.ts");
    const config = { ...defaultConfig, disable: ["model-folder-runs-code"] };
    const run = await scanTree(
      { ...custom, "m/demo.py": "", "m/parts.py": "" },
      { ...own, config },
    );
    expect(told(run)).toEqual([]);
  });

  test("keeps its fingerprints wherever it is found among others", async () => {
    const both = { "m/model.safetensors": safe, "m/pytorch_model.bin": pickle };
    const alone = await scanTree(both, own);
    const more = await scanTree(
      { "a/model.safetensors": safe, "a/pytorch_model.bin": pickle, ...both },
      own,
    );
    expect(told(alone)).toEqual(["unsafe-weights-beside-safe m/pytorch_model.bin"]);
    expect(told(more)).toHaveLength(2);
    expect(more.findings[1]?.fingerprint).toBe(alone.findings[0]?.fingerprint);
    expect(more.findings[0]?.fingerprint).not.toBe(alone.findings[0]?.fingerprint);
  });
});

const names = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] as const;
const index = JSON.stringify({ weight_map: { a: names[0], b: names[1] } });

describe("honest folders", () => {
  test.each<[string, Readonly<Record<string, string | Buffer>>]>([
    ["BERT", { "config.json": bert, "model.safetensors": safe, "vocab.txt": "a\n" }],
    [
      "shards",
      {
        "config.json": bert,
        "model.safetensors.index.json": index,
        [names[0]]: safe,
        [names[1]]: safe,
      },
    ],
    ["an index of weights that are elsewhere", { "model.safetensors.index.json": index }],
    [
      "weights that are left out of the scan",
      {
        ".gitignore": "*.safetensors\n",
        "config.json": bert,
        "model.safetensors.index.json": index,
        [names[0]]: safe,
        [names[1]]: safe,
      },
    ],
    [
      "a pipeline",
      {
        "model_index.json":
          '{"_class_name": "P", "_diffusers_version": "0.30.0", "unet": ["diffusers", "U"], "x": [null, null]}',
        "unet/config.json": '{"_class_name": "U", "_diffusers_version": "0.30.0"}',
        "unet/diffusion_pytorch_model.safetensors": safe,
        "vae/diffusion_pytorch_model.safetensors": safe,
      },
    ],
    [
      "an adapter",
      {
        "adapter_config.json": '{"peft_type": "LORA", "base_model_name_or_path": "a/b"}',
        "adapter_model.safetensors": safe,
      },
    ],
  ])("%s", async (_, files) => {
    expect(told(await scanTree(files, own))).toEqual([]);
  });

  test("the cache of a hub, whose files are links to blobs", async () => {
    const files: Record<string, string | Buffer> = {};
    const links: [string, string][] = [];
    const contents = {
      "config.json": bert,
      "model.safetensors": safe,
      "pytorch_model.bin": pickle,
    };
    for (const [name, content] of Object.entries(contents)) {
      const hash = createHash("sha256").update(content).digest("hex");
      files[`hub/models--a--b/blobs/${hash}`] = content;
      links.push([`../../blobs/${hash}`, `hub/models--a--b/snapshots/abc/${name}`]);
    }
    const root = makeTree({ ...files, "hub/models--a--b/snapshots/abc/README.md": "x" });
    for (const [to, link] of links) symlinkSync(to, join(root, link));
    const path = "hub/models--a--b/snapshots/abc/pytorch_model.bin";
    const run = await scanTree(root, own);
    expect(told(run)).toEqual([`unsafe-weights-beside-safe ${path}`]);
    expect(run.coverage.summary.checked).toBe(4);
    // By its own snapshot, the blobs lie outside of what was named.
    const snapshot = join(root, "hub/models--a--b/snapshots/abc");
    const inside = await scanTree(snapshot, own);
    expect(told(inside)).toEqual(["unsafe-weights-beside-safe pytorch_model.bin"]);
    expect(inside.coverage.summary).toMatchObject({ checked: 4, skipped: 0 });
  });
});

/** An ONNX model whose weights lie in another file. */
function onnx(location: string, length = 4): Buffer {
  const entry = (key: string, value: string) =>
    [
      13,
      [
        [1, key],
        [2, value],
      ] as const,
    ] as const;
  return encode([
    [1, 8],
    [
      7,
      [
        [1, [[4, "Relu"]]],
        [
          5,
          [
            [8, "w"],
            entry("location", location),
            entry("offset", "0"),
            entry("length", String(length)),
          ],
        ],
      ],
    ],
  ]);
}

describe("data of ONNX beside the model", () => {
  test("that are there are no finding", async () => {
    expect(told(await scanTree({ "m/a.onnx": onnx("w.data"), "m/w.data": "abcd" }, own))).toEqual(
      [],
    );
  });

  test("may have yet to be fetched by Git LFS", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 900\n`;
    const files = { "m/w.data": pointer, "m/a.onnx": onnx("w.data", 900) };
    expect(told(await scanTree(files, own))).toEqual([]);
    const short = { "m/w.data": pointer, "m/a.onnx": onnx("w.data", 901) };
    expect(told(await scanTree(short, own))).toEqual(["weights-incomplete m/a.onnx"]);
  });

  test("that are missing or short are named", async () => {
    const run = await scanTree(
      { "m/a.onnx": onnx("w.data"), "n/a.onnx": onnx("w.data", 9), "n/w.data": "abcd" },
      own,
    );
    expect(run.findings.map(({ message }) => message)).toEqual([
      "Tensors are read from `w.data`, which is not there",
      "Tensors are read up to byte 9 of `w.data`, which has 4",
    ]);
  });

  test("CVE-2026-27489: through a symbolic link", async () => {
    const root = makeTree({ "m/a.onnx": onnx("w.data"), "secret.txt": "abcd" });
    symlinkSync("../secret.txt", join(root, "m/w.data"));
    const run = await scanTree(root, own);
    expect(told(run)).toEqual(["weights-leave-folder m/a.onnx"]);
    expect(run.findings[0]?.message).toContain("is a link to `../secret.txt`");
  });

  test("CVE-2026-34447: through a linked folder", async () => {
    const root = makeTree({ "m/a.onnx": onnx("d/w.data"), "secrets/w.data": "abcd" });
    symlinkSync("../secrets", join(root, "m/d"));
    expect(told(await scanTree(root, own))).toEqual(["weights-leave-folder m/a.onnx"]);
  });

  test("CVE-2026-34446: by a second name of a file", async () => {
    const root = makeTree({ "m/a.onnx": onnx("w.data"), "secret.txt": "abcd" });
    linkSync(join(root, "secret.txt"), join(root, "m/w.data"));
    const run = await scanTree(root, own);
    expect(
      run.findings.map(({ check, severity, confidence }) => [check, severity, confidence]),
    ).toEqual([["weights-leave-folder", "low", "low"]]);
  });

  test("may be links within the folder", async () => {
    const root = makeTree({ "m/a.onnx": onnx("w.data"), "m/parts/w": "abcd" });
    symlinkSync("parts/w", join(root, "m/w.data"));
    expect(told(await scanTree(root, own))).toEqual([]);
  });
});
