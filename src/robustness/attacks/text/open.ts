// Opens an ONNX model that takes token ids: cut behind its embedding, so that gradients reach the tokens.
import { PaviseError } from "../../../core/errors.ts";
import type { GraphNode, OnnxModel, Tensor, Value } from "../../../formats/onnx/model.ts";
import { countOf, type Batch } from "../../batch.ts";
import { isDifferentiable } from "../../classifier.ts";
import { openModel, type OpenOptions } from "../../graph/open.ts";
import { numbersOf, tensorOf } from "../../graph/tensors.ts";
import type { TokenClassifier } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Name of the input that stands for the embedding of the tokens. */
const embedded = "pavise/embedding";

export interface TextOptions extends Omit<OpenOptions, "inputShape" | "preprocessing" | "range"> {
  /** Tokens of one input. */
  readonly length: number;
  readonly vocabulary?: Vocabulary;
}

interface Cut {
  readonly model: OnnxModel;
  readonly ids: Value;
  readonly table: Tensor;
}

function unsupported(message: string, hint: string): PaviseError {
  return new PaviseError("model-unsupported", message, { hint });
}

/** Ids, and what they are called after operators that keep them as they are. */
function namesOf(nodes: readonly GraphNode[], ids: string): ReadonlySet<string> {
  const names = new Set([ids]);
  for (const { operator, inputs, outputs } of nodes) {
    if (/^(?:Cast|Identity)$/.test(operator) && names.has(inputs[0] ?? "")) names.add(outputs[0]!);
  }
  return names;
}

/** Takes out the Gather that looks tokens up in a table of two axes; its output becomes an input. */
function cutOf(model: OnnxModel, named: string | undefined): Cut {
  const { graph } = model;
  const { nodes, initializers } = graph;
  const isTable = (name: string | undefined): boolean =>
    initializers.get(name ?? "")?.dims.length === 2;
  for (const ids of graph.inputs) {
    if (!/int/.test(ids.type) || (named !== undefined && ids.name !== named)) continue;
    const names = namesOf(nodes, ids.name);
    const lookUps = nodes.filter(
      ({ operator, inputs }) =>
        operator === "Gather" && isTable(inputs[0]) && names.has(inputs[1] ?? ""),
    );
    const [lookUp, other] = lookUps;
    // Segments are looked up in a table, too, but in one of a few rows.
    if (lookUp === undefined || initializers.get(lookUp.inputs[0]!)!.dims[0]! < 8) continue;
    if (other !== undefined) {
      throw unsupported(
        `the tokens ${ids.name} are looked up in several tables`,
        "Attack it as a black box: token-swap needs no gradient.",
      );
    }
    const reader = nodes.find(
      (node) =>
        node !== lookUp &&
        !/^(?:Shape|Cast|Identity)$/.test(node.operator) &&
        node.inputs.some((name) => names.has(name)),
    );
    if (reader !== undefined) {
      throw unsupported(
        `the tokens ${ids.name} are used by ${reader.operator} (node ${reader.name || reader.outputs[0]!}) besides the embedding`,
        "Export the model so that a mask is an input of its own, or attack it as a black box: token-swap needs no gradient.",
      );
    }
    const output = lookUp.outputs[0]!;
    const rest = nodes
      .filter((node) => node !== lookUp)
      .map((node) => ({
        ...node,
        inputs: node.inputs.map((name) => (name === output ? embedded : name)),
      }));
    const input: Value = { name: embedded, type: "float32", shape: undefined };
    return {
      ids,
      table: initializers.get(lookUp.inputs[0]!)!,
      model: { ...model, graph: { ...graph, nodes: rest, inputs: [input, ...graph.inputs] } },
    };
  }
  throw unsupported(
    "the model has no input of token ids that are looked up in a table",
    "hot-flip is for text models whose first step is a Gather from an embedding. Name the input with `input` where there are several.",
  );
}

/** Ones for masks, noughts for segments and for the tokens, of which only the shape is still used. */
function stillNeeded(
  { model, ids }: Cut,
  dims: readonly number[],
  given: OpenOptions["fixed"],
): Map<string, Tensor> {
  const fixed = new Map(given);
  const size = dims.reduce((product, length) => product * length, 1);
  for (const { name, type } of model.graph.inputs) {
    if (name === embedded || fixed.has(name)) continue;
    const isMask = /mask/i.test(name);
    if (name !== ids.name && !isMask && !/type|segment/i.test(name)) {
      throw unsupported(
        `the model also takes ${name}, and nothing says what to give for it`,
        "Give the values of its other inputs with `fixed`.",
      );
    }
    fixed.set(name, tensorOf(type, dims, new Float32Array(size).fill(isMask ? 1 : 0)));
  }
  return fixed;
}

/**
 * Opens a text model for `hot-flip`. Inputs are rows of `length` token ids. Where the model takes an attention mask
 * of its own, every token is attended to: give texts of one length, without padding.
 *
 * @throws `model-unsupported` where tokens are not looked up in one table, or are used for more than that.
 */
export async function openTextModel(
  model: OnnxModel,
  options: TextOptions,
): Promise<TokenClassifier> {
  const { length, vocabulary, batch = 16, input, fixed, ...rest } = options;
  const cut = cutOf(model, input);
  const numbers = numbersOf(cut.table);
  const [size, width] = cut.table.dims as readonly [number, number];
  if (numbers === undefined)
    throw unsupported("the embedding is no table of numbers", "Export the model in float32.");
  const table = Float32Array.from(numbers);
  const opened = await openModel(cut.model, {
    ...rest,
    batch,
    input: embedded,
    inputShape: [length, width],
    fixed: stillNeeded(cut, [batch, length], fixed),
    range: [-1, 1],
  });
  if (!isDifferentiable(opened)) {
    await opened.close();
    throw unsupported(
      opened.info.withoutGradient ?? "the model has no gradient",
      "Attack it as a black box: token-swap needs no gradient.",
    );
  }

  function embed({ data, shape }: Batch): Batch {
    const all = new Float32Array(data.length * width);
    for (const [k, id] of data.entries()) {
      if (!Number.isInteger(id) || id < 0 || id >= size) {
        throw new PaviseError("data-invalid", `there is no token ${id}: the model has ${size}`, {
          hint: "Inputs are token ids, counted from 0, made by the model's own tokenizer.",
        });
      }
      all.set(table.subarray(id * width, (id + 1) * width), k * width);
    }
    return { data: all, shape: [countOf({ data, shape }), length, width] };
  }

  return {
    name: opened.name,
    inputShape: [length],
    classes: opened.classes,
    answers: opened.answers,
    range: [0, size - 1],
    get queries() {
      return opened.queries;
    },
    embedding: { table, width },
    ...(vocabulary !== undefined && { vocabulary }),
    predict: async (tokens) => await opened.predict(embed(tokens)),
    embeddingGradient: async (tokens, loss) => await opened.gradient(embed(tokens), loss),
    close: async () => await opened.close(),
  };
}
