import { checkCases } from "../../testing/check-cases.ts";
import { signerExpired } from "./signer-expired.ts";

checkCases(signerExpired, {
  found: ["expired model.sig: the certificate of trainer has expired on 2025-01-01"],
  clean: ["untrusted model.sig: no way leads to a trusted root", "", "nothing at all"],
});
