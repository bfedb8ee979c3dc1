import { compareTexts } from "../identity.ts";
import { numberText } from "../values.ts";
import type { Plain } from "../plain.ts";

function write(given: Plain, indent: string): string {
  if (given === null) return "null";
  if (typeof given === "number") return numberText(given);
  if (typeof given === "boolean") return String(given);
  if (typeof given === "string") return writeText(given, indent);
  if (Array.isArray(given)) {
    const items = given as readonly Plain[];
    if (items.length === 0) return "[]";
    return items
      .map((item) => `\n${indent}- ${write(item, `${indent}  `).replace(/^\n */, "")}`)
      .join("");
  }
  const entries = given as ReadonlyMap<string, Plain>;
  if (entries.size === 0) return "{}";
  return [...entries.keys()]
    .sort(compareTexts)
    .map((name) => {
      const value = entries.get(name)!;
      // Lists stand as far left as the key that they belong to.
      const inner = write(value, Array.isArray(value) ? indent : `${indent}  `);
      return `\n${indent}${JSON.stringify(name)}:${inner.startsWith("\n") ? "" : " "}${inner}`;
    })
    .join("");
}

function writeText(text: string, indent: string): string {
  if (!text.includes("\n")) return JSON.stringify(text);
  const inner = indent === "" ? "  " : indent;
  const mark = text.endsWith("\n\n") ? "|+" : text.endsWith("\n") ? "|" : "|-";
  const body = text.replace(/\n$/, "").split("\n");
  return `${mark}\n${body.map((line) => (line === "" ? "" : inner + line)).join("\n")}`;
}

/** YAML as Terraform writes it: every text in quotes, every collection in block style. */
export function yamlText(given: Plain): string {
  return `${write(given, "").replace(/^\n/, "")}\n`;
}
