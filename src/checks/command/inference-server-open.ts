import { flag, option, variable, type Command } from "../../formats/command/view.ts";
import type { FindingDetails, Span } from "../../core/index.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { door } from "./doors.ts";
import { inferenceServers, type InferenceServer } from "./inference-servers.ts";

function hasKey(command: Command, server: InferenceServer): boolean {
  return (
    flagOrOption(command, server.keys) || variable(command, ...server.keyVariables) !== undefined
  );
}

function flagOrOption(command: Command, names: readonly string[]): boolean {
  return option(command, ...names) !== undefined || flag(command, ...names) !== undefined;
}

function judge(
  command: Command,
  server: InferenceServer,
): { where: Span; details: FindingDetails } | undefined {
  const address = option(command, ...server.addresses);
  const set = variable(command, ...server.addressVariables);
  const written = address ?? set?.value;
  if (written === undefined) {
    if (!server.isOpenByDefault || command.reach !== "network") return undefined;
    const message = `${server.name} listens on all interfaces where it is not told otherwise, and asks for no key`;
    return { where: command.name, details: { severity: "low", confidence: "medium", message } };
  }
  if (!isEveryInterface(written.text)) return undefined;
  const message = `${server.name} listens on all interfaces and asks for no key`;
  return { where: written, details: { ...door(command.reach, "medium"), message } };
}

export const inferenceServerOpen = defineCheck({
  meta: {
    id: "inference-server-open",
    code: "PV-CMD-008",
    title: "A model is served to the network without a key",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "OWASP-ML05:2023",
      "ATLAS:AML.T0040",
      "ATLAS:AML.T0034",
    ],
    why: "Everybody who reaches the port uses the model at your cost, copies its behaviour, and reaches holes in the server.",
    mend: "Set a key (`--api-key`), or listen on 127.0.0.1 behind a gateway that asks for one.",
    blind: "A gateway or firewall in front; keys in a configuration file.",
    references: ["https://docs.vllm.ai/en/latest/usage/security.html"],
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "vllm serve Qwen/Qwen2.5-7B-Instruct --host 0.0.0.0\n" }],
      clean: [
        {
          path: "start.sh",
          code: 'vllm serve Qwen/Qwen2.5-7B-Instruct --host 0.0.0.0 --api-key "$KEY"\n',
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const server = inferenceServers.find(({ isStarted }) => isStarted(command));
      if (server === undefined || hasKey(command, server)) continue;
      const seen = judge(command, server);
      if (seen !== undefined) report(seen.where, { extent: command, ...seen.details });
    }
  },
});
