import { checkCases } from "../../testing/check-cases.ts";
import { modelDiffersFromRecord } from "./model-differs-from-record.ts";

checkCases(modelDiffersFromRecord, {
  found: ["differs weights.bin: sha256 is 9f86d081…, on record is e3b0c442…"],
  clean: ["changed weights.bin: its sha256 is 9f86d081…", "", "nothing at all"],
});
