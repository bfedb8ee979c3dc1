import { parseHclJson } from "../../../formats/hcl/json.ts";
import { parseHcl } from "../../../formats/hcl/parse.ts";
import type { Block, HclFile } from "../../../formats/hcl/tree.ts";
import type { SourceProblem } from "../../resource.ts";
import type { Document, Place } from "../../value.ts";
import type { Written } from "./types.ts";

/** A block within another, in its file. */
export interface NestedBlock {
  readonly document: Document;
  readonly block: Block;
}

/** A block of the top level, with what override files say of it. */
export interface ConfigBlock {
  readonly labels: readonly string[];
  /** Its head. */
  readonly at: Place;
  readonly attributes: ReadonlyMap<string, Written>;
  readonly blocks: readonly NestedBlock[];
}

/** What the files of a folder say together. */
export interface ModuleConfig {
  readonly folder: string;
  readonly variables: ReadonlyMap<string, ConfigBlock>;
  readonly locals: ReadonlyMap<string, Written>;
  readonly outputs: ReadonlyMap<string, ConfigBlock>;
  readonly modules: ReadonlyMap<string, ConfigBlock>;
  /** A name that is given twice is wrong, and yet kept: folders of examples have such. */
  readonly resources: readonly ConfigBlock[];
  readonly data: readonly ConfigBlock[];
  readonly providers: readonly ConfigBlock[];
  readonly problems: readonly SourceProblem[];
}

const blockLabels: ReadonlyMap<string, number> = new Map([
  ["resource", 2],
  ["data", 2],
  ["ephemeral", 2],
  ["module", 1],
  ["variable", 1],
  ["output", 1],
  ["provider", 1],
  ["check", 1],
  ["locals", 0],
  ["terraform", 0],
  ["moved", 0],
  ["import", 0],
  ["removed", 0],
]);

/** True for a file that Terraform or OpenTofu reads as configuration. */
export function isConfig(path: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

function isOverride(path: string): boolean {
  return /(?:^|\/|_)override\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

/** Parses a file in either syntax. */
export function parseConfig({ path, text }: Document): HclFile {
  return path.endsWith(".json") ? parseHclJson(text, blockLabels) : parseHcl(text);
}

interface Building {
  readonly named: ReadonlyMap<string, Map<string, ConfigBlock>>;
  readonly listed: ReadonlyMap<string, ConfigBlock[]>;
  readonly locals: Map<string, Written>;
  readonly problems: SourceProblem[];
}

/** Reads the configuration files of a folder; override files last, as Terraform does. */
export function readFolder(folder: string, documents: readonly Document[]): ModuleConfig {
  const names = new Set(documents.map(({ path }) => path));
  const building: Building = {
    named: new Map(["variable", "output", "module"].map((type) => [type, new Map()])),
    listed: new Map(["resource", "data", "provider"].map((type) => [type, []])),
    locals: new Map(),
    problems: [],
  };
  const sorted = documents
    // OpenTofu reads `a.tofu` in place of `a.tf`.
    .filter(
      ({ path }) => !names.has(path.replace(/\.tf(\.json)?$/, ".tofu$1")) || path.includes(".tofu"),
    )
    .toSorted(
      (a, b) => Number(isOverride(a.path)) - Number(isOverride(b.path)) || compare(a.path, b.path),
    );
  for (const document of sorted) {
    const file = parseConfig(document);
    for (const { message, at } of file.problems)
      building.problems.push({ message, at: { document, start: at, end: at } });
    for (const block of file.body.blocks) addBlock(building, document, block);
  }
  return {
    folder,
    variables: building.named.get("variable")!,
    outputs: building.named.get("output")!,
    modules: building.named.get("module")!,
    resources: building.listed.get("resource")!,
    data: building.listed.get("data")!,
    providers: building.listed.get("provider")!,
    locals: building.locals,
    problems: building.problems,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function addBlock(building: Building, document: Document, block: Block): void {
  const override = isOverride(document.path);
  if (block.type === "locals") {
    for (const { name, value } of block.body.attributes)
      if (override || !building.locals.has(name)) building.locals.set(name, { document, value });
    return;
  }
  const made = configBlock(document, block);
  const named = building.named.get(block.type);
  const name = block.labels[0];
  if (named !== undefined && name !== undefined) {
    const before = named.get(name);
    if (before === undefined) named.set(name, made);
    else if (override) named.set(name, merged(before, made));
    return;
  }
  const listed = building.listed.get(block.type);
  if (listed === undefined || name === undefined) return;
  if (block.type !== "provider" && block.labels.length < 2) return;
  const at = override ? listed.findIndex((each) => overrides(made, each)) : -1;
  if (at < 0) listed.push(made);
  else listed[at] = merged(listed[at]!, made);
}

function overrides(made: ConfigBlock, before: ConfigBlock): boolean {
  return (
    made.labels.join(".") === before.labels.join(".") &&
    textOf(made.attributes.get("alias")) === textOf(before.attributes.get("alias"))
  );
}

function textOf(written: Written | undefined): string | undefined {
  const value = written?.value;
  return value?.kind === "literal" ? String(value.value) : undefined;
}

/** The text that an attribute is written as, without any evaluation. */
export function literalOf(block: ConfigBlock, name: string): string | undefined {
  return textOf(block.attributes.get(name));
}

function configBlock(document: Document, block: Block): ConfigBlock {
  const attributes = new Map<string, Written>();
  for (const { name, value } of block.body.attributes)
    if (!attributes.has(name)) attributes.set(name, { document, value });
  return {
    labels: block.labels,
    at: { document, start: block.head.start, end: block.head.end },
    attributes,
    blocks: block.body.blocks.map((nested) => ({ document, block: nested })),
  };
}

/** The type of block that a block makes: `dynamic "a"` makes such as `a`. */
export function typeOfNested({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0] ?? type) : type;
}

/** https://developer.hashicorp.com/terraform/language/files/override */
function merged(before: ConfigBlock, override: ConfigBlock): ConfigBlock {
  const types = new Set(override.blocks.map(({ block }) => typeOfNested(block)));
  const kept = before.blocks.filter(({ block }) => !types.has(typeOfNested(block)));
  return {
    ...before,
    attributes: new Map([...before.attributes, ...override.attributes]),
    blocks: [...kept, ...override.blocks],
  };
}
