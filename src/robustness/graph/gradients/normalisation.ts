import type { GradientRules } from "../rule.ts";

export const normalisationRules: GradientRules = {};
