import { checkCases } from "../../testing/check-cases.ts";
import { signatureInvalid } from "./signature-invalid.ts";

checkCases(signatureInvalid, {
  found: [
    "bad-signature model.sig: the signature is not that of the key over this payload",
    "bad-signature a/b.bin: something",
  ],
  clean: ["departs model.sig: resources in the order of path parts", "", "nothing at all"],
});
