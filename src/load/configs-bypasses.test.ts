import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildZip } from "../formats/zip/testing/build.ts";
import { actsIn, opcodes } from "./testing/pickles.ts";
import { tarOf } from "../testing/archives.ts";

const weights = opcodes("\x80\x02N.");

/** A `.nemo` file with a configuration. */
function nemo(config: string | Buffer, name = "./model_config.yaml"): Buffer {
  return tarOf({ [name]: config, "./model_weights.ckpt": weights });
}

describe("NeMo and Hydra", () => {
  const target = "optim:\n  _target_: os.system\n  command: id\n";
  test.each<readonly [string, Buffer]>([
    ["CVE-2025-23304: _target_", nemo(target)],
    ["CVE-2025-23304: in a packed archive", gzipSync(nemo(target))],
    ["CVE-2025-23304: in a ZIP archive", buildZip([{ name: "a/model_config.yaml", data: target }])],
    ["CVE-2025-23304: in JSON", nemo('{"_target_": "builtins.eval"}', "config.json")],
    [
      "CVE-2025-23304: in JSON with escapes",
      nemo('{"\\u005ftarget_": "builtins.eval"}', "config.json"),
    ],
    ["CVE-2025-23304: in YAML with escapes", nemo('a: {"\\x5ftarget_": subprocess.Popen}')],
    [
      "CVE-2025-23304: through an alias",
      nemo("a: &x\n  - pty.spawn\nb:\n  _target_: pty.spawn\n  y: *x\n"),
    ],
    ["CVE-2025-23304: a configuration that is long", nemo(`${target}${"a: 1\n".repeat(100_000)}`)],
    ["CVE-2025-23304: one that is no YAML", nemo(`${target}x: [}\n\tz`)],
    ["CVE-2025-23304: in UTF-16", nemo(Buffer.from(`\ufeff${target}`, "utf16le"))],
    [
      "Uni2TS and FlexTok: config.json",
      buildZip([
        { name: "config.json", data: '{"encoder": {"_target_": "importlib.import_module"}}' },
      ]),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["runs"]);
  });

  test.each<readonly [string, string]>([
    [
      "CVE-2020-1747",
      '!!python/object/new:type\nargs: [z, !!python/tuple [], {extend: !!python/name:exec }]\nlistitems: "x"',
    ],
    [
      "CVE-2020-14343",
      "!!python/object/new:tuple [!!python/object/new:map [!!python/name:eval , ['1']]]",
    ],
    ["CVE-2017-18342", "a: !!python/object/apply:os.system ['id']"],
    ["a tag that is written out", "!<tag:yaml.org,2002:python/object/apply:os.system> ['id']"],
    ["a handle of its own", "%TAG ! tag:yaml.org,2002:python/\n---\n!object/apply:os.system [id]"],
    ["a tag with escapes", "a: !!%70ython/object/apply:os.system [id]"],
    ["a tag of a key", "? !!python/object/apply:os.system [id]\n: 1"],
    ["SpeechBrain", "a: !apply:os.system\n  command: id"],
  ])("%s", (_, yaml) => {
    expect(actsIn(nemo(yaml))).toContain("runs");
  });

  test("classes that are not known", () => {
    expect(actsIn(nemo("a: !!python/object/apply:mine.make [1]"))).toEqual(["calls-unknown"]);
    expect(actsIn(nemo("a: !!python/name:mine.make"))).toEqual(["names-unknown"]);
  });

  test("what NeMo, Lightning and others write is silent", () => {
    const configs = [
      "model:\n  _target_: nemo.collections.asr.models.EncDecCTCModel\n  optim: {_target_: torch.optim.AdamW}\n",
      "a: !!python/tuple [1, 2]\nb: !!python/object:argparse.Namespace {lr: 1}\n",
      "# !!python/object/apply:os.system\na: '!!python/object/apply:os.system'\n",
      "text: '_target_: os.system'\n",
      "a: !ENV ${HOME}\nb: !new:torch.nn.Linear {}\n",
    ];
    expect(configs.flatMap((yaml) => actsIn(nemo(yaml)))).toEqual([]);
    expect(actsIn(nemo("_target_: os.system", "notes.txt"))).toEqual([]);
  });

  test("many aliases and deep nesting end", () => {
    const bomb = ["a0: &a0 [_target_]"];
    for (let n = 1; n < 30; n++) bomb.push(`a${n}: &a${n} [*a${n - 1}, *a${n - 1}, *a${n - 1}]`);
    expect(actsIn(nemo(bomb.join("\n")))).toEqual([]);
    expect(actsIn(nemo(`_target_: ${"[".repeat(50_000)}`))).toEqual([]);
  });
});

describe("MLflow", () => {
  const model = (...lines: readonly string[]): Buffer =>
    buildZip([
      {
        name: "m/MLmodel",
        data: `flavors:\n  python_function:\n${lines.map((line) => `    ${line}\n`).join("")}`,
      },
    ]);
  test("a loader of its own", () => {
    expect(actsIn(model("code: code", "loader_module: evil"))).toEqual(["calls-unknown"]);
  });
  test("data outside the folder", () => {
    expect(actsIn(model("data: ../../x"))).toEqual(["escapes"]);
  });
  test("a flavor of MLflow is silent", () => {
    expect(actsIn(model("loader_module: mlflow.sklearn", "model_path: model.pkl"))).toEqual([]);
  });
});
