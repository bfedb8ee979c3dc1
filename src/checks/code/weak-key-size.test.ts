import { checkCases } from "../../testing/check-cases.ts";
import { weakKeySize } from "./weak-key-size.ts";

checkCases(weakKeySize, {
  found: [
    "from Crypto.PublicKey import RSA\nRSA.generate(1024)",
    "from cryptography.hazmat.primitives.asymmetric import ec\nec.generate_private_key(curve=ec.SECT163K1)",
  ],
  clean: [
    "from Crypto.PublicKey import RSA\nRSA.generate(4096)",
    "from cryptography.hazmat.primitives.asymmetric import ec\nec.generate_private_key(ec.SECP256R1())",
  ],
});
