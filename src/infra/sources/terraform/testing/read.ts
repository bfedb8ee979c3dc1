import { indexLines } from "../../../../core/index.ts";
import { parseHclExpression } from "../../../../formats/hcl/parse.ts";
import type { Resource, SourceReading } from "../../../resource.ts";
import type { Document, Value } from "../../../value.ts";
import { evaluate } from "../evaluate.ts";
import { jsonText, plainOf } from "../plain.ts";
import { readTerraform, type TerraformOptions } from "../read.ts";
import { isKnown, unknown } from "../values.ts";
import { startWork } from "../work.ts";

/** A file of a test. */
export function documentOf(path: string, text: string): Document {
  return { path, kind: "terraform", text, lines: indexLines(text) };
}

/** Reads files by path; one text alone is `main.tf`. */
export function read(
  files: string | Readonly<Record<string, string>>,
  options: TerraformOptions = {},
): SourceReading {
  const given = typeof files === "string" ? { "main.tf": files } : files;
  return readTerraform(
    Object.entries(given).map(([path, text]) => documentOf(path, text)),
    options,
  );
}

/** A value without places: `&` for a reference, `?` for what is unknown and why. */
export function shown(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return [...value.items.map(shown), ...(value.open === undefined ? [] : [`…${value.open}`])];
    case "map":
      return Object.fromEntries([
        ...[...value.entries].map(([name, entry]) => [name, shown(entry)] as const),
        ...(value.open === undefined ? [] : [["…", value.open] as const]),
      ]);
    case "json":
      return { json: shown(value.value) };
    case "reference":
      return `&${[value.resource, ...value.attribute].join(".")}`;
    case "template":
      return {
        text: value.parts.map((part) => (typeof part === "string" ? part : shown(part))),
      };
    case "choice":
      return { either: value.options.map(shown), cause: value.cause };
    case "unknown":
      return `?${value.cause}`;
    default:
      return `!${value.missing}`;
  }
}

/** Bodies by address. */
export function bodies({ resources }: SourceReading): Readonly<Record<string, unknown>> {
  return Object.fromEntries(resources.map(({ address, body }) => [address, shown(body)]));
}

/** The resource with an address. */
export function resource({ resources }: SourceReading, address: string): Resource {
  const found = resources.find((each) => each.address === address);
  if (found === undefined) throw new Error(`no ${address}`);
  return found;
}

/** What an attribute of `x.y` comes to, in a module with the given text around it. */
export function attribute(expression: string, around = ""): unknown {
  const reading = read(`${around}\nresource "x" "y" {\n  a = ${expression}\n}\n`);
  return shown(resource(reading, "x.y").body.entries.get("a"));
}

/** The JSON that an expression comes to; "wrong" where there is none. */
export function jsonOf(text: string): string {
  const document = documentOf("x.tf", text);
  const scope = {
    work: startWork(),
    resolve: (name: string, _: unknown, at: Value["at"]) => ({ value: unknown(name, at), used: 0 }),
    attribute: (_: unknown, name: string, at: Value["at"]) => unknown(name, at),
    file: () => undefined,
  };
  const value = evaluate(parseHclExpression(text).value, { document, scope });
  return isKnown(value) ? jsonText(plainOf(value)) : "wrong";
}
