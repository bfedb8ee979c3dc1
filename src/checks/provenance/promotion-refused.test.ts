import { checkCases } from "../../testing/check-cases.ts";
import { promotionRefused } from "./promotion-refused.ts";

checkCases(promotionRefused, {
  found: ["refused model: the scan has 2 findings that are high"],
  clean: ["no-evidence model: there is no attestation of a scan", "", "nothing at all"],
});
