import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const weakCipher = defineCheck({
  meta: {
    id: "weak-cipher",
    code: "PV-CODE-014",
    title: "A broken or outdated cipher is used",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B304", "S304"],
    controls: ["CWE-327"],
    why: "The cipher can be broken with the means of a single person, or leaks plaintext after some gigabytes.",
    mend: "Use AES-GCM or ChaCha20-Poly1305.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from Crypto.Cipher import DES\nDES.new(key)\n" }],
      clean: [{ code: "from Crypto.Cipher import AES\nAES.new(key, AES.MODE_GCM)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "Crypto.Cipher.ARC2.new",
      "Crypto.Cipher.ARC4.new",
      "Crypto.Cipher.Blowfish.new",
      "Crypto.Cipher.DES.new",
      "Crypto.Cipher.XOR.new",
      "Cryptodome.Cipher.ARC2.new",
      "Cryptodome.Cipher.ARC4.new",
      "Cryptodome.Cipher.Blowfish.new",
      "Cryptodome.Cipher.DES.new",
      "Cryptodome.Cipher.XOR.new",
      "cryptography.hazmat.primitives.ciphers.algorithms.ARC4",
      "cryptography.hazmat.primitives.ciphers.algorithms.Blowfish",
      "cryptography.hazmat.primitives.ciphers.algorithms.CAST5",
      "cryptography.hazmat.primitives.ciphers.algorithms.IDEA",
      "cryptography.hazmat.primitives.ciphers.algorithms.SEED",
      "cryptography.hazmat.primitives.ciphers.algorithms.TripleDES",
    ))
      report(call, aliasesOf(call));
  },
});
