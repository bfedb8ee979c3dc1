import { defineCheck } from "../define.ts";
import { itemsNamed } from "./support.ts";
import { usesAgents } from "./tools.ts";

/** Options that say after how many steps an agent has to stop. */
const limits = [
  "maxSteps",
  "maxTurns",
  "maxIterations",
  "recursionLimit",
  "maxRounds",
  "maxToolRoundtrips",
] as const;
const mostSteps = 1_000;

export const agentUnlimited = defineCheck({
  meta: {
    id: "agent-unlimited",
    code: "PV-JS-011",
    title: "An agent has no limit of steps",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-835",
      "CWE-770",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "OWASP-ASI08:2026",
      "ATLAS:AML.T0034.002",
    ],
    why: "A question that leads in circles costs tokens and tool calls until somebody notices.",
    mend: "Set a number of steps that the task can need: `stopWhen: stepCountIs(8)`, `maxTurns: 10`, `recursionLimit: 25`.",
    blind:
      "What a library does where no limit is given: those that are known here have one. Limits at the provider.",
    references: ["https://ai-sdk.dev/docs/agents/loop-control"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import { generateText } from "ai";\nawait generateText({ model, tools, prompt, maxSteps: Infinity });\n',
        },
        {
          path: "a.ts",
          code: 'import { generateText } from "ai";\nawait generateText({ model, tools, prompt, stopWhen: () => false });\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import { generateText, stepCountIs } from "ai";\nawait generateText({ model, tools, prompt, stopWhen: stepCountIs(8) });\n',
        },
      ],
    },
  },
  wants: (file) =>
    file.mentions("stopWhen") ||
    limits.some((limit) => file.mentions(limit)) ||
    file.mentions("stepCountIs"),
  run: (view, report) => {
    if (!usesAgents(view)) return;
    for (const name of limits) {
      for (const { value, dict } of itemsNamed(view, name)) {
        const constant = value.constant();
        const isHuge = constant?.type === "int" && constant.value >= mostSteps;
        if (
          isHuge ||
          /^(?:Number\.)?(?:Infinity|POSITIVE_INFINITY|MAX_SAFE_INTEGER|MAX_VALUE)$/.test(
            value.name(),
          )
        )
          report(value, { extent: dict });
      }
    }
    for (const { value, dict } of itemsNamed(view, "stopWhen")) {
      const origin = value.origin();
      if (origin.kind === "Lambda" && view.value(origin.body).is(false))
        report(value, { extent: dict });
    }
    for (const call of view.methods("stepCountIs")) {
      const count = call.positional(0);
      const constant = count?.constant();
      const isHuge = constant?.type === "int" && constant.value >= mostSteps;
      if (count !== undefined && (isHuge || count.name() === "Infinity"))
        report(count, { extent: call });
    }
  },
});
