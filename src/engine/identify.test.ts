import { expect, test } from "vitest";
import { identify } from "./identify.ts";

function kindOf(name: string, content: string | Buffer): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return identify({ bytes, size: bytes.length, name: name.toLowerCase() });
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

function tar(name: string): Buffer {
  const block = Buffer.alloc(1024);
  block.write(name, 0);
  block.write("0000644\0", 100);
  block.write("        ", 148);
  block.write("0", 156);
  let sum = 0;
  for (const byte of block.subarray(0, 512)) sum += byte;
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

function safetensors(): Buffer {
  const header = Buffer.from('{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(4)]);
}

test.each([
  [
    "weights.txt",
    latin1("\x80\x04\x95\x1d\0\0\0\0\0\0\0\x8c\x05posix\x94\x8c\x06system\x94\x93."),
    "pickle",
  ],
  ["notes.txt", "cos\nsystem\n(S'id'\ntR.", "pickle"],
  ["data", "(lp0\nI1\naI2\na.", "pickle"],
  ["p1", latin1("]q\0(K\x01K\x02e."), "pickle"],
  ["broken.py", latin1("\x80\x04\x95\x1d\0\0\0\0\0\0\0\x8c\x05posix\x94\xff"), "pickle"],
  ["a.py", "PK\x03\x04rest", "zip"],
  ["network.template", "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", "yaml"],
  ["network.template", '{"AWSTemplateFormatVersion": "2010-09-09"}', "json"],
  ["nginx.template", "server { listen 80; }\n", "text"],
  ["app", latin1("#!/usr/bin/env python3\nPK\x03\x04rest"), "zip"],
  ["x", latin1("\x1f\x8b\x08"), "gzip"],
  ["model.bin", tar("member"), "tar"],
  ["x.bin", safetensors(), "safetensors"],
  ["x", "GGUF\x03\0\0\0", "gguf"],
  ["x", latin1("\x93NUMPY\x01\0"), "numpy"],
  ["x", latin1("\x89HDF\r\n\x1a\n"), "hdf5"],
  ["x", latin1("\x1c\0\0\0TFL3"), "tflite"],
  ["x", latin1("\x08\x08\x12\x07pytorch\x1a\x051.0.0"), "onnx"],
  ["x", latin1("\x7fELF\x02"), "executable"],
  ["model.rds", "A\n3\n262147\n197888\n5\nUTF-8\n254\n", "binary"],
  ["x", latin1("\x89PNG\r\n\x1a\n"), "image"],
  ["x", "SQLite format 3\0", "sqlite"],
])("the content of %s decides: %#", (name, content, kind) => {
  expect(kindOf(name, content)).toBe(kind);
});

test.each([
  ["train.py", "print(1)", "python"],
  ["MLmodel", "flavors:\n  sklearn:\n    code: null\n", "yaml"],
  ["train.py", "#!/bin/sh\n''''exec python3 \"$0\" #'''", "python"],
  ["train.py", latin1("x = 1\0\x01\x02\x03"), "python"],
  ["train", "#!/usr/bin/env python3\nprint(1)", "python"],
  ["train.txt", "#! /usr/bin/python3.12 -u\nprint(1)", "python"],
  ["train", "#!/usr/bin/env -S uv run --script\nprint(1)", "python"],
  ["run", "#!/usr/bin/env -S FOO=1 bash\necho", "shell"],
  ["manage", "import os\nimport sys\n\ndef main():\n    pass\n", "python"],
  ["config", "['remote \"store\"']\n    url = https://x/y\n", "ini"],
  ["settings", "# a\n; b\n\n[core]\nremote = store\n", "ini"],
  ["OAI_CONFIG_LIST".toLowerCase(), '[{"model": "m"}]', "json"],
  ["todo", "[ ] buy milk\n[x] sleep\n", "text"],
  ["manage", "class notes of the day\nimport taxes\n", "text"],
  ["Dockerfile", "FROM x", "dockerfile"],
  ["Dockerfile.gpu", "FROM x", "dockerfile"],
  ["api.Dockerfile", "FROM x", "dockerfile"],
  ["Containerfile", "FROM x", "dockerfile"],
  [".env", "A=1", "dotenv"],
  [".env.local", "A=1", "dotenv"],
  ["prod.env", "A=1", "dotenv"],
  ["a.ipynb", '{"cells": []}', "notebook"],
  ["a.json", '{"cells": [{"cell_type": "code"}]}', "notebook"],
  ["a.json", "{}", "json"],
  ["constructor", "words", "text"],
  ["readme.md", "Usage: run the tables.", "markdown"],
  ["Procfile", "web: x", "text"],
  ["x", latin1("\xff\xfei\0m\0p\0o\0r\0t\0"), "text"],
  ["x.py", latin1("\xff\xfei\0m\0p\0o\0r\0t\0"), "python"],
  ["x.dat", latin1("abc\0\0\x01\x02"), "binary"],
  ["x.py", "", "empty"],
])("%s is known by its name where the content leaves it open: %#", (name, content, kind) => {
  expect(kindOf(name, content)).toBe(kind);
});

test.each([
  "Usage: foo [options] and then come these tables.",
  "(c) 2020 somebody",
  "cat\ndog\nbird\n",
  "I am.",
  "N.",
  "0.",
  ".",
])("%j is text and no pickle", (text) => {
  expect(kindOf("notes", text)).toBe("text");
});

test.each([
  "GGUF = 1",
  "PAR1 = 1",
  "GIF89a = 1",
  "RIFF1234WEBP = 1",
  "abcdTFL3 = 1",
  `MZ = 1 #${"x".repeat(80)}`,
  "(((((N.real)))))",
  "GGUF = 1 # \u0003\u0001",
])("code cannot pass for a model or a picture: %j", (text) => {
  expect(kindOf("train.py", `${text}\nimport os; os.system('id')\n`)).toBe("python");
  expect(kindOf("run.sh", `${text}\nid\n`)).toBe("shell");
});

test("a binary pickle passes for code under no name", () => {
  expect(kindOf("train.py", latin1("\x80\x04N."))).toBe("pickle");
});
