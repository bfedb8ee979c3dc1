import { defineCheck } from "../define.ts";
import { isTestPath, itemsNamed, type FoundItem } from "./support.ts";

/** Options of agents that take a person, or a wall, out of the way; with what they do. */
const switches: readonly (readonly [key: string, value: string | boolean, message: string])[] = [
  ["allowDangerouslySkipPermissions", true, "The agent may do everything without being asked"],
  ["permissionMode", "bypassPermissions", "The agent may do everything without being asked"],
  ["sandboxMode", "danger-full-access", "The agent's commands run without a sandbox"],
  ["dangerouslyDisableSandbox", true, "The agent's commands run without a sandbox"],
  ["allowUnsandboxedCommands", true, "The agent may run commands outside of its sandbox"],
  ["allowDangerousRequests", true, "The agent's tools may call any address"],
  ["allow_dangerous_requests", true, "The agent's tools may call any address"],
  ["allowDangerousCode", true, "What the model writes is run"],
  ["allow_dangerous_code", true, "What the model writes is run"],
  ["dangerouslyAllowRawQueries", true, "What the model writes is run as a query"],
];

export const agentSafetyOff = defineCheck({
  meta: {
    id: "agent-safety-off",
    code: "PV-JS-012",
    title: "An agent's permissions or sandbox are turned off",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-250",
      "CWE-693",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0053",
    ],
    why: "An instruction hidden in a page or a file that the agent reads is carried out with the rights of the process, and nobody is asked.",
    mend: "Name the tools that it may use (`allowedTools`), ask a person before the others, and run it in a container without network and secrets.",
    blind: "A container around the whole process.",
    references: [
      "https://docs.claude.com/en/api/agent-sdk/permissions",
      "https://developers.openai.com/codex/security",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import { query } from "@anthropic-ai/claude-agent-sdk";\nfor await (const m of query({ prompt, options: { permissionMode: "bypassPermissions" } })) show(m);\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import { query } from "@anthropic-ai/claude-agent-sdk";\nfor await (const m of query({ prompt, options: { permissionMode: "plan" } })) show(m);\n',
        },
      ],
    },
  },
  wants: (file) =>
    switches.some(
      ([key, value]) => file.mentions(key) && (value === true || file.mentions(String(value))),
    ),
  run: (view, report) => {
    const details = isTestPath(view.path) ? ({ severity: "low", audience: "audit" } as const) : {};
    const seen = new Set<FoundItem["dict"]>();
    for (const [key, value, message] of switches) {
      for (const found of itemsNamed(view, key)) {
        if (!found.value.is(value) || seen.has(found.dict)) continue;
        seen.add(found.dict);
        report(found.value, { ...details, message, extent: found.dict });
      }
    }
  },
});
