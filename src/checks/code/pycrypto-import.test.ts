import { checkCases } from "../../testing/check-cases.ts";
import { pycryptoImport } from "./pycrypto-import.ts";

checkCases(pycryptoImport, {
  found: ["from Crypto.Cipher import AES\n"],
  clean: ["from Cryptodome.Cipher import AES\n"],
});
