import type { FindingDetails } from "../../core/index.ts";
import type { Word } from "../../formats/command/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { installArguments } from "./pip.ts";

const trusting = ["--trusted-host", "--allow-insecure-host"] as const;
const indexes = [
  "-i",
  "--index-url",
  "--extra-index-url",
  "-f",
  "--find-links",
  "--index",
  "--default-index",
  "--pypi-url",
] as const;

/** Every value of one of these options. */
function* valuesOf(args: readonly Word[], names: readonly string[]): Generator<Word> {
  for (const [index, word] of args.entries()) {
    const equals = word.text.indexOf("=");
    if (equals > 0 && names.includes(word.text.slice(0, equals)))
      yield { ...word, text: word.text.slice(equals + 1) };
    else if (names.includes(word.text) && args[index + 1] !== undefined) yield args[index + 1]!;
  }
}

function judgeHosts(hosts: readonly Word[]): FindingDetails {
  const names = hosts.filter(({ isKnown }) => isKnown).map(({ text }) => text.replace(/:\d+$/, ""));
  if (names.length === 0) return { severity: "medium" };
  const message = `Packages from ${names.join(", ")} are installed without knowing that they are from there`;
  const isPublic = /(?:^|\.)(?:pypi\.org|pythonhosted\.org|pypi\.python\.org)$/i;
  return names.some((name) => isPublic.test(name)) ? { message } : { severity: "medium", message };
}

export const pipInsecureIndex = defineCheck({
  meta: {
    id: "pip-insecure-index",
    code: "PV-CMD-018",
    title: "Packages are installed without a check of who sends them",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_DOCKER_4"],
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
    mend: "Give pip the certificate of the proxy (`--cert`), use https, and write hashes into the requirements.",
    blind: "`pip.conf`, and requirement files.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "Dockerfile",
          code: "FROM python:3.13\nRUN pip install --trusted-host pypi.org -r requirements.txt\n",
        },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.13\nRUN pip install --cert /etc/ssl/proxy.pem -r requirements.txt\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const args = installArguments(command);
      if (args === undefined) continue;
      const trusted = [...valuesOf(args, trusting)].filter(
        ({ text, isKnown }) => !isKnown || !isLocalHost(text.replace(/:\d+$/, "")),
      );
      if (trusted[0] !== undefined) report(trusted[0], { extent: command, ...judgeHosts(trusted) });
      for (const index of valuesOf(args, indexes)) {
        const host = hostOf(index.text);
        if (!index.text.startsWith("http:") || isLocalHost(host) || host.includes("$")) continue;
        report(index, { extent: command, message: `Packages come from ${host} over plain HTTP` });
      }
    }
  },
});
