import type { GradientRules } from "../rule.ts";

export const convolutionRules: GradientRules = {};
