import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

const openers = ["urlopen", "urlretrieve", "URLopener", "FancyURLopener"].map(
  (name) => `urllib.request.${name}`,
);

export const urlOpenAnyScheme = defineCheck({
  meta: {
    id: "url-open-any-scheme",
    code: "PV-CODE-019",
    title: "urlopen also opens file: and custom schemes",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B310", "S310"],
    controls: ["CWE-22", "CWE-918"],
    why: "A URL that others choose reads local files (`file:///etc/passwd`) or reaches inner services.",
    mend: "Check that the scheme is https and the host is allowed, or use a client that only speaks HTTP.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import urllib.request\nurllib.request.urlopen(url)\n" }],
      clean: [{ code: "import httpx\nhttpx.get(url)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...openers)) report(call, aliasesOf(call));
  },
});
