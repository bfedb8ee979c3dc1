// PaddlePaddle. Older graphs (`.pdmodel`) are messages of `paddle/fluid/framework/framework.proto`;
// newer ones are JSON of its intermediate representation (`paddle/fluid/pir/serialize_deserialize`).
// Weights are pickles (`.pdparams`) or tensors one after the other (`.pdiparams`).
import type { ByteSource } from "../formats/bytes/source.ts";
import { eachField, textAt, type Extent } from "../formats/protobuf/wire.ts";
import type { ActKind } from "./judge.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { isPaddleOperator } from "./paddle-operators.ts";

/** Operators that reach out of the graph, and what they do. */
const operators: ReadonlyMap<string, readonly [kind: ActKind, what: string]> = new Map([
  ["py_func", ["runs", "calls a function of the Python process"]],
  ["py_layer", ["runs", "calls a function of the Python process"]],
  ["save", ["runs", "writes a file"]],
  ["save_combine", ["runs", "writes a file"]],
  ["save_sr", ["runs", "writes a file"]],
  ["load", ["calls-unknown", "reads a file"]],
  ["load_combine", ["calls-unknown", "reads a file"]],
  ["load_sr", ["calls-unknown", "reads a file"]],
  ["read_file", ["calls-unknown", "reads a file"]],
  ["listen_and_serv", ["calls-unknown", "waits for others on the network"]],
  ["run_program", ["names-unknown", "runs a program that is handed to it"]],
] as const);

const maxOperators = 5_000_000;
const maxTold = 50;
const tooMany = `It has more than ${maxOperators} operators, and the rest was not looked at`;

interface Program {
  readonly lines: Map<string, ListingLine>;
  operators: number;
}

/** Tells of one operator, with the file that it names. */
function tell({ lines }: Program, operator: string, file: string): void {
  if (lines.size >= maxTold) return;
  const known = operators.get(operator.replace(/_$/, ""));
  if (known === undefined) return;
  const [kind, what] = known;
  const name = operator.slice(0, 100);
  const shown = file === "" ? "" : JSON.stringify(file.slice(0, 150));
  const line = actLine(`${name}(${shown || "…"})`, kind, `The operator ${name} ${what}`);
  lines.set(line.text, line);
}

function tellForeign({ lines }: Program, operator: string): void {
  if (lines.size >= maxTold) return;
  const name = operator.slice(0, 100);
  const message = `The operator ${name} comes from a library that must be loaded`;
  lines.set(name, actLine(`${name}(…)`, "names-unknown", message));
}

function listing(title: string, { lines, operators: count }: Program): readonly ListingLine[] {
  const beyond = count > maxOperators ? [actLine("# …", "unclear", tooMany)] : [];
  return [{ text: `# PaddlePaddle ${title}, ${count} operators` }, ...lines.values(), ...beyond];
}

/** The lines of an older graph; undefined where it is none. */
export function paddleLines(source: ByteSource): readonly ListingLine[] | undefined {
  if (!looksLikeProgram(source)) return undefined;
  const program: Program = { lines: new Map(), operators: 0 };
  eachField(source, { at: 0, length: source.size }, (block) => {
    if (block.number !== 1) return;
    eachField(source, block, (field) => {
      if (field.number !== 4 || field.type !== 2) return undefined;
      operatorOf(source, field, program);
      return ++program.operators <= maxOperators;
    });
  });
  return program.operators === 0 ? undefined : listing("graph", program);
}

function operatorOf(source: ByteSource, extent: Extent, program: Program): void {
  let type = "";
  let file = "";
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 3) type = textAt(source, field, 200);
    else if (field.number === 4) file ||= fileOf(source, field);
  });
  tell(program, type, file);
  if (!isPaddleOperator(type) && !operators.has(type)) tellForeign(program, type);
}

/** What the attribute of an operator says that names a file. */
function fileOf(source: ByteSource, extent: Extent): string {
  let name = "";
  let value = "";
  eachField(source, extent, (field) => {
    if (field.type !== 2) return;
    if (field.number === 1) name = textAt(source, field, 200);
    else if (field.number === 5) value = textAt(source, field, 1_000);
  });
  return name === "file_path" || name === "filename" ? value : "";
}

/** Every field is one of a program, and its first block has numbers and an operator by its name. */
function looksLikeProgram(source: ByteSource): boolean {
  let blocks = 0;
  let isOther = false;
  const isWhole = eachField(source, { at: 0, length: source.size }, (field) => {
    const isKnown = field.number === 1 || field.number === 4 || field.number === 5;
    isOther ||= !isKnown || field.type !== 2;
    if (!isOther && field.number === 1 && blocks++ === 0) isOther = !looksLikeBlock(source, field);
    return !isOther;
  });
  return isWhole && !isOther && blocks > 0;
}

function looksLikeBlock(source: ByteSource, extent: Extent): boolean {
  const numbers = new Set<number>();
  let type = "";
  let isOther = false;
  const isWhole = eachField(source, extent, (field) => {
    const isNumber = field.number === 1 || field.number === 2 || field.number === 5;
    isOther ||= field.number > 5 || field.type !== (isNumber ? 0 : 2);
    if (isNumber) numbers.add(field.number);
    if (field.number === 4 && type === "")
      eachField(source, field, (inner) => {
        if (inner.number === 3 && inner.type === 2) type = textAt(source, inner, 200);
      });
    return !isOther && type === "";
  });
  return isWhole && !isOther && numbers.has(1) && numbers.has(2) && /^\w+$/.test(type);
}

/** Names that stand for dialects in files of PIR (`schema.cc`). */
const dialects: Readonly<Record<string, string>> = {
  "0": "builtin",
  "1": "pd_op",
  "2": "cf",
  "3": "custom_op",
  "4": "pd_dist",
};
const ownDialects = new Set(["builtin", "pd_op", "cf", "pd_dist", "p"]);

/** The lines of a newer graph, from its JSON; undefined where it is none. */
export function pirLines(model: unknown): readonly ListingLine[] | undefined {
  if (typeof model !== "object" || model === null || !("base_code" in model)) return undefined;
  const { base_code: base } = model;
  if (typeof base !== "object" || base === null || !("magic" in base) || base.magic !== "pir")
    return undefined;
  const program: Program = { lines: new Map(), operators: 0 };
  const stack: unknown[] = [model];
  while (stack.length > 0 && program.operators <= maxOperators) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      stack.push(inner);
      if (key === "ops" && Array.isArray(inner))
        for (const each of inner) pirOperator(each, program);
    }
  }
  return listing("graph in JSON", program);
}

function pirOperator(operator: unknown, program: Program): void {
  program.operators++;
  if (typeof operator !== "object" || operator === null) return;
  const { "#": name, A: attributes } = operator as Readonly<Record<string, unknown>>;
  if (typeof name !== "string") return;
  const dot = name.indexOf(".");
  const id = dot < 0 ? name : name.slice(0, dot);
  const dialect = Object.hasOwn(dialects, id) ? dialects[id]! : id;
  const bare = name.slice(dot + 1);
  if (dialect === "py_op") tell(program, "py_func", "");
  else if (!ownDialects.has(dialect)) tellForeign(program, `${dialect}.${bare}`);
  else tell(program, bare, pirFile(attributes));
}

function pirFile(attributes: unknown): string {
  if (!Array.isArray(attributes)) return "";
  for (const attribute of attributes as readonly unknown[]) {
    if (typeof attribute !== "object" || attribute === null) continue;
    const { N: name, AT: content } = attribute as Readonly<Record<string, unknown>>;
    if (name !== "file_path" || typeof content !== "object" || content === null) continue;
    const { D: value } = content as Readonly<Record<string, unknown>>;
    if (typeof value === "string") return value;
  }
  return "";
}
