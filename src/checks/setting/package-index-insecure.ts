import type { FindingDetails } from "../../core/index.ts";
import { isOff } from "../../formats/command/view.ts";
import type { Setting } from "../../formats/setting/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

const indexUrl =
  /^(?:source\.\d+\.url|tool\.(?:poetry\.source|uv\.index|pdm\.source)\.\d+\.url|tool\.uv\.(?:pip\.)?(?:index-url|extra-index-url\.\d+|default-index|find-links\.\d+)|(?:global|install)\.(?:index-url|extra-index-url|find-links)|easy_install\.(?:index_url|find_links))$/;
const trusted =
  /^(?:tool\.uv\.(?:pip\.)?allow-insecure-host\.\d+|allow-insecure-host\.\d+|(?:global|install)\.trusted-host)$/;
const verify =
  /^(?:source\.\d+\.verify_ssl|tool\.pdm\.source\.\d+\.verify_ssl|certificates\.[\w.-]+\.cert)$/;

function judge({ key, value }: Setting): FindingDetails | undefined {
  if (indexUrl.test(key)) {
    const host = hostOf(value);
    if (!value.startsWith("http:") || isLocalHost(host)) return undefined;
    return { message: `Packages come from ${host} over plain HTTP` };
  }
  if (trusted.test(key))
    return isLocalHost(value.replace(/:\d+$/, "")) ? undefined : { severity: "medium" };
  return verify.test(key) && isOff(value) ? {} : undefined;
}

export const packageIndexInsecure = defineCheck({
  meta: {
    id: "package-index-insecure",
    code: "PV-CONF-011",
    title: "Packages are installed without a check of who sends them, by configuration",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-295",
      "CWE-494",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Anybody on the way can answer with packages of their own, and installing one runs its code.",
    mend: "Use https, with the certificate of your own authority where there is one.",
    blind: "`pip.conf`, and requirement files.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Pipfile",
          code: '[[source]]\nurl = "https://pypi.riverbank.io/simple"\nverify_ssl = false\nname = "own"\n',
        },
      ],
      clean: [
        {
          path: "Pipfile",
          code: '[[source]]\nurl = "https://pypi.org/simple"\nverify_ssl = true\nname = "pypi"\n',
        },
      ],
    },
  },
  wants: (file) =>
    ["source", "index", "insecure-host", "trusted-host", "find-links"].some((word) =>
      file.mentions(word),
    ),
  run: ({ kind, settings }, report) => {
    if (kind !== "toml" && kind !== "ini") return;
    for (const setting of settings) {
      const details = judge(setting);
      if (details !== undefined) report(setting, details);
    }
  },
});
