import type { ByteSource } from "../formats/bytes/source.ts";
import { isKnownName, isDangerous } from "./names.ts";
import { kerasConfigLines } from "./keras.ts";
import type { ListingLine } from "./listing.ts";
import { isVouchedFor, noNames, type OwnNames } from "./own-names.ts";

const maxJson = 64 * 1024 * 1024;
const maxNodes = 1_000_000;
const maxTold = 50;

/**
 * Lines of a JSON text within an archive that says what is made: `config.json` of Keras,
 * `schema.json` of skops. Undefined for every other.
 */
export function jsonModelLines(
  source: ByteSource,
  member: string,
  own: OwnNames = noNames,
): readonly ListingLine[] | undefined {
  const name = /(?:^|[!/])([^!/]+)$/.exec(member)?.[1];
  if (name !== "config.json" && name !== "schema.json") return undefined;
  if (source.size > maxJson) return unread;
  const text = decodedJson(source.read(0, source.size));
  if (!/^\s*\{/.test(text)) return undefined;
  if (name === "schema.json") return skopsLines(text, own);
  // `\u005f` is an underscore.
  if (!/"class_name"|\\u/.test(text)) return undefined;
  return [{ text: "# configuration of a Keras model" }, ...kerasConfigLines(text, own)];
}

const unread: readonly ListingLine[] = [
  {
    text: "# a configuration that cannot be read",
    acts: [{ kind: "unclear", message: "The configuration of the model cannot be read" }],
  },
];

/** JSON as Python reads it from bytes: `json.detect_encoding`, by its mark or its zeros. */
function decodedJson(bytes: Buffer): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) {
    const isWide = c === 0 && d === 0;
    return isWide ? narrowed(bytes, 0) : new TextDecoder("utf-16le").decode(bytes);
  }
  if (a === 0 && b === 0) return narrowed(bytes, 3);
  if ((a === 0xfe && b === 0xff) || a === 0) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** UTF-32, of which only what is ASCII matters here. */
function narrowed(bytes: Buffer, place: number): string {
  const letters = bytes.filter((_, index) => index % 4 === place);
  return Buffer.from(letters).toString("latin1").replace(/^\xff/, "");
}

/** Nodes that call or get what they name (CVE-2025-54412, CVE-2025-54413). */
const callers = new Set([
  "MethodNode",
  "OperatorFuncNode",
  "FunctionNode",
  "PartialNode",
  "TypeNode",
]);

/** What skops makes of its schema: `skops/io/_general.py`. */
function skopsLines(text: string, own: OwnNames): readonly ListingLine[] | undefined {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch {
    // Python takes NaN as well.
    return /__loader__|\\u/.test(text) ? unread : undefined;
  }
  if (typeof schema !== "object" || schema === null || !("__loader__" in schema)) return undefined;
  const lines: ListingLine[] = [{ text: "# skops schema" }];
  const seen = new Set<string>();
  const stack: unknown[] = [schema];
  for (let nodes = 0; stack.length > 0 && nodes < maxNodes; nodes++) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value);
    else if (typeof value === "object" && value !== null) {
      const entry = value as Record<string, unknown>;
      stack.push(...Object.values(entry));
      const line = skopsNode(entry, own);
      if (line === undefined || seen.has(line.text) || lines.length > maxTold) continue;
      seen.add(line.text);
      lines.push(line);
    }
  }
  return lines;
}

function skopsNode(entry: Record<string, unknown>, own: OwnNames): ListingLine | undefined {
  const { __loader__: loader, __module__: module, __class__: name } = entry;
  if (typeof loader !== "string" || typeof module !== "string" || typeof name !== "string")
    return undefined;
  if (loader === "MethodNode") {
    const line = methodNode(entry["content"], own);
    if (line !== undefined) return line;
  }
  const text = `${loader}: ${module}.${name}`;
  const isCall = callers.has(loader);
  if (isDangerous(module, name))
    return { text, acts: [{ kind: "runs", message: `${module}.${name} is taken by its name` }] };
  if (isVouchedFor({ module, name }, own)) return undefined;
  if (isKnownName(module, name) || module === "builtins" || loader === "JsonNode") return undefined;
  const message = `${module}.${name} is ${isCall ? "taken by its name" : "made"}, of which it is not known what it does`;
  return { text, acts: [{ kind: isCall ? "calls-unknown" : "names-unknown", message }] };
}

/** A method of an object that the schema makes, by its name (CVE-2025-54413). */
function methodNode(content: unknown, own: OwnNames): ListingLine | undefined {
  if (typeof content !== "object" || content === null) return undefined;
  const { func, obj } = content as { readonly func?: unknown; readonly obj?: unknown };
  if (typeof func !== "string" || typeof obj !== "object" || obj === null) return undefined;
  const { __module__: module, __class__: name } = obj as Record<string, unknown>;
  if (typeof module !== "string" || typeof name !== "string") return undefined;
  const full = `${module}.${name}.${func.slice(0, 100)}`;
  const text = `MethodNode: ${full}`;
  if (isDangerous(module, name) || isDangerous(module, `${name}.${func}`))
    return { text, acts: [{ kind: "runs", message: `${full} is taken by its name` }] };
  const isKnown = isKnownName(module, name) || isVouchedFor({ module, name }, own);
  if (isKnown && !func.startsWith("_")) return undefined;
  const message = `${full} is taken by its name, of which it is not known what it does`;
  return { text, acts: [{ kind: "calls-unknown", message }] };
}
