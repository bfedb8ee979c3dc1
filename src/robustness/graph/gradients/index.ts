// Every gradient rule there is, one table a file.
import type { GradientRules } from "../rule.ts";
import { convolutionRules } from "./convolution.ts";
import { elementwiseRules } from "./elementwise.ts";
import { gatherRules } from "./gather.ts";
import { joinRules } from "./join.ts";
import { linearRules } from "./linear.ts";
import { normalisationRules } from "./normalisation.ts";
import { poolingRules } from "./pooling.ts";
import { quantisedRules } from "./quantised.ts";
import { reduceRules } from "./reduce.ts";
import { reshapeRules } from "./reshape.ts";
import { resizeRules } from "./resize.ts";
import { writtenRules } from "./written.ts";

/** Rules of ONNX's own operators by name, and of others as `domain:Operator`. */
export const gradientRules: GradientRules = {
  ...writtenRules,
  ...elementwiseRules,
  ...linearRules,
  ...convolutionRules,
  ...poolingRules,
  ...normalisationRules,
  ...reduceRules,
  ...reshapeRules,
  ...joinRules,
  ...gatherRules,
  ...resizeRules,
  ...quantisedRules,
};
