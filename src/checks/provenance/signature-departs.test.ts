import { checkCases } from "../../testing/check-cases.ts";
import { signatureDeparts } from "./signature-departs.ts";

checkCases(signatureDeparts, {
  found: [
    "departs model.sig: resources in the order of path parts, not of code points (path-order)",
  ],
  clean: ["malformed model.sig: it is no JSON", "", "nothing at all"],
});
