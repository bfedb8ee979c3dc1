import { checkCases } from "../../testing/check-cases.ts";
import { attackSucceeds } from "./attack-succeeds.ts";

checkCases(attackSucceeds, {
  found: ["breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs"],
  clean: ["overestimated model.onnx: gradients are zero", "", "nothing at all"],
});
