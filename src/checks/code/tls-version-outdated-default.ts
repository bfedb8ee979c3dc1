import { defineCheck } from "../define.ts";
import { outdatedVersions } from "./tls-versions.ts";

export const tlsVersionOutdatedDefault = defineCheck({
  meta: {
    id: "tls-version-outdated-default",
    code: "PV-CODE-037",
    title: "A function takes an outdated version of TLS by default",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B503", "S503"],
    controls: ["CWE-327", "CWE-326"],
    why: "Every caller that says nothing gets a version that can be attacked.",
    mend: "Default to `ssl.PROTOCOL_TLS_CLIENT`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import ssl\ndef connect(version=ssl.PROTOCOL_SSLv3):\n    ...\n" }],
      clean: [{ code: "import ssl\ndef connect(version=ssl.PROTOCOL_TLS_CLIENT):\n    ...\n" }],
    },
  },
  run: ({ facts, text }, report) => {
    if (!/SSLv|TLSv1/.test(text)) return;
    for (const definition of facts.functions) {
      if (
        definition.args.defaults.some(
          (value) => value.kind === "Attribute" && outdatedVersions.has(value.attr),
        )
      ) {
        const aliases = definition.isAsync ? { aliases: [] } : {};
        report(
          { start: definition.start, end: definition.args.end },
          { ...aliases, extent: definition },
        );
      }
    }
  },
});
