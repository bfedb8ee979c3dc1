import { parseHcl, parseHclExpression } from "../../../formats/hcl/parse.ts";
import { parseJson } from "../../../formats/json/parse.ts";
import { entriesOf } from "../../../formats/setting/tree.ts";
import { valueOfTree } from "./tree-value.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";
import { indexLines, type Problem } from "../../../core/index.ts";
import { isNull, type Document, type Place, type Value } from "../../value.ts";
import { literalOf, type ConfigBlock } from "./config.ts";
import { convert } from "./convert.ts";
import { evaluate } from "./evaluate.ts";
import type { Given, ModuleInstance } from "./state.ts";
import type { Frame, Scope } from "./types.ts";
import { unknown } from "./values.ts";
import type { Work } from "./work.ts";

/** A scope in which no name means anything: of values from outside and defaults. */
function emptyScope(work: Work): Scope {
  return {
    work,
    resolve: (name, _, at) => ({ value: unknown(`${name} means nothing here`, at), used: 0 }),
    attribute: (_, name, at) => unknown(`${name} means nothing here`, at),
    file: () => undefined,
  };
}

/** True for a file of values. */
export function isVariables(path: string): boolean {
  return /\.tfvars(?:\.json)?$/.test(path);
}

/** True for a file of values that is read without being asked for. */
export function isAutomatic(path: string): boolean {
  return /(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(path);
}

/** What a file of values gives, and what could not be read of it. */
export interface VariablesFile {
  readonly given: ReadonlyMap<string, Given>;
  readonly problems: readonly Problem[];
}

/** The values of a `.tfvars` file. */
export function readVariables(document: Document, work: Work): VariablesFile {
  const { text, path } = document;
  const frame: Frame = { scope: emptyScope(work), document };
  if (path.endsWith(".json")) return readJsonVariables(document);
  const file = parseHcl(text);
  const given = new Map<string, Given>();
  for (const { name, value } of file.body.attributes)
    given.set(name, { kind: "value", value: evaluate(value, frame) });
  return { given, problems: file.problems };
}

/** Texts of JSON are no templates here. */
function readJsonVariables(document: Document): VariablesFile {
  const { roots, problems } = parseJson(document.text);
  const given = new Map<string, Given>();
  for (const { key, value } of entriesOf(roots[0]))
    given.set(key, { kind: "value", value: valueOfTree(value, document) });
  return { given, problems };
}

function typeOf(block: ConfigBlock): Expression | undefined {
  return block.attributes.get("type")?.value;
}

/** A text is taken as it is for a plain type, else as an expression. */
function valueOfText(text: string, block: ConfigBlock, module: ModuleInstance): Value {
  const type = typeOf(block);
  const document: Document = { path: "-var", kind: "text", text, lines: indexLines(text) };
  const isPlain = type === undefined || type.kind === "name" || type.kind === "literal";
  if (isPlain) return { kind: "scalar", value: text, at: { document, start: 0, end: text.length } };
  const { value } = parseHclExpression(text);
  return evaluate(value, { scope: emptyScope(module.root.work), document });
}

/** What a variable comes to; `fallback` is the place of who asks. */
export function variableValue(module: ModuleInstance, name: string, at: Place): Value {
  const block = module.config.variables.get(name);
  if (block === undefined) return unknown(`var.${name} is not declared`, at);
  const given = givenValue(module, name, block);
  const isLeft = given === undefined || (isNull(given) && literalOf(block, "nullable") === "false");
  const value = isLeft ? defaultValue(module, block) : given;
  if (value === undefined)
    return { kind: "unknown", cause: `var.${name} has no value`, at, isRequired: true };
  const type = typeOf(block);
  const frame: Frame = { scope: emptyScope(module.root.work), document: block.at.document };
  return type === undefined ? value : convert(value, type, (each) => evaluate(each, frame));
}

function givenValue(module: ModuleInstance, name: string, block: ConfigBlock): Value | undefined {
  const { parent, root } = module;
  if (parent === undefined) {
    const given = root.given.get(name);
    return given?.kind === "text" ? valueOfText(given.text, block, module) : given?.value;
  }
  const written = parent.call.attributes.get(name);
  if (written === undefined) return undefined;
  const { scope } = parent.module;
  return evaluate(written.value, {
    scope,
    document: written.document,
    bindings: parent.bindings,
  });
}

function defaultValue(module: ModuleInstance, block: ConfigBlock): Value | undefined {
  const written = block.attributes.get("default");
  return (
    written &&
    evaluate(written.value, { scope: emptyScope(module.root.work), document: written.document })
  );
}
