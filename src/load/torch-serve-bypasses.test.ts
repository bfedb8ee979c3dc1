import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { buildZip } from "../formats/zip/testing/build.ts";
import { tarOf } from "../testing/archives.ts";
import { actsIn, calling, isFound, opcodes } from "./testing/pickles.ts";

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
  test.each([
    [
      "computes",
      "import torch\nfrom ts.torch_handler.base_handler import BaseHandler\nclass H(BaseHandler):\n    def postprocess(self, out):\n        return out.argmax(1).tolist()\n",
      "holds-plain-code",
    ],
    [
      "reads a file",
      "class H:\n    def handle(self, data, context):\n        return open(data).readline()\n",
      "holds-code",
    ],
    [
      "unpickles",
      "import pickle\nclass H:\n    def handle(self, d, c):\n        return pickle.loads(d)\n",
      "holds-code",
    ],
    [
      "starts programs when it is asked",
      "import subprocess as s\ndef handle(d, c):\n    return s.run(d)\n",
      "holds-code",
    ],
    ["runs a text", "def handle(d, c):\n    return eval(d)\n", "holds-code"],
    [
      "runs a text by other letters",
      "def handle(d, c):\n    return \uff45\uff56\uff41\uff4c(d)\n",
      "holds-code",
    ],
    ["reaches by a text", "def handle(d, c):\n    return getattr(d, 'x' + d)(c)\n", "holds-code"],
    ["runs within a text", "def handle(d, c):\n    return f'{__import__(d)}'\n", "holds-code"],
    [
      "climbs",
      "def handle(d, c):\n    return ().__class__.__base__.__subclasses__()\n",
      "holds-code",
    ],
    [
      "takes a module of an error",
      "import random\ndef handle(d, c):\n    try:\n        ('{0._o' + 's.x}').format(random)\n    except AttributeError as e:\n        return e.obj\n",
      "holds-code",
    ],
    [
      "has an annotation evaluated",
      "import typing\ndef handle(d, c):\n    handle.__annotations__['x'] = '__imp' + 'ort__(1)'\n    typing.get_type_hints(handle)\n",
      "holds-code",
    ],
    ["is written otherwise", "# coding: utf-7\nx = 1\n", "holds-code"],
    [
      "is written otherwise below",
      "#!/usr/bin/python\n# -*- coding: rot13 -*-\nx = 1\n",
      "holds-code",
    ],
    [
      "reaches the network",
      "import http.client\ndef handle(d, c):\n    return http.client.HTTPConnection(d)\n",
      "holds-code",
    ],
  ])("a handler that %s", (_, source, kind) => {
    expect(actsIn(zip(members("h.py", { "h.py": source })))).toEqual([kind]);
  });
  test("a compiled handler is never plain", () => {
    expect(isFound(zip(members("h.py", { "h.pyc": "abc" })))).toBe(true);
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
