import { checkCases } from "../../testing/check-cases.ts";
import { weakCipher } from "./weak-cipher.ts";

checkCases(weakCipher, {
  found: ["from cryptography.hazmat.primitives.ciphers import algorithms as a\na.ARC4(k)"],
  clean: ["from cryptography.hazmat.primitives.ciphers import algorithms as a\na.AES(k)"],
});
