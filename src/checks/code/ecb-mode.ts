import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const ecbMode = defineCheck({
  meta: {
    id: "ecb-mode",
    code: "PV-CODE-015",
    title: "ECB mode shows patterns of the plaintext",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B305", "S305"],
    controls: ["CWE-327"],
    why: "Equal blocks encrypt to equal blocks, so the structure of the data shows through, and blocks can be swapped unnoticed.",
    mend: "Use an authenticated mode: GCM.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from cryptography.hazmat.primitives.ciphers import modes\nmodes.ECB()\n" }],
      clean: [
        { code: "from cryptography.hazmat.primitives.ciphers import modes\nmodes.GCM(iv)\n" },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("cryptography.hazmat.primitives.ciphers.modes.ECB"))
      report(call, aliasesOf(call));
  },
});
