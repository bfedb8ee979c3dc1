import type { GradientRules } from "../rule.ts";

export const reduceRules: GradientRules = {};
