import type { FindingDetails, Span } from "../../core/index.ts";
import { isOff, option, type Command } from "../../formats/command/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { addressesOf, isRunAtOnce, uncheckedTls } from "./downloads.ts";

/** Settings of other programs that turn the check of certificates off. */
function settingOff(command: Command): Span | undefined {
  const words = command.args.map(({ text }) => text);
  const joined = words.join(" ");
  switch (command.program) {
    case "git":
      if (/\bhttp\.sslVerify[ =](?:false|0|off)\b/i.test(joined)) return command;
      return undefined;
    case "conda":
    case "mamba":
      return /\bconfig\b.*\bssl_verify[ =](?:false|no)\b/i.test(joined) ? command : undefined;
    case "npm":
    case "yarn":
    case "pnpm":
      return /\bstrict-ssl[ =]false\b/.test(joined) ? command : undefined;
    case "aws":
      return command.args.find(({ text }) => text === "--no-verify-ssl");
    case "podman":
    case "skopeo":
    case "buildah": {
      const tls = option(command, "--tls-verify");
      return tls !== undefined && isOff(tls.text) ? tls : undefined;
    }
    default:
      return undefined;
  }
}

function judge(command: Command): FindingDetails | undefined {
  const addresses = addressesOf(command).filter(({ isKnown }) => isKnown);
  if (addresses.length === 0) return { severity: "medium" };
  return addresses.every(({ text }) => isLocalHost(hostOf(text))) ? undefined : {};
}

export const downloadUncheckedTls = defineCheck({
  meta: {
    id: "download-unchecked-tls",
    code: "PV-CMD-016",
    title: "A download accepts any certificate",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_DOCKER_2", "CKV2_DOCKER_3"],
    controls: [
      "CWE-295",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "OWASP-ML02:2023",
    ],
    why: "Anybody on the way can answer in the server's place: with other data, another model, another program.",
    mend: "Remove the option; for an authority of your own pass its file (`--cacert`, `--ca-certificate`).",
    blind: "Configuration files of these programs.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "fetch.sh",
          code: "curl -k -o data.tar.gz https://bureau.riverbank.io/latest.tar.gz\n",
        },
      ],
      clean: [
        {
          path: "fetch.sh",
          code: "curl -fo data.tar.gz https://bureau.riverbank.io/latest.tar.gz\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const off = settingOff(command);
      if (off !== undefined) report(off, { extent: command, severity: "medium" });
      const unchecked = isRunAtOnce(command) ? undefined : uncheckedTls(command);
      const details = unchecked === undefined ? undefined : judge(command);
      if (unchecked !== undefined && details !== undefined)
        report(unchecked, { extent: command, ...details });
    }
  },
});
