import { checkCases } from "../../testing/check-cases.ts";
import { backdoorSuspected } from "./backdoor-suspected.ts";

checkCases(backdoorSuspected, {
  found: ["backdoor model.onnx: one small change turns inputs of every class into class 3"],
  clean: [
    "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
    "",
    "nothing at all",
  ],
});
