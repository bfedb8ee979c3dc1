import type { GradientRules } from "../rule.ts";

export const elementwiseRules: GradientRules = {};
