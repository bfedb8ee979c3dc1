// Every operator that ONNX has a test of: gradients by our rules against finite differences. The tests' models are
// Debian's package libonnx-testdata; PAVISE_ONNX_TESTDATA names the folder where they lie elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messageOf, PaviseError } from "../../core/errors.ts";
import { bytesOf } from "../../formats/bytes/source.ts";
import type { Tensor } from "../../formats/onnx/model.ts";
import { noExternal } from "../../formats/onnx/read-external.ts";
import { readTensor } from "../../formats/onnx/read-tensor.ts";
import { readingOf } from "../../formats/onnx/read-wire.ts";
import { readOnnxModel } from "../../formats/onnx/read.ts";
import { sizeOf } from "../batch.ts";
import type { Fact } from "./inference.ts";
import { normalise, prepare } from "./prepare.ts";
import { numbersOf } from "./tensors.ts";
import { differences, followed, type Case } from "./testing/differences.ts";

const folder = process.env["PAVISE_ONNX_TESTDATA"] ?? "/usr/share/libonnx-testdata/data/node";
const isThere = existsSync(folder);
const names = isThere ? readdirSync(folder).sort() : [];
/** Elements of an input that are moved: enough to see a rule that is wrong. */
const maxMoved = 24;

/** What may be refused, and why that is right. */
const refusals = new RegExp(
  [
    "no gradient comes back", // rounding, comparing and picking
    "dropout.*train|training mode|its mean and variance", // random, or each item depends on the others
    "the shape of what", // differentiated by what decides a shape, as a scale or a depth
    "ScatterND|Loop", // products of what is written, loops whose length is computed
    "ai.onnx.(preview|ml)|the operator is not known", // steps of training, and what has no derivative
    "nothing in the model gives y", // the Scan of version 8, which is not settled
    "Could not find an implementation", // onnxruntime itself has no such operator
  ].join("|"),
);

function tensorIn(path: string): Tensor | undefined {
  const bytes = readFileSync(path);
  const reading = readingOf(bytesOf(bytes));
  const { tensor } = readTensor(reading, { at: 0, length: bytes.length }, noExternal);
  return reading.problems.length === 0 ? tensor : undefined;
}

/** The tests like whole numbers, where much is equal or at a corner: a little beside them. */
function offKinks(data: ArrayLike<number>): Float32Array {
  return Float32Array.from(
    data,
    (value, index) => value + 0.03 * (1.5 + Math.sin(2.1 * index + 1)),
  );
}

/** The cases of a test: one for each input of floats. Undefined where it is none of tensors. */
async function casesOf(name: string): Promise<readonly Case[] | undefined> {
  const at = join(folder, name);
  const { model, problems } = readOnnxModel(bytesOf(readFileSync(join(at, "model.onnx"))));
  if (model === undefined || problems.length > 0) return undefined;
  const output = model.graph.outputs[0]!;
  if (output.type !== "float32") return undefined;
  const tensors = new Map<string, Tensor>();
  for (const [index, value] of model.graph.inputs.entries()) {
    if (value.type === "undefined") return undefined;
    const path = join(at, "test_data_set_0", `input_${index}.pb`);
    const tensor = existsSync(path) ? tensorIn(path) : undefined;
    if (tensor?.type !== value.type) return undefined;
    tensors.set(value.name, tensor);
  }
  // Before version 7 only broadcasting was said otherwise, which these tests do not use.
  const opsets = new Map(model.opsets).set("", Math.max(7, model.opsets.get("") ?? 7));
  const { model: normal } = normalise({ ...model, opsets });
  const cases: Case[] = [];
  for (const [by, tensor] of tensors) {
    if (tensor.type !== "float32" || sizeOf(tensor.dims) === 0) continue;
    const inputs = new Map<string, Fact>();
    for (const [each, constant] of tensors) {
      const fact = { type: constant.type, shape: constant.dims };
      inputs.set(each, each === by ? fact : { ...fact, constant });
    }
    const settled = await prepare(normal, { inputs, outputs: [output.name] });
    const constants: Record<string, Tensor> = {};
    for (const [value, { constant }] of settled.facts)
      if (constant !== undefined) constants[value] = constant;
    cases.push({
      nodes: settled.nodes,
      facts: settled.facts,
      constants,
      inputs: { [by]: { dims: tensor.dims, data: offKinks(numbersOf(tensor)!) } },
      by,
      output: settled.outputs.get(output.name)!,
    });
  }
  return cases;
}

/** Elements spread over the input. */
function someOf(size: number): readonly number[] {
  const count = Math.min(size, maxMoved);
  return Array.from({ length: count }, (_, index) => Math.floor((index * size) / count));
}

/** How many elements could be judged, and the greatest error among them by the greatest gradient. */
async function judge(given: Case): Promise<{ readonly judged: number; readonly error: number }> {
  const { gradient, weights, output } = await followed(given);
  if (!output.every(Number.isFinite)) return { judged: 0, error: 0 };
  const elements = someOf(gradient.length);
  const near = await differences(given, { weights, step: 0.004, elements });
  const far = await differences(given, { weights, step: 0.02, elements });
  let most = 1e-3;
  for (const index of elements) most = Math.max(most, Math.abs(near[index]!));
  let [judged, error] = [0, 0];
  for (const index of elements) {
    // At a kink, or where the function turns quickly, differences say nothing.
    if (!(Math.abs(near[index]! - far[index]!) < 0.01 * most)) continue;
    judged++;
    error = Math.max(error, Math.abs(gradient[index]! - near[index]!) / most);
  }
  return { judged, error };
}

describe.skipIf(!isThere)("operators of ONNX's own tests", () => {
  let seen = 0;

  for (const name of names)
    it(name, { timeout: 120_000 }, async (context) => {
      try {
        const cases = await casesOf(name);
        if (cases === undefined || cases.length === 0) context.skip("it is not of floats alone");
        for (const given of cases!) {
          const { judged, error } = await judge(given);
          expect(error, `by ${given.by}`).toBeLessThan(0.02);
          seen += judged;
        }
      } catch (thrown) {
        const why = messageOf(thrown);
        if (!(thrown instanceof PaviseError) && !why.includes("Could not find an implementation"))
          throw thrown;
        expect(why).toMatch(refusals);
        context.skip(why);
      }
    });

  it("were judged, most of them", () => {
    expect(seen).toBeGreaterThan(5000);
  });
});

it.skipIf(isThere)("ONNX's own tests", (context) => {
  context.skip(`there are none in ${folder}: apt-get install libonnx-testdata`);
});
