import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pushChildren } from "./children.ts";
import type { Node } from "./nodes.ts";
import { parsePython } from "./parse.ts";

// The tree is named after CPython's, so CPython says whether it is right: on a sample of the
// standard library of the python3 at hand, every node must have the same kind, the same place and
// the same name or value there and here.

/** All of them are compared with `PAVISE_CPYTHON_FILES=100000`, which takes a minute. */
const files = Number(process.env["PAVISE_CPYTHON_FILES"] ?? 120);

/**
 * Prints a line of JSON for each file: its path, the kinds of nodes that have a place in this
 * version, and for each such node its kind, start and end in bytes, and name or value. Patterns of
 * `match` are left out (here they are expressions), and so are the parts of f-strings but for the
 * expressions in them, whose places CPython knows from 3.12 on.
 */
const script = `
import ast, io, json, os, re, sys, sysconfig, tokenize, warnings
warnings.simplefilter("ignore")
names = {"AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try", "TemplateStr": "JoinedStr"}
placed = sorted(names.get(k, k) for k, c in vars(ast).items() if isinstance(c, type) and "lineno" in getattr(c, "_attributes", ()))
knows_fields = sys.version_info >= (3, 12)

def detail(n):
    k = type(n).__name__
    if k == "Constant":
        v = n.value
        if isinstance(v, str): return "s" + v
        if isinstance(v, bytes): return "b" + v.decode("latin-1")
        if isinstance(v, bool) or v is None: return str(v)
        if isinstance(v, int): return str(v) if v < 2 ** 53 else "large"
        return ""
    if k == "Name": return n.id
    if k == "Attribute": return n.attr
    if k == "keyword": return n.arg or "**"
    if k == "alias": return n.name + " as " + (n.asname or "")
    if k == "Compare": return str(len(n.ops))
    if k == "Call": return "%d,%d" % (len(n.args), len(n.keywords))
    if k == "arg": return n.arg
    return getattr(n, "name", None) or "" if k != "TypeAlias" else ""

def children(n):
    k = type(n).__name__
    if k in ("JoinedStr", "TemplateStr"):
        out = []
        if knows_fields:
            for part in n.values:
                if not isinstance(part, ast.Constant):
                    out.append(part.value)
                    if part.format_spec is not None: out.extend(children(part.format_spec))
        return out
    if k == "Match":
        out = [n.subject]
        for case in n.cases: out += ([case.guard] if case.guard else []) + case.body
        return out
    return list(ast.iter_child_nodes(n))

def dump(path):
    data = open(path, "rb").read()
    if tokenize.detect_encoding(io.BytesIO(data).readline)[0] not in ("utf-8", "utf-8-sig"): return None
    tree = ast.parse(data)
    mark = 3 if data.startswith(b"\\xef\\xbb\\xbf") else 0
    starts = [mark] + [m.end() for m in re.finditer(rb"\\r\\n|\\n|\\r", data)]
    nodes, stack = [], list(children(tree))
    while stack:
        n = stack.pop()
        if hasattr(n, "lineno"):
            k = type(n).__name__
            start = starts[n.lineno - 1] + n.col_offset
            end = starts[n.end_lineno - 1] + n.end_col_offset
            nodes.append([names.get(k, k), start, end, detail(n)])
        stack.extend(children(n))
    return nodes

print(json.dumps({"version": sys.version_info[:2], "placed": placed, "knowsFields": knows_fields}))
root, paths = sysconfig.get_path("stdlib"), []
for folder, folders, found in os.walk(root):
    folders[:] = sorted(d for d in folders if d not in ("site-packages", "__pycache__", "lib2to3"))
    paths += [os.path.join(folder, f) for f in sorted(found) if f.endswith(".py")]
paths = [p for p in paths if 0 < os.path.getsize(p) < 100000]
for path in paths[:: max(1, len(paths) // int(sys.argv[1]))]:
    try: nodes = dump(path)
    except (SyntaxError, ValueError, RecursionError, MemoryError): continue
    if nodes is not None: print(json.dumps({"path": path, "nodes": nodes}))
`;

interface About {
  readonly version: readonly [number, number];
  /** Kinds of nodes that have a place. */
  readonly placed: readonly string[];
  readonly knowsFields: boolean;
}

interface Dumped {
  readonly path: string;
  readonly nodes: readonly (readonly [kind: string, start: number, end: number, detail: string])[];
}

function askPython(): { readonly about: About; readonly dumped: readonly Dumped[] } | string {
  const { stdout, status, error, stderr } = spawnSync("python3", ["-c", script, String(files)], {
    encoding: "utf8",
    maxBuffer: 1 << 29,
    timeout: 240_000,
  });
  if (error !== undefined) return `no python3 can be started: ${error.message}`;
  const [first = "", ...lines] = stdout.split("\n").filter((line) => line !== "");
  if (first === "") return `python3 gave nothing: ${stderr.slice(-200)}`;
  const about = JSON.parse(first) as About;
  if (about.version[0] === 3 && about.version[1] < 9)
    return `python3 is ${about.version.join(".")}, older than 3.9`;
  if (status !== 0) throw new Error(`python3 ended with ${status}: ${stderr}`);
  return { about, dumped: lines.map((line) => JSON.parse(line) as Dumped) };
}

/** For each byte of UTF-8 the offset of its character in UTF-16 code units. */
function offsetsOf(text: string, size: number): (byte: number) => number {
  if (text.length === size) return (byte) => byte;
  const offsets = new Int32Array(size + 1);
  let byte = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    offsets[byte] = at;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  offsets[byte] = text.length;
  return (wanted) => offsets[wanted] ?? -1;
}

function detailOf(node: Node): string {
  switch (node.kind) {
    case "Constant":
      if (node.type === "str") return `s${String(node.value)}`;
      if (node.type === "bytes") return `b${String(node.value)}`;
      if (node.type === "none") return "None";
      if (node.type === "bool") return node.value === true ? "True" : "False";
      if (node.type !== "int" || typeof node.value !== "number") return "";
      return node.value < 2 ** 53 ? String(node.value) : "large";
    case "Name":
      return node.id;
    case "Attribute":
      return node.attr;
    case "keyword":
      return node.arg ?? "**";
    case "alias":
      return `${node.name} as ${node.asname ?? ""}`;
    case "Compare":
      return String(node.ops.length);
    case "Call":
      return `${node.args.length},${node.keywords.length}`;
    case "arg":
      return node.arg;
    case "FunctionDef":
    case "ClassDef":
    case "TypeVar":
    case "TypeVarTuple":
    case "ParamSpec":
      return node.name;
    case "ExceptHandler":
      return node.name ?? "";
    default:
      return "";
  }
}

function childrenOf(node: Node, about: About): readonly Node[] {
  const children: Node[] = [];
  if (node.kind === "JoinedStr") {
    if (about.knowsFields) {
      for (const part of node.values) {
        if (part.kind !== "FormattedValue") continue;
        children.push(part.value);
        if (part.spec !== null) children.push(...childrenOf(part.spec, about));
      }
    }
  } else if (node.kind === "Match") {
    children.push(node.subject);
    for (const { guard, body } of node.cases)
      children.push(...(guard === null ? [] : [guard]), ...body);
  } else pushChildren(node, children);
  return children;
}

/** One line a node, sorted. */
function ours(text: string, about: About): readonly string[] {
  const { module } = parsePython(text);
  const placed = new Set(about.placed);
  const lines: string[] = [];
  const stack: Node[] = [...childrenOf(module, about)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const kind = node.kind === "YieldFrom" && !placed.has("YieldFrom") ? "Yield" : node.kind;
    if (placed.has(kind)) lines.push(lineOf([kind, node.start, node.end, detailOf(node)], text));
    stack.push(...childrenOf(node, about));
  }
  return lines.sort();
}

function lineOf([kind, start, end, detail]: Dumped["nodes"][number], text: string): string {
  // Names of characters are not shipped: `\N{DASH}` stays as it is written.
  const isNamed =
    kind === "Constant" && text.includes("\\N{", start) && text.indexOf("\\N{", start) < end;
  return `${kind} ${start}-${end} ${isNamed ? "" : detail}`;
}

function theirs(
  { nodes }: Dumped,
  text: string,
  toOffset: (byte: number) => number,
): readonly string[] {
  return nodes
    .map(([kind, start, end, detail]) =>
      lineOf([kind, toOffset(start), toOffset(end), detail], text),
    )
    .sort();
}

const answer = askPython();

test.skipIf(typeof answer === "string")(
  `the tree is CPython's${typeof answer === "string" ? ` (not compared: ${answer})` : ""}`,
  () => {
    if (typeof answer === "string") return;
    const { about, dumped } = answer;
    expect(dumped.length).toBeGreaterThan(Math.min(files / 2, 100));
    for (const file of dumped) {
      const bytes = readFileSync(file.path);
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      expect(parsePython(text).problems, file.path).toEqual([]);
      expect(ours(text, about), file.path).toEqual(
        theirs(file, text, offsetsOf(text, bytes.length)),
      );
    }
  },
);
