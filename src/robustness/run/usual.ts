// The attacks that are run where none is named.
import type { AnyAttack } from "../attacks/define.ts";
import { isDifferentiable, type Classifier } from "../classifier.ts";
import type { AttackRequest } from "./plan.ts";

/** By what the model allows: one step and many, so that masked gradients show; else by scores, else by labels. */
const usual: Readonly<Record<AnyAttack["meta"]["access"], readonly string[]>> = {
  gradient: ["fgsm", "pgd"],
  scores: ["square"],
  labels: ["hop-skip-jump"],
};

/** The usual attacks for this model. */
export function usualAttacks(
  model: Classifier,
  request: Omit<AttackRequest, "attack">,
): readonly AttackRequest[] {
  const access = isDifferentiable(model)
    ? "gradient"
    : model.answers === "labels"
      ? "labels"
      : "scores";
  return usual[access].map((attack) => ({ ...request, attack }));
}
