import { checkCases } from "../../testing/check-cases.ts";
import { robustnessOverestimated } from "./robustness-overestimated.ts";

checkCases(robustnessOverestimated, {
  found: [
    "overestimated model.onnx: with eps as wide as the range, 40 % of 32 inputs are still classified rightly",
  ],
  clean: [
    "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
    "",
    "nothing at all",
  ],
});
