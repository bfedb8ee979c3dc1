// `pavise/robustness`: gradients of ONNX models and attacks on them, without Python.
import type { OnnxModel } from "../formats/onnx/model.ts";
import { PaviseError } from "../core/errors.ts";
import type { Batch } from "./batch.ts";
import { isDifferentiable, type Loss, type LossGradient } from "./classifier.ts";
import { openModel, type OpenOptions } from "./graph/open.ts";

export type { OnnxModel, Tensor } from "../formats/onnx/model.ts";
export type { Batch } from "./batch.ts";
export {
  isDifferentiable,
  type Answers,
  type Classifier,
  type DifferentiableClassifier,
  type Loss,
  type LossGradient,
} from "./classifier.ts";
export type { OnnxClassifier, OnnxInfo } from "./graph/classifier.ts";
export type { Preprocessing } from "./graph/front.ts";
export { openModel, type OpenOptions } from "./graph/open.ts";
export type { Provider } from "./graph/runtime.ts";
export { attacks } from "./attacks/registry.ts";
export type { AnyAttack, AttackInput, AttackMeta, AttackResult, Norm } from "./attacks/define.ts";
export { evaluate } from "./run/evaluate.ts";
export type {
  DataFacts,
  EvaluationOptions,
  EvaluationProgress,
  ModelFacts,
} from "./run/evaluation-options.ts";
export type { LabelledInputs, PlannedAttack, TargetChoice } from "./run/evaluation.ts";
export { planOf, type AttackRequest } from "./run/plan.ts";

/**
 * Loss, logits and ∂loss/∂input of each item. `model` is the path of an ONNX file or a model; `inputs` are [N, …] float32 in the
 * units of the data. Opens and closes the model: for many calls `openModel` is cheaper. Errors: as `openModel`, and
 * `model-unsupported` where an operator has no gradient.
 */
export async function inputGradient(
  model: OnnxModel | string,
  inputs: Batch,
  loss: Loss & { readonly options?: OpenOptions },
): Promise<LossGradient> {
  const { options } = loss;
  const opened = await openModel(model, { inputShape: inputs.shape.slice(1), ...options });
  try {
    if (isDifferentiable(opened)) return await opened.gradient(inputs, loss);
    throw new PaviseError(
      "model-unsupported",
      opened.info.withoutGradient ?? "the model has no gradient",
      {
        hint: "Attack it as a black box: `--attack square`, `--attack hop-skip-jump`.",
      },
    );
  } finally {
    await opened.close();
  }
}
