import { checkCases } from "../../testing/check-cases.ts";
import { robustAccuracyLow } from "./robust-accuracy-low.ts";

checkCases(robustAccuracyLow, {
  found: [
    "below-bar model.onnx: 12.0 % of 500 inputs are classified rightly under pgd at linf 8/255, and 40 % are asked",
  ],
  clean: [
    "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
    "",
    "nothing at all",
  ],
});
