// What a gradient rule is given and gives: it writes the backward pass of one operator as ordinary ONNX nodes.
import type { Attribute, ElementType, GraphNode, Tensor } from "../../formats/onnx/model.ts";

/** The version of ONNX's operators that every graph is brought to before it is differentiated, and in which rules write. */
export const opset = 21;

/** Attributes as a rule writes them: whole numbers are ints, others floats; say `{ float: 1 }` for a float that is whole. */
export type PlainAttribute =
  | number
  | string
  | readonly number[]
  | { readonly float: number }
  | { readonly floats: readonly number[] }
  | { readonly tensor: Tensor }
  | Attribute;

export interface NodeDetails {
  readonly attributes?: Readonly<Record<string, PlainAttribute | undefined>>;
  /** How many outputs; 1 otherwise. */
  readonly outputs?: number;
  /** Domain of the operator; ONNX's own otherwise. */
  readonly domain?: string;
  /** Types and shapes of the outputs, where the operator is not one that inference knows. */
  readonly facts?: readonly { readonly type: ElementType; readonly shape: readonly number[] }[];
}

/** Appends nodes to a graph. Every method gives back the name of a value whose shape and type it knows. */
export interface Emitter {
  /** Appends one node of one output. */
  node(operator: string, inputs: readonly string[], details?: NodeDetails): string;
  /** Appends one node of several outputs. */
  nodes(operator: string, inputs: readonly string[], details: NodeDetails): readonly string[];
  /** A constant of floats (of the type of the graph's own floats) or of int64; equal ones are kept once. */
  floats(values: readonly number[] | Float32Array, dims: readonly number[]): string;
  ints(values: readonly number[], dims?: readonly number[]): string;
  tensor(tensor: Tensor): string;
  /** A name that no value has. */
  fresh(hint: string): string;
  /** The shape of a value, exact, the batch included: graphs are differentiated for one batch size. */
  shape(name: string): readonly number[];
  type(name: string): ElementType;
  /** The value where it does not depend on the input: an initializer or what folding found. */
  constant(name: string): Tensor | undefined;
  /** Reshapes unless it has the shape already. */
  reshape(name: string, shape: readonly number[]): string;
  /** Sums over what was broadcast, so that the result has this shape. */
  sumTo(name: string, shape: readonly number[]): string;
}

/** One node whose gradient is wanted. */
export interface Step {
  readonly node: GraphNode;
  readonly emit: Emitter;
  /** Gradients that came to the outputs; undefined where nothing depends on one. At least one is there. */
  readonly arriving: readonly (string | undefined)[];
  /** Whether a gradient of this input is of use: it depends on what is differentiated by. */
  wants(input: number): boolean;
  /** Reads an attribute, or the default. Errors name node and operator. */
  int(name: string, fallback?: number): number;
  float(name: string, fallback?: number): number;
  text(name: string, fallback?: string): string;
  ints(name: string, fallback?: readonly number[]): readonly number[];
  /** Whole numbers of an input that is constant, such as axes or a shape. */
  wholes(input: number): readonly number[] | undefined;
  /** Brings a gradient to a value that is no input of the node but is used by a graph within it. */
  also(value: string, gradient: string): void;
  /** Throws the error that says which operator of which node cannot be followed back, why, and what to do. */
  refuse(why: string): never;
}

/** Gradients for the inputs, in their order; undefined where there is none. */
export type Gradients = readonly (string | undefined)[];

/** Writes the backward pass of one operator. */
export type GradientRule = (step: Step) => Gradients;

/** Rules by operator; an operator of another domain is `domain:Operator`. */
export type GradientRules = Readonly<Record<string, GradientRule>>;
