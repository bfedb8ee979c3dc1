import { checkCases } from "../../testing/check-cases.ts";
import { evidenceMissing } from "./evidence-missing.ts";

checkCases(evidenceMissing, {
  found: ["no-evidence model: there is no attestation of a scan"],
  clean: ["weak-evidence model.dvc: only an MD5 is recorded", "", "nothing at all"],
});
