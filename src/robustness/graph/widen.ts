// Half precision is computed in float32: gradients of ordinary size are beyond the range of float16.
import type {
  Attribute,
  ElementType,
  Graph,
  GraphNode,
  OnnxModel,
  Tensor,
} from "../../formats/onnx/model.ts";
import { attributeOf, intOf } from "./attributes.ts";
import { numbersOf, tensorOf } from "./tensors.ts";

const half: ReadonlySet<ElementType> = new Set(["float16", "bfloat16"]);
/** Numbers of float16 and bfloat16 among TensorProto.DataType, and of float32. */
const halfNumbers: readonly number[] = [10, 16];
const single = 1;

function wideTensor(tensor: Tensor): Tensor {
  if (!half.has(tensor.type)) return tensor;
  return {
    type: "float32",
    dims: tensor.dims,
    bytes: () => tensorOf("float32", tensor.dims, numbersOf(tensor)!).bytes(),
  };
}

const wideType = (type: ElementType): ElementType => (half.has(type) ? "float32" : type);

function wideAttribute(attribute: Attribute): Attribute {
  if (attribute.kind === "tensor") return { kind: "tensor", value: wideTensor(attribute.value) };
  if (attribute.kind === "graph") return { kind: "graph", value: wideGraph(attribute.value) };
  if (attribute.kind === "graphs") return { kind: "graphs", value: attribute.value.map(wideGraph) };
  return attribute;
}

function wideNode(node: GraphNode): GraphNode {
  const attributes = new Map(
    [...node.attributes].map(([name, each]) => [name, wideAttribute(each)]),
  );
  for (const name of ["to", "dtype"])
    if (halfNumbers.includes(intOf(node, name))) attributes.set(name, attributeOf.int(single));
  return { ...node, attributes };
}

function wideGraph(graph: Graph): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map(wideNode),
    initializers: new Map([...graph.initializers].map(([name, each]) => [name, wideTensor(each)])),
    inputs: graph.inputs.map((value) => ({ ...value, type: wideType(value.type) })),
    outputs: graph.outputs.map((value) => ({ ...value, type: wideType(value.type) })),
    values: new Map(),
  };
}

function hasHalf(graph: Graph): boolean {
  return (
    graph.inputs.some(({ type }) => half.has(type)) ||
    [...graph.initializers.values()].some(({ type }) => half.has(type)) ||
    graph.nodes.some((node) => halfNumbers.includes(intOf(node, "to")))
  );
}

/** The model in float32 where it is in half precision, and whether it was. */
export function widen(model: OnnxModel): { readonly model: OnnxModel; readonly wasHalf: boolean } {
  if (!hasHalf(model.graph)) return { model, wasHalf: false };
  return { model: { ...model, graph: wideGraph(model.graph) }, wasHalf: true };
}
