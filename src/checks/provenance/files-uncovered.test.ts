import { checkCases } from "../../testing/check-cases.ts";
import { filesUncovered } from "./files-uncovered.ts";

checkCases(filesUncovered, {
  found: ["uncovered notes.txt: it is not covered by the signature"],
  clean: ["added notes.txt: it is not among the signed files", "", "nothing at all"],
});
