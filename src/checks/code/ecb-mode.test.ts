import { checkCases } from "../../testing/check-cases.ts";
import { ecbMode } from "./ecb-mode.ts";

checkCases(ecbMode, {
  found: ["from cryptography.hazmat.primitives.ciphers import modes\nmodes.ECB()\n"],
  clean: ["from cryptography.hazmat.primitives.ciphers import modes\nmodes.GCM(iv)\n"],
});
