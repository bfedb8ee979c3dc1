import { checkCases } from "../../testing/check-cases.ts";
import { evidenceWeak } from "./evidence-weak.ts";

checkCases(evidenceWeak, {
  found: ["weak-evidence model.pkl: DVC records an MD5 only"],
  clean: ["no-evidence model.pkl: it has no record", "", "nothing at all"],
});
