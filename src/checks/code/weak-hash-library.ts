import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const weakHashLibrary = defineCheck({
  meta: {
    id: "weak-hash-library",
    code: "PV-CODE-013",
    title: "A broken hash of a cryptography library is used",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B303", "S303"],
    controls: ["CWE-327", "CWE-328"],
    why: "Two files with the same MD5 or SHA-1 can be made to order: a hash of this kind does not show that a model is the one that was tested.",
    mend: "Use SHA-256 or BLAKE2.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from Crypto.Hash import MD5\nMD5.new(data)\n" }],
      clean: [{ code: "from Crypto.Hash import SHA256\nSHA256.new(data)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "Crypto.Hash.MD2.new",
      "Crypto.Hash.MD4.new",
      "Crypto.Hash.MD5.new",
      "Crypto.Hash.SHA.new",
      "Cryptodome.Hash.MD2.new",
      "Cryptodome.Hash.MD4.new",
      "Cryptodome.Hash.MD5.new",
      "Cryptodome.Hash.SHA.new",
      "cryptography.hazmat.primitives.hashes.MD5",
      "cryptography.hazmat.primitives.hashes.SHA1",
    ))
      report(call, aliasesOf(call));
  },
});
