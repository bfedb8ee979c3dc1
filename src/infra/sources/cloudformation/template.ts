import {
  entriesOf,
  entry,
  itemsOf,
  scalar,
  type Entry,
  type MapNode,
  type TreeNode,
} from "../../../formats/setting/tree.ts";
import type { Document } from "../../value.ts";

/** What is given to a template when it is deployed. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly fallback: TreeNode | undefined;
  readonly allowed: readonly TreeNode[];
}

/** The sections of a template; of names that come twice the last counts. */
export interface Template {
  readonly document: Document;
  readonly root: MapNode;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly mappings: ReadonlyMap<string, TreeNode>;
  readonly conditions: ReadonlyMap<string, TreeNode>;
  readonly resources: readonly Entry[];
  /** What it tells those that it is deployed with. */
  readonly outputs: ReadonlyMap<string, TreeNode>;
  readonly globals: TreeNode | undefined;
  /** Macros that rewrite the whole template before it is deployed. */
  readonly transforms: readonly string[];
}

const resourceType = /^[A-Za-z0-9]{1,64}::[A-Za-z0-9]{1,64}(?:::[A-Za-z0-9]{1,64}){0,3}$/;

/** True where a text may be a template: a look at words, before any parsing. */
export function looksLikeCloudFormation(text: string): boolean {
  if (!text.includes("Resources")) return false;
  if (text.includes("AWSTemplateFormatVersion") || text.includes("AWS::Serverless-2016-10-31"))
    return true;
  return /Type["']?\s{0,100}:\s{0,100}["']?(?:AWS|Custom|Alexa)::/.test(text);
}

/** The template that a tree is; undefined where it is something else. */
export function templateOf(document: Document, root: TreeNode | undefined): Template | undefined {
  const resources = entry(root, "Resources");
  if (root?.kind !== "map" || resources?.kind !== "map") return undefined;
  const isNamed = entry(root, "AWSTemplateFormatVersion") !== undefined;
  if (!isNamed && !resources.entries.some(isResource)) return undefined;
  const transform = entry(root, "Transform");
  const transforms = transform?.kind === "list" ? itemsOf(transform) : [transform];
  return {
    document,
    root,
    parameters: new Map(
      entriesOf(entry(root, "Parameters")).map(({ key, value }) => [key, parameterOf(key, value)]),
    ),
    mappings: named(entry(root, "Mappings")),
    conditions: named(entry(root, "Conditions")),
    resources: resources.entries,
    outputs: named(entry(root, "Outputs")),
    globals: entry(root, "Globals"),
    transforms: transforms.flatMap((node) => {
      const name = scalar(node) ?? scalar(entry(node, "Name"));
      return name === undefined ? [] : [name.value];
    }),
  };
}

function isResource({ key, value }: Entry): boolean {
  const type = scalar(entry(value, "Type"))?.value;
  return key.startsWith("Fn::ForEach::") || (type !== undefined && resourceType.test(type));
}

function named(section: TreeNode | undefined): ReadonlyMap<string, TreeNode> {
  return new Map(entriesOf(section).map(({ key, value }) => [key, value]));
}

function parameterOf(name: string, node: TreeNode): Parameter {
  return {
    name,
    type: scalar(entry(node, "Type"))?.value ?? "String",
    fallback: entry(node, "Default"),
    allowed: itemsOf(entry(node, "AllowedValues")),
  };
}
