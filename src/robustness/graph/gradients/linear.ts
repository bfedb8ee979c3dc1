import type { GradientRules } from "../rule.ts";

export const linearRules: GradientRules = {};
