import { checkCases } from "../../testing/check-cases.ts";
import { weakHashLibrary } from "./weak-hash-library.ts";

checkCases(weakHashLibrary, {
  found: [
    "from cryptography.hazmat.primitives import hashes\nhashes.SHA1()",
    "import Cryptodome.Hash.MD4\nCryptodome.Hash.MD4.new(x)",
  ],
  clean: ["from cryptography.hazmat.primitives import hashes\nhashes.SHA256()"],
});
