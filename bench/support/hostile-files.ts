import { pythonBombs, scriptBombs } from "../../src/flow/testing/bombs.ts";
import type { Random } from "./random.ts";

/** A file to be ruined. */
export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A ruined file, and how. */
export interface Hostile extends Seed {
  readonly how: string;
}

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Most of a large seed says nothing new. */
const window = 24 * 1024;

function part(seed: Seed, random: Random): Buffer {
  const { bytes } = seed;
  if (bytes.length <= window) return bytes;
  const start = random.below(bytes.length - window);
  // From the start of a line, so that more than the first token is read.
  const line = bytes.indexOf(10, start) + 1;
  return bytes.subarray(line, line + window);
}

function mutate(bytes: Buffer, random: Random): Buffer {
  const output = Buffer.from(bytes);
  const times = 1 + random.below(12);
  for (let at = 0; at < times && output.length > 0; at++)
    output[random.below(output.length)] = random.below(256);
  return output;
}

const tokens =
  "( ) [ ] { } : ; , . \\ \" ' ''' \"\"\" f\" rb' # \n \r \r\n \t \f \0 * ** = == := -> @ lambda def class if else for in async await yield return import from as try except finally with match case not and or is global nonlocal del pass 0x 1e 1_0 0b2 ${ $( ` <<EOF | && --- - ? & ! % => `${ </a> <b> function const ?. ?? as satisfies async<T>( /* */ // \ufeff \u2028 \u202e é 漢".split(
    " ",
  );

function insertTokens(bytes: Buffer, random: Random): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < 1 + random.below(8); at++) {
    const to = from + random.below(Math.max(1, bytes.length - from));
    pieces.push(bytes.subarray(from, to), Buffer.from(random.pick(tokens)));
    // Sometimes what follows is lost, sometimes it comes twice.
    from = Math.max(0, to + random.pick([0, 0, 1, 7, 40, -40]));
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

function splice(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const head = bytes.subarray(0, random.below(bytes.length + 1));
  return Buffer.concat([head, other.subarray(random.below(other.length + 1))]);
}

const open = [
  "(",
  "[",
  "{",
  "f(",
  "a[",
  "{1:",
  "lambda: ",
  "not ",
  "-",
  "await ",
  "x.y(z, *",
  "f'{",
];
const grow = [".a", "()", "[0]", "+1", "**2", " or x", " if a else b", "==1", ",", "''", ".f(x)"];

/** A notebook with these sources, each with one output. */
function notebook(sources: readonly string[], html = ""): string {
  const outputs = html === "" ? [] : [{ output_type: "display_data", data: { "text/html": html } }];
  const cells = sources.map((source) => ({ cell_type: "code", metadata: {}, outputs, source }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/** A Python file as the cells of a notebook, so that what ruins the one ruins the other. */
function asNotebook(seed: Seed): Seed {
  const lines = seed.bytes.toString("utf8").split("\n");
  const half = Math.ceil(lines.length / 2);
  const sources = [lines.slice(0, half), lines.slice(half)].map((part) => part.join("\n"));
  return { name: `${seed.name}.ipynb`, bytes: Buffer.from(notebook(sources, "<b>1</b>")) };
}

const openScript = [
  "(",
  "[",
  "{a:",
  "`${",
  "<a>",
  "<a b={",
  "f<",
  "async <T>(",
  "<T>(",
  "(a=>(",
  "a?(b):",
  "class A extends (",
  "f(function(){",
  "await ",
  "x=>",
  "@a ",
];
const growScript = [".f()", "+b", "&&b", "?.[0]", "`x`", "??b", " as T", ",b"];

/** In lines so short that they are not taken for minified code. */
function wrapped(piece: string, times: number): string {
  return `${piece.repeat(20)}\n`.repeat(Math.ceil(times / 20));
}

/** Something that goes deep, or on and on, in one of the languages that are read. */
function deep(random: Random): Text {
  const depth = random.pick([50, 200, 1000, 1000, 5000, 20_000, 100_000]);
  const levels = Math.min(depth, 400);
  const indented = (head: string): string =>
    Array.from({ length: levels }, (_, at) => `${" ".repeat(at)}${head}\n`).join("");
  const opener = random.pick(open);
  return random.pick([
    () => ({ name: "open.py", text: `x = ${opener.repeat(depth)}` }),
    () => ({ name: "closed.py", text: `x = ${"(".repeat(depth)}1${")".repeat(depth)}\n` }),
    () => ({ name: "chain.py", text: `x = a${random.pick(grow).repeat(depth)}\n` }),
    () => ({
      name: "blocks.py",
      text: indented(random.pick(["if x:", "def f():", "class C:", "try:"])),
    }),
    () => ({ name: "elif.py", text: `if a:\n    pass\n${"elif b:\n    pass\n".repeat(depth)}` }),
    () => ({ name: "assign.py", text: `${"a = ".repeat(depth)}b\n` }),
    () => ({
      name: "names.py",
      text: "a = b\nb = a\n".repeat(Math.min(depth, 20_000)) + "eval(a)\n",
    }),
    () => ({
      name: "fold.py",
      text: `a = 'x'\n${"a = a + a\n".repeat(Math.min(depth, 5000))}exec(a)\n`,
    }),
    () => ({ name: "format.py", text: `x = ${"f'{".repeat(levels)}1${"}'".repeat(levels)}\n` }),
    () => ({ name: "decorators.py", text: `${"@a\n".repeat(depth)}def f(): pass\n` }),
    () => ({ name: "flow.yaml", text: `${"[".repeat(depth)}${"]".repeat(random.below(depth))}` }),
    () => ({ name: "map.yaml", text: indented("a:") }),
    () => ({ name: "aliases.yaml", text: `a: &a [x]\n${"b: &b [*a, *a]\n".repeat(levels)}` }),
    () => ({
      name: "deep.json",
      text: `${'{"a":['.repeat(depth)}${"]}".repeat(random.below(depth))}`,
    }),
    () => ({
      name: "deep.toml",
      text: `a = ${"[".repeat(depth)}${"]".repeat(random.below(depth))}\n`,
    }),
    () => ({ name: "tables.toml", text: `[${"a.".repeat(depth)}b]\nc = 1\n` }),
    () => ({
      name: "deep.sh",
      text: random.pick(["$(", "`", '"$(', "{ ", "( ", "${a:-", "if "]).repeat(depth),
    }),
    () => ({ name: "pipes.sh", text: `a ${"| b ".repeat(depth)}\n` }),
    () => ({ name: "Dockerfile", text: `FROM a\n${"RUN \\\n".repeat(depth)}` }),
    () => ({
      name: random.pick(["deep.js", "deep.ts", "deep.tsx"]),
      text: `x = ${wrapped(random.pick(openScript), depth)}`,
    }),
    () => ({ name: "chain.ts", text: `x = a${wrapped(random.pick(growScript), depth)};\n` }),
    () => ({
      name: "callbacks.js",
      text: `${"f(function () {\n".repeat(levels)}${"})\n".repeat(levels)}`,
    }),
    () => ({ name: "deep.ini", text: `[a]\n${"b = %(b)s\n".repeat(depth)}` }),
    () => ({
      name: "deep.ipynb",
      text: `{"cells":${random.pick(["[", '[{"source":']).repeat(depth)}`,
    }),
    () => ({
      name: "magics.ipynb",
      text: notebook([
        random.pick(["%%x\n", "%time ", "!a \\\n", "x = !", '"""', "([", "?"]).repeat(depth),
      ]),
    }),
    () => ({
      name: "markup.ipynb",
      text: notebook(
        ["x"],
        random.pick(["<a '", "<script>", "<img onerror=", "@a.", "1 "]).repeat(depth),
      ),
    }),
    () => ({ name: "percent.py", text: `# %%\n${"# !a \\\n# %%bash\n".repeat(depth)}` }),
    () => ({ name: ".env", text: `A=\${A}\n${"A=${A}${A}\n".repeat(Math.min(depth, 5000))}` }),
  ])();
}

/** One line, or one token, of a size that nobody writes. */
function huge(random: Random): Text {
  const size = random.pick([100_000, 500_000, 2_000_000]);
  return random.pick([
    () => ({ name: "string.py", text: `x = "${"a".repeat(size)}"\n` }),
    () => ({ name: "unclosed.py", text: `x = """${"a ".repeat(size / 2)}` }),
    () => ({ name: "list.py", text: `x = [${"1,".repeat(size / 2)}]\n` }),
    () => ({ name: "calls.py", text: `${"f(x);".repeat(size / 5)}\n` }),
    () => ({ name: "spaces.py", text: `x =${" ".repeat(size)}1\n` }),
    () => ({ name: "number.py", text: `x = ${"9".repeat(size)}\n` }),
    () => ({ name: "comment.py", text: `#${" pavise: allow".repeat(size / 14)}\n` }),
    () => ({ name: "lines.py", text: "\n".repeat(size) }),
    () => ({ name: "loads.py", text: `import torch\n${"torch.load(x)\n".repeat(size / 14)}` }),
    () => ({ name: "allowed.py", text: "eval(x)  # pavise: allow nope\n".repeat(size / 30) }),
    () => ({
      name: "quiet.py",
      text: "eval(x)  # nosec B101, B102 # noqa: S101\n".repeat(size / 42),
    }),
    () => ({ name: "Dockerfile", text: `FROM a\n${"RUN pip install x\n".repeat(size / 18)}` }),
    () => ({ name: ".env", text: "A=postgres://u:Passw0rd77@h/db\n".repeat(size / 31) }),
    () => ({ name: "calls.js", text: "eval(x);\n".repeat(size / 9) }),
    () => ({ name: "line.js", text: "f(x);".repeat(size / 5) }),
    () => ({ name: "cases.ts", text: `switch (x) {${"case a: f();\n".repeat(size / 13)}}` }),
    () => ({ name: "string.js", text: `x = "${"a".repeat(size)}";\n` }),
    () => ({ name: "keys.json", text: `{${'"a":1,'.repeat(size / 6)}"b":2}` }),
    () => ({ name: "keys.yaml", text: "a: b\n".repeat(size / 5) }),
    () => ({ name: "cells.ipynb", text: notebook(Array.from({ length: size / 50 }, () => "x")) }),
    () => ({ name: "line.ipynb", text: notebook(["x".repeat(size)], "y".repeat(size)) }),
    () => ({ name: "quotes.ipynb", text: `{"cells":[{"source":${'"\\'.repeat(size / 2)}` }),
    () => ({ name: "words.sh", text: `echo ${"a ".repeat(size / 2)}\n` }),
    () => ({ name: "words.md", text: "[a](b) ".repeat(size / 7) }),
  ])();
}

function encoded(seed: Seed, random: Random): Buffer {
  const bytes = part(seed, random);
  const text = bytes.toString("utf8");
  const cookie = random.pick(["latin-1", "utf-8", "utf-16", "utf-7", "rot13", "nonsense", "cp037"]);
  return random.pick([
    () => Buffer.from(text, "utf16le"),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.from(`# -*- coding: ${cookie} -*-\n${text}x = "é\u00ff"\n`, "latin1"),
    () => Buffer.from(`# coding: ${cookie}\n${text}`),
    () => Buffer.concat([bytes, Buffer.from([0xc3, 0x28, 0xf0, 0x9f, 0xff, 0xed, 0xa0, 0x80])]),
    () => Buffer.from(text.replaceAll("\n", "\r")),
    () => Buffer.from(text.replaceAll(" ", "\u00a0")),
    () => Buffer.concat([Buffer.from([0x80, 0x04, 0x95]), bytes]),
    () => Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]),
  ])();
}

const otherNames = [
  "x.yaml",
  "x.json",
  "x.toml",
  "x.js",
  "x.tsx",
  "x.vue",
  "x.sh",
  "Dockerfile",
  "x.ini",
  ".env",
  "x.ipynb",
  "x",
];

/** A program that costs much to follow values through, at some size up to twice what is tested. */
function flowBomb(random: Random): Text {
  const { size, make } = random.pick([...pythonBombs, ...scriptBombs]);
  const [[name, text] = ["a.py", ""]] = Object.entries(make(1 + random.below(2 * size)));
  return { name, text };
}

/** Ruins one of the seeds, in a way that `random` chooses. */
export function hostileFile(seeds: readonly Seed[], random: Random): Hostile {
  const picked = random.pick(seeds);
  const seed = random.below(8) === 0 && picked.name.endsWith(".py") ? asNotebook(picked) : picked;
  const way = random.below(100);
  if (way < 1) {
    const { name, text } = huge(random);
    return { name, bytes: Buffer.from(text), how: "huge" };
  }
  if (way < 3) {
    const { name, text } = flowBomb(random);
    return { name, bytes: Buffer.from(text), how: "flows without end" };
  }
  if (way < 17) {
    const { name, text } = deep(random);
    return { name, bytes: Buffer.from(text), how: "deep" };
  }
  if (way < 32) return { name: seed.name, bytes: encoded(seed, random), how: "encoded" };
  const bytes = part(seed, random);
  if (way < 47)
    return { name: seed.name, bytes: bytes.subarray(0, random.below(bytes.length)), how: "cut" };
  if (way < 62) return { name: seed.name, bytes: mutate(bytes, random), how: "bytes changed" };
  if (way < 84) return { name: seed.name, bytes: insertTokens(bytes, random), how: "tokens added" };
  const other = part(random.pick(seeds), random);
  if (way < 94) return { name: seed.name, bytes: splice(bytes, other, random), how: "spliced" };
  return { name: random.pick(otherNames), bytes, how: "renamed" };
}
