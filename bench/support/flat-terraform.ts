import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { indexLines } from "../../src/core/index.ts";
import { readTerraform } from "../../src/infra/sources/terraform/read.ts";
import type { Resource } from "../../src/infra/resource.ts";
import type { Document, Value } from "../../src/infra/value.ts";

/** Terraform with every expression, loop and module evaluated, so that reading it needs no evaluation. */
export interface Flat {
  /** The texts of the root modules. */
  readonly files: readonly string[];
  /** Addresses by the names that resources have in the texts: `aws_s3_bucket.r12`. */
  readonly addresses: ReadonlyMap<string, { readonly address: string; readonly path: string }>;
}

function documentsIn(root: string): readonly Document[] {
  const documents: Document[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, "utf8");
    const isTerraform = /\.(?:tf|tfvars)$/.test(entry.name);
    documents.push({
      path: relative(root, file),
      kind: isTerraform ? "terraform" : entry.name.endsWith(".json") ? "json" : "text",
      text,
      lines: indexLines(text),
    });
  }
  return documents;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
}

type Names = ReadonlyMap<string, string>;

/** An expression of the value; undefined for what is not known. */
function expressionOf(value: Value, names: Names): string | undefined {
  switch (value.kind) {
    case "scalar":
      return typeof value.value === "string" ? quoted(value.value) : String(value.value);
    case "list":
      return `[${value.items.map((item) => expressionOf(item, names) ?? "var.unknown").join(", ")}]`;
    case "map": {
      const entries = [...value.entries].map(
        ([key, item]) => `${quoted(key)} = ${expressionOf(item, names) ?? "var.unknown"}`,
      );
      return `{${entries.join(", ")}}`;
    }
    case "json": {
      const inner = expressionOf(value.value, names);
      return inner === undefined ? undefined : `jsonencode(${inner})`;
    }
    case "reference":
      return [names.get(value.resource) ?? value.resource, ...value.attribute].join(".");
    case "template": {
      const parts = value.parts.map((part) =>
        typeof part === "string"
          ? quoted(part).slice(1, -1)
          : `\${${expressionOf(part, names) ?? "var.unknown"}}`,
      );
      return `"${parts.join("")}"`;
    }
    default:
      return undefined;
  }
}

function isBlocks(value: Value): boolean {
  return (
    value.kind === "list" &&
    value.items.length > 0 &&
    value.items.every((item) => "isBlock" in item)
  );
}

function bodyOf(entries: ReadonlyMap<string, Value>, names: Names): readonly string[] {
  const lines: string[] = [];
  for (const [name, value] of entries) {
    if (value.kind === "list" && isBlocks(value)) {
      for (const item of value.items)
        if (item.kind === "map") lines.push(`${name} {`, ...bodyOf(item.entries, names), "}");
    } else if (value.kind !== "scalar" || value.value !== null) {
      // A list of blocks without a block is nothing that is written.
      const isEmpty = value.kind === "list" && value.items.length === 0;
      if (!isEmpty) lines.push(`${name} = ${expressionOf(value, names) ?? "var.unknown"}`);
    }
  }
  return lines;
}

/** Evaluates the Terraform of a folder, and writes what it comes to without any of its language. */
export function flatten(root: string): Flat {
  const documents = documentsIn(root);
  const files = new Map(documents.map((document) => [document.path, document]));
  const { resources } = readTerraform(documents, { readFile: (path) => files.get(path) });
  const addresses = new Map<string, { address: string; path: string }>();
  const byScope = new Map<string, { names: Map<string, string>; all: Resource[] }>();
  for (const [number, resource] of resources.entries()) {
    const { type, address, isData, scope = ".", at } = resource;
    const name = `${isData === true ? "data." : ""}${type}.r${number}`;
    addresses.set(name, { address, path: at.document.path });
    const group = byScope.get(scope) ?? { names: new Map<string, string>(), all: [] };
    byScope.set(scope, group);
    group.names.set(address, name);
    group.all.push(resource);
  }
  const texts = [...byScope.values()].map(({ names, all }) =>
    all
      .flatMap(({ type, isData, address, body }) => [
        `${isData === true ? "data" : "resource"} "${type}" "${names.get(address)?.split(".").at(-1)}" {`,
        ...bodyOf(body.entries, names),
        "}\n",
      ])
      .join("\n"),
  );
  return { files: texts, addresses };
}
