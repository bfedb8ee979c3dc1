// Runs a converted model, for tests.
import * as ort from "onnxruntime-node";
import type { OnnxModel } from "../../../formats/onnx/model.ts";
import { writeOnnxModel } from "../../../formats/onnx/write.ts";
import type { Batch } from "../../batch.ts";

/** What a model of one input and one output makes of a batch. */
export async function runOnnx(model: OnnxModel, { data, shape }: Batch): Promise<Float32Array> {
  const session = await ort.InferenceSession.create(Buffer.from(writeOnnxModel(model).bytes));
  const output = await session.run({
    [session.inputNames[0]!]: new ort.Tensor("float32", data, shape),
  });
  const { data: numbers } = output[session.outputNames[0]!]!;
  await session.release();
  return numbers as Float32Array;
}
