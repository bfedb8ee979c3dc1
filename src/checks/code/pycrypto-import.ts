import { defineCheck } from "../define.ts";
import { importsOf } from "./support.ts";

const modules: readonly string[] = [
  "Crypto.Cipher",
  "Crypto.Hash",
  "Crypto.IO",
  "Crypto.Protocol",
  "Crypto.PublicKey",
  "Crypto.Random",
  "Crypto.Signature",
  "Crypto.Util",
];

export const pycryptoImport = defineCheck({
  meta: {
    id: "pycrypto-import",
    code: "PV-CODE-033",
    title: "A module of pyCrypto is imported, which has not been maintained since 2013",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["B413", "S413"],
    controls: ["CWE-327", "CWE-1104"],
    why: "Known faults of pyCrypto (CVE-2013-7459) will not be mended.",
    mend: "Use `cryptography`; PyCryptodome has the same module names and is maintained.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from Crypto.Cipher import AES\n" }],
      clean: [{ code: "from Cryptodome.Cipher import AES\n" }],
    },
  },
  run: (view, report) => {
    for (const found of importsOf(view, modules))
      report(found, {
        ...found.details,
        message: `${found.module} of pyCrypto is imported, which has not been maintained since 2013`,
      });
  },
});
