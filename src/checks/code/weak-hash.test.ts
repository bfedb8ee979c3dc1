import { checkCases } from "../../testing/check-cases.ts";
import { weakHash } from "./weak-hash.ts";

checkCases(weakHash, {
  found: [
    "from hashlib import sha1\nsha1(x)",
    'import hashlib\nhashlib.new("MD5", x)',
    "import hashlib\nhashlib.md5(x, usedforsecurity=True)",
    "import crypt\ncrypt.crypt(p, crypt.METHOD_MD5)",
  ],
  clean: [
    "import hashlib\nhashlib.md5(x, usedforsecurity=False)",
    "import hashlib\nhashlib.new(name)",
    "md5(x)",
  ],
});
