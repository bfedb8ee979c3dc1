// The nodes of a frozen TensorFlow graph as TensorFlow.js writes them: the JSON form of a GraphDef.
import { z } from "zod";
import { unsupported } from "../convert/builder.ts";

const listSchema = z.object({
  i: z.array(z.coerce.number()).optional(),
  s: z.array(z.string()).optional(),
});
const attributeSchema = z.object({
  i: z.coerce.number().optional(),
  f: z.number().optional(),
  b: z.boolean().optional(),
  s: z.string().optional(),
  list: listSchema.optional(),
  shape: z
    .object({
      dim: z.array(z.object({ size: z.coerce.number() })).default([]),
      unknownRank: z.boolean().optional(),
    })
    .optional(),
});
const nodeSchema = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), attributeSchema).default({}),
});
const graphSchema = z.object({ node: z.array(nodeSchema).max(200_000) });
export type GraphNode = z.output<typeof nodeSchema>;

/** Reads the nodes. */
export function nodesOf(topology: unknown): readonly GraphNode[] {
  const parsed = graphSchema.safeParse(topology);
  if (!parsed.success)
    throw unsupported("the model's graph is broken", "Convert the model again.", parsed.error);
  return parsed.data.node;
}

/** Texts are written in base64. */
export function textOf({ attr }: GraphNode, name: string, fallback: string): string {
  const value = attr[name]?.s;
  return value === undefined ? fallback : Buffer.from(value, "base64").toString("latin1");
}

export function textsOf({ attr }: GraphNode, name: string): readonly string[] {
  return (attr[name]?.list?.s ?? []).map((text) => Buffer.from(text, "base64").toString("latin1"));
}

export function wholesOf({ attr }: GraphNode, name: string): readonly number[] | undefined {
  return attr[name]?.list?.i;
}

/** The node that an input is of, and which of its outputs; undefined for what only orders. */
export function sourceOf(
  input: string,
): { readonly name: string; readonly output: number } | undefined {
  if (input.startsWith("^")) return undefined;
  const found = /^(.*):(\d+)$/.exec(input);
  return found === null
    ? { name: input, output: 0 }
    : { name: found[1]!, output: Number(found[2]) };
}
