import { checkCases } from "../../testing/check-cases.ts";
import { signerUntrusted } from "./signer-untrusted.ts";

checkCases(signerUntrusted, {
  found: ["untrusted model.sig: it is signed by mallory@example.com, not by trainer@example.com"],
  clean: ["expired model.sig: the certificate has expired", "", "nothing at all"],
});
