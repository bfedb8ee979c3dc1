import type { GradientRules } from "../rule.ts";

export const poolingRules: GradientRules = {};
