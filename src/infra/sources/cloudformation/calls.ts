import type { TreeNode } from "../../../formats/setting/tree.ts";

/** An intrinsic function with its argument, in whichever of the two ways it is written. */
export interface Call {
  /** In full: `Ref`, `Fn::Join`, `Condition`. */
  readonly name: string;
  readonly argument: TreeNode;
}

/** The function that a node calls: `!Sub …` and `{"Fn::Sub": …}` are the same. */
export function callOf(node: TreeNode): Call | undefined {
  if (node.tag !== undefined) {
    const { tag, ...argument } = node;
    const short = tag.startsWith("!") ? tag.slice(1) : tag;
    const isWhole = short === "Ref" || short === "Condition" || short.startsWith("Fn::");
    return { name: isWhole ? short : `Fn::${short}`, argument };
  }
  if (node.kind !== "map" || node.entries.length !== 1) return undefined;
  const [{ key, value } = { key: "", value: node }] = node.entries;
  if (key !== "Ref" && !key.startsWith("Fn::")) return undefined;
  return key.startsWith("Fn::ForEach::") ? undefined : { name: key, argument: value };
}

/** The arguments of a function that takes several. */
export function argumentsOf({ argument }: Call): readonly TreeNode[] {
  return argument.kind === "list" ? argument.items : [argument];
}
