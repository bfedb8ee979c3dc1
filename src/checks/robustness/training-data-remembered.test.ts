import { checkCases } from "../../testing/check-cases.ts";
import { trainingDataRemembered } from "./training-data-remembered.ts";

checkCases(trainingDataRemembered, {
  found: ["remembers model.onnx: members of the training data are told from others"],
  clean: [
    "breaks model.onnx: pgd at linf 8/255 changes the answer to 92 % of the inputs",
    "",
    "nothing at all",
  ],
});
