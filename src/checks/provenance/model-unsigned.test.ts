import { checkCases } from "../../testing/check-cases.ts";
import { modelUnsigned } from "./model-unsigned.ts";

checkCases(modelUnsigned, {
  found: ["unsigned model.sig: there is no such file"],
  clean: ["untrusted model.sig: it is signed by somebody else", "", "nothing at all"],
});
