import { expect, test } from "vitest";
import type { PartFinding } from "../../load/folder/view.ts";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { modelFolderRunsCode } from "./model-folder-runs-code.ts";

const config = JSON.stringify({
  model_type: "x",
  auto_map: { AutoConfig: "configuration_x.XConfig", AutoModel: "modeling_x.XModel" },
});
const finding = (severity: PartFinding["severity"]): PartFinding => ({
  check: "exec-used",
  severity,
  message: "exec runs text as code",
  location: { path: "modeling_x.py", line: 3 },
  evidence: "exec(text)",
});

function told(files: Readonly<Record<string, string>>, ...found: readonly PartFinding[]) {
  return runFolderCheck(modelFolderRunsCode, files, found).map(({ message, details }) => [
    details.severity,
    message,
  ]);
}

const modules = { "configuration_x.py": "import torch\n", "modeling_x.py": "import torch\n" };

test("names the files that the loader imports, once for each configuration", () => {
  expect(told({ "config.json": config, ...modules })).toEqual([
    [
      "medium",
      "Loading runs `configuration_x.py` and `modeling_x.py` of this folder; the checks found nothing in them",
    ],
  ]);
});

test("says what the checks found in them, and is as grave as that", () => {
  const files = { "config.json": config, ...modules };
  expect(told(files, finding("high"), finding("low"))).toEqual([
    [
      "high",
      "Loading runs `configuration_x.py` and `modeling_x.py` of this folder; the checks found 1 low and 1 high in them",
    ],
  ]);
  const [first] = runFolderCheck(modelFolderRunsCode, files, [finding("high")]);
  expect(first?.details.steps).toEqual([
    expect.objectContaining({ message: "the loader imports it" }),
    {
      location: { path: "modeling_x.py", line: 3 },
      evidence: "exec(text)",
      message: "exec runs text as code (exec-used)",
    },
  ]);
});

test("says where a file is not there", () => {
  expect(told({ "config.json": config })).toEqual([
    ["low", "Loading imports `configuration_x.py` and `modeling_x.py`; no such files are there"],
  ]);
});

test("reads lists, and configurations of parts", () => {
  const tokenizer = '{"auto_map": {"AutoTokenizer": ["tok_x.Tok", null]}}';
  expect(told({ "tokenizer_config.json": tokenizer, "tok_x.py": "x = 1\n" })).toHaveLength(1);
  const nested = '{"text_config": {"auto_map": {"AutoModel": "m.M"}}}';
  expect(told({ "config.json": nested, "m.py": "x = 1\n" })).toHaveLength(1);
});

test("knows code of pipelines and of sentence-transformers", () => {
  const pipeline =
    '{"_class_name": ["my_pipe", "Pipe"], "unet": ["my_unet", "Net"], "vae": ["diffusers", "V"]}';
  expect(
    told({ "model_index.json": pipeline, "my_pipe.py": "x = 1\n", "unet/my_unet.py": "x = 1\n" }),
  ).toEqual([
    [
      "medium",
      "Loading runs `my_pipe.py` and `unet/my_unet.py` of this folder; the checks found nothing in them",
    ],
  ]);
  const sentences = (type: string): string => `[{"idx": 0, "path": "", "type": "${type}"}]`;
  expect(told({ "modules.json": sentences("os.system") })).toEqual([
    ["high", "Loading imports `os.system` by its name"],
  ]);
  expect(told({ "modules.json": sentences("custom_st.Net"), "custom_st.py": "x = 1\n" })).toEqual([
    ["medium", "Loading runs `custom_st.py` of this folder; the checks found nothing in it"],
  ]);
});

test.each([
  [{ "config.json": '{"model_type": "bert"}', "modeling_x.py": "import torch\n" }],
  [{ "config.json": '{"auto_map": {"AutoModel": "someone/else--modeling.Net"}}' }],
  [
    {
      "model_index.json":
        '{"_class_name": "P", "unet": ["diffusers", "UNet"], "safety": ["stable_diffusion", "S"]}',
    },
  ],
  [{ "modules.json": '[{"idx": 0, "type": "sentence_transformers.models.Pooling"}]' }],
  [{ "settings.json": '{"auto_map": {"a": "b.c"}}', "b.py": "x = 1\n" }],
])("is silent on %j", (files) => {
  expect(told(files as unknown as Record<string, string>)).toEqual([]);
});

test("what starts programs or runs texts is grave, however mild it is elsewhere", () => {
  const mild = { ...finding("low"), check: "os-system", message: "a program is started" };
  expect(told({ "config.json": config, ...modules }, mild)[0]?.[0]).toBe("high");
  const other = { ...finding("low"), check: "try-except-pass" };
  expect(told({ "config.json": config, ...modules }, other)[0]?.[0]).toBe("medium");
});

const mlmodel =
  "flavors:\n  python_function:\n    code: code\n    data: d.txt\n    loader_module: churn.loader\n";
const ofCode = {
  MLmodel: mlmodel,
  "code/churn/__init__.py": "",
  "code/churn/loader.py": "from churn.x import y\n",
  "code/churn/x.py": "y = 1\n",
};
const inside = (check: string, severity: PartFinding["severity"]): PartFinding => ({
  ...finding(severity),
  check,
  location: { path: "code/churn/x.py", line: 1 },
});

test("reads all code beside a loader of MLflow, and is silent where it does no harm", () => {
  expect(told(ofCode)).toEqual([]);
  expect(told(ofCode, inside("assert-used", "low"))).toEqual([]);
  expect(told({ ...ofCode, MLmodel: mlmodel.replace("churn.loader", "mlflow.sklearn") })).toEqual(
    [],
  );
});

test("says what that code does, and where it cannot be read", () => {
  const grave = [["high", expect.stringContaining("Loading runs `churn.loader`")]];
  expect(told(ofCode, inside("os-system", "low"))).toEqual(grave);
  expect(told(ofCode, inside("pickle-load", "high"))).toEqual(grave);
  const missing = [["high", expect.stringContaining("not in the folder of code")]];
  expect(told({ ...ofCode, MLmodel: mlmodel.replace("churn.loader", "antigravity") })).toEqual(
    missing,
  );
  expect(told({ MLmodel: mlmodel })).toEqual(missing);
});
