import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { lastWord } from "./support.ts";
import { outdatedVersions } from "./tls-versions.ts";

function pick(call: PythonCall): PythonValue | undefined {
  if (call.name === "ssl.wrap_socket") return call.keyword("ssl_version");
  if (call.name === "pyOpenSSL.SSL.Context") return call.keyword("method");
  return call.keyword("method") ?? call.keyword("ssl_version");
}

export const tlsVersionOutdated = defineCheck({
  meta: {
    id: "tls-version-outdated",
    code: "PV-CODE-036",
    title: "An outdated version of TLS is asked for",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B502", "S502"],
    controls: ["CWE-327", "CWE-326"],
    why: "Versions before TLS 1.2 can be attacked in practice (POODLE, BEAST).",
    mend: "Use `ssl.create_default_context()`, which chooses.",
    blind: "Versions chosen by configuration.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ssl\nssl.wrap_socket(ssl_version=ssl.PROTOCOL_TLSv1)\n" }],
      clean: [{ code: "import ssl\nssl.create_default_context()\n" }],
    },
  },
  run: ({ allCalls, text }, report) => {
    if (!/SSLv|TLSv1/.test(text)) return;
    for (const call of allCalls()) {
      // Only ssl.wrap_socket names it `ssl_version` for sure, only SSL.Context `method`.
      const value = pick(call);
      const word = lastWord(value?.node) ?? value?.string();
      if (value !== undefined && word !== undefined && outdatedVersions.has(word)) {
        report(value, { extent: call, message: `${word} is outdated` });
      }
    }
  },
});
