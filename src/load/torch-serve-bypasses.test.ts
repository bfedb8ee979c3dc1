import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildZip } from "../formats/zip/testing/build.ts";
import { tarOf } from "../testing/archives.ts";
import { actsIn, calling, opcodes } from "./testing/pickles.ts";

/** The members of a `.mar` file with a handler, or with one of TorchServe's own. */
function members(handler: string, more: Readonly<Record<string, string | Buffer>> = {}) {
  const manifest = {
    runtime: "python",
    model: { modelName: "m", serializedFile: "model.pt", handler, modelVersion: "1.0" },
    archiverVersion: "0.12.0",
  };
  return {
    "MAR-INF/MANIFEST.json": JSON.stringify(manifest),
    "model.pt": opcodes("\x80\x02N."),
    ...more,
  };
}
const zip = (files: Readonly<Record<string, string | Buffer>>): Buffer =>
  buildZip(Object.entries(files).map(([name, data]) => ({ name, data })));

describe("TorchServe", () => {
  const handler = { "handler.py": "import os\nos.system('id')\n" };
  test("ShellTorch: a handler in the archive", () => {
    expect(actsIn(zip(members("handler.py:handle", handler)))).toEqual(["holds-code", "runs"]);
  });
  test("a handler in an archive of the other form", () => {
    expect(actsIn(gzipSync(tarOf(members("handler.py:handle", handler))))).toEqual([
      "holds-code",
      "runs",
    ]);
  });
  test("a pickle in the archive", () => {
    expect(
      actsIn(zip(members("text_classifier", { "index.pkl": calling("os", "system", "id") }))),
    ).toEqual(["runs"]);
  });
  test("a handler of TorchServe's own is silent", () => {
    expect(actsIn(zip(members("image_classifier")))).toEqual([]);
    expect(actsIn(gzipSync(tarOf(members("image_classifier"))))).toEqual([]);
  });
  test("Python in a tar archive that is no model is silent", () => {
    expect(actsIn(tarOf({ "setup.py": "import os" }))).toEqual([]);
  });
});
