import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const tlsVersionUnset = defineCheck({
  meta: {
    id: "tls-version-unset",
    code: "PV-CODE-038",
    title: "ssl.wrap_socket leaves the version of TLS open",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B504", "S504"],
    controls: ["CWE-327"],
    why: "Old Pythons then agree to SSL 3; the function itself does not check host names and is gone from Python 3.12.",
    mend: "Use `ssl.create_default_context().wrap_socket(…)`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ssl\nssl.wrap_socket(sock)\n" }],
      clean: [{ code: "import ssl\nssl.create_default_context().wrap_socket(sock)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("ssl.wrap_socket")) {
      if (call.keyword("ssl_version") === undefined) report(call, aliasesOf(call));
    }
  },
});
