import { defineCheck } from "../define.ts";
import { aliasesOf, isStringLiteral, lastWord } from "./support.ts";

const weak: readonly string[] = ["md4", "md5", "sha", "sha1"];
const weakCrypt: readonly string[] = ["METHOD_CRYPT", "METHOD_MD5", "METHOD_BLOWFISH"];

export const weakHash = defineCheck({
  meta: {
    id: "weak-hash",
    code: "PV-CODE-025",
    title: "MD5 or SHA-1 does not protect against tampering",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B324", "S324"],
    controls: ["CWE-327", "CWE-328"],
    why: "Two files with the same hash can be made to order: a checksum of this kind does not show that a model or a data set is the right one.",
    mend: "Use SHA-256. Where it is only a cache key, say so: `usedforsecurity=False`.",
    blind: "What the hash is for.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import hashlib\nhashlib.md5(data)\n" }],
      clean: [{ code: "import hashlib\nhashlib.sha256(data)\n" }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("md4", "md5", "sha", "sha1", "new")) {
      const parts = call.name.split(".");
      if (!parts.includes("hashlib")) continue;
      const algorithm = call.method === "new" ? call.argument(0, "name") : undefined;
      const name = algorithm === undefined ? call.method : algorithm.string()?.toLowerCase();
      if (name === undefined || !weak.includes(name)) continue;
      const flag = call.keyword("usedforsecurity");
      if (flag !== undefined && !flag.is(true)) continue;
      const aliases =
        algorithm === undefined || isStringLiteral(algorithm.node)
          ? aliasesOf(call)
          : { aliases: [] };
      report(call, {
        ...aliases,
        message: `${name.toUpperCase()} does not protect against tampering`,
      });
    }
    for (const call of methods("crypt", "mksalt")) {
      if (!call.name.split(".").includes("crypt")) continue;
      const method = lastWord(
        call.argument(call.method === "crypt" ? 1 : 0, call.method === "crypt" ? "salt" : "method")
          ?.node,
      );
      if (method !== undefined && weakCrypt.includes(method))
        report(call, {
          severity: "medium",
          audience: "default",
          message: "Passwords are hashed with a broken method",
        });
    }
  },
});
