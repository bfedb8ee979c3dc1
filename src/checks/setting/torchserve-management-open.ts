import { isOn } from "../../formats/command/view.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

export const torchserveManagementOpen = defineCheck({
  meta: {
    id: "torchserve-management-open",
    code: "PV-CONF-004",
    title: "TorchServe's management is open to the network",
    asset: "setting",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "OWASP-ML06:2023",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "ATLAS:AML.T0049",
    ],
    why: "Whoever reaches the management port registers a model from any address that is allowed, and a model archive is code.",
    mend: "Set `management_address=http://127.0.0.1:8081`, leave token authorisation on, and name `allowed_urls`.",
    blind: "A container or firewall around it; tokens, which newer versions ask for by themselves.",
    references: ["CVE-2023-43654", "https://pytorch.org/serve/configuration.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: "config.properties", code: "management_address=http://0.0.0.0:8081\n" }],
      clean: [{ path: "config.properties", code: "management_address=http://127.0.0.1:8081\n" }],
    },
  },
  wants: (file) =>
    file.mentions("management_address") || file.mentions("disable_token_authorization"),
  run: ({ named }, report) => {
    const off = named("disable_token_authorization").filter(({ value }) => isOn(value));
    for (const setting of named("management_address")) {
      if (!isEveryInterface(setting.value)) continue;
      // Since 0.11 a token is asked for unless that is switched off.
      report(setting, off.length > 0 ? {} : { severity: "medium", confidence: "medium" });
    }
    for (const setting of off)
      report(setting, { severity: "medium", message: "TorchServe asks for no token" });
  },
});
