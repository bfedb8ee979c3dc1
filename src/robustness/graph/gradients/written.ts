// Operators that are written out before anything is differentiated: what is left of them could not be, and says why.
import { expandable, whyNotExpanded } from "../expand/expand.ts";
import type { GradientRule, GradientRules } from "../rule.ts";

const refused: GradientRule = (step) =>
  step.refuse(
    whyNotExpanded(step.node, (name) => ({
      type: step.emit.type(name),
      shape: step.emit.shape(name),
      constant: step.emit.constant(name),
    })) ?? "it could not be written out by operators that are known",
  );

export const writtenRules: GradientRules = Object.fromEntries(
  expandable.map((operator) => [operator, refused]),
);
