import { parseYaml } from "../../../../formats/yaml/parse.ts";
import type { TreeNode } from "../../../../formats/setting/tree.ts";
import type { Value } from "../../../value.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, encoded, isKnown, unknown } from "../values.ts";
import { limits, spend, tooMuch } from "../work.ts";
import { parseCsv } from "./csv.ts";
import { textArg, valueOf, type Plain } from "../plain.ts";
import { onPlain, onTexts, unknownOf, wrong } from "./define.ts";
import { yamlText } from "./yaml-text.ts";

const maxDepth = 50;

/** What JSON or YAML has read, without places; undefined where it is nested too deep. */
export function plainOfJson(given: unknown, depth = 0): Plain | undefined {
  if (depth > maxDepth) return undefined;
  if (given === null || typeof given === "string" || typeof given === "boolean") return given;
  if (typeof given === "number") return given;
  if (Array.isArray(given)) {
    const items = given.map((item) => plainOfJson(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as Plain[]);
  }
  if (typeof given !== "object") return undefined;
  const entries = new Map<string, Plain>();
  for (const [name, entry] of Object.entries(given)) {
    const value = plainOfJson(entry, depth + 1);
    if (value === undefined) return undefined;
    entries.set(name, value);
  }
  return entries;
}

function jsonDecode([given]: readonly Value[], call: CallContext): Value {
  if (given === undefined) return wrong(call);
  if (given.kind === "json") return given.value;
  const text = textArg(given);
  if (text === undefined) return isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
  if (!spend(call.work, text.length >> 3)) return tooMuch(call.at);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return wrong(call, "is given what is no JSON");
  }
  const plain = plainOfJson(parsed);
  return plain === undefined
    ? unknown("the JSON is nested too deep", call.at)
    : valueOf(plain, call.at);
}

function jsonEncode([given]: readonly Value[], call: CallContext): Value {
  if (given === undefined) return wrong(call);
  return encoded(given, call.at);
}

function yamlScalar(value: string): Plain {
  if (/^(?:null|Null|NULL|~|)$/.test(value)) return null;
  // Terraform reads the words of YAML 1.1.
  if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON|y|Y)$/.test(value)) return true;
  if (/^(?:false|False|FALSE|no|No|NO|off|Off|OFF|n|N)$/.test(value)) return false;
  if (/^[-+]?\d+$/.test(value)) return Number(value);
  if (/^0(?:x[\da-fA-F]+|o[0-7]+)$/.test(value)) return Number(value);
  if (/^[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?$/.test(value)) return Number(value);
  return value;
}

function plainOfTree(node: TreeNode, depth: number): Plain | undefined {
  if (depth > maxDepth) return undefined;
  if (node.kind === "scalar") return node.isText ? node.value : yamlScalar(node.value);
  if (node.kind === "list") {
    const items = node.items.map((item) => plainOfTree(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as Plain[]);
  }
  const entries = new Map<string, Plain>();
  for (const { key, value } of node.entries) {
    const plain = plainOfTree(value, depth + 1);
    if (plain === undefined) return undefined;
    entries.set(key, plain);
  }
  return entries;
}

function yamlDecode([given]: readonly Value[], call: CallContext): Value {
  const text = given === undefined ? undefined : textArg(given);
  if (given === undefined || text === undefined)
    return given === undefined || isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
  // Such texts are read slowly.
  if (text.length > 400_000 || !spend(call.work, text.length * 4)) return tooMuch(call.at);
  const { roots, problems } = parseYaml(text);
  if (problems.length > 0 || roots.length > 1) return wrong(call, "is given what is no YAML");
  const plain = roots[0] === undefined ? null : plainOfTree(roots[0], 0);
  return plain === undefined
    ? unknown("the YAML is nested too deep", call.at)
    : valueOf(plain, call.at);
}

/** Base64 in its strict form; undefined of anything else. */
function fromBase64(text: string): Buffer | undefined {
  const clean = text.replace(/[\r\n]/g, "");
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) return undefined;
  return Buffer.from(clean, "base64");
}

function utf8Of(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(name: string): "utf8" | "utf16le" | undefined {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, "");
  return plain === "utf8" ? "utf8" : plain === "utf16le" ? "utf16le" : undefined;
}

/** As Go's `url.QueryEscape` has it. */
function urlEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll("%20", "+")
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function csvDecode([given]: readonly Value[], call: CallContext): Value {
  const missing = unknownOf(given === undefined ? [] : [given], call);
  if (missing !== undefined) return missing;
  const text = given === undefined ? undefined : textArg(given);
  if (text === undefined) return wrong(call);
  if (!spend(call.work, text.length)) return tooMuch(call.at);
  const rows = parseCsv(text);
  const [names, ...records] = rows;
  if (names === undefined || records.some((row) => row.length !== names.length)) return wrong(call);
  if (records.length * names.length > limits.size) return tooMuch(call.at);
  return valueOf(
    records.map((row) => new Map(names.map((name, at) => [name, row[at]!]))),
    call.at,
  );
}

/** Functions between values and texts. */
export const encodingFunctions: Readonly<Record<string, TerraformFunction>> = {
  base64decode: onTexts(([text]) => utf8Of(fromBase64(text ?? ""))),
  base64encode: onTexts(([text]) => Buffer.from(text ?? "", "utf8").toString("base64")),
  csvdecode: csvDecode,
  jsondecode: jsonDecode,
  jsonencode: jsonEncode,
  textdecodebase64: onTexts(([text, name]) => {
    const encoding = encodingOf(name ?? "");
    const bytes = fromBase64(text ?? "");
    if (encoding === undefined || bytes === undefined) return undefined;
    return encoding === "utf8" ? utf8Of(bytes) : bytes.toString(encoding);
  }),
  textencodebase64: onTexts(([text, name]) => {
    const encoding = encodingOf(name ?? "");
    return encoding === undefined
      ? undefined
      : Buffer.from(text ?? "", encoding).toString("base64");
  }),
  urldecode: onTexts(([text]) => {
    try {
      return decodeURIComponent((text ?? "").replaceAll("+", " "));
    } catch {
      return undefined;
    }
  }),
  urlencode: onTexts(([text]) => urlEncode(text ?? "")),
  yamldecode: yamlDecode,
  yamlencode: onPlain(([given]) => (given === undefined ? undefined : yamlText(given))),
};
