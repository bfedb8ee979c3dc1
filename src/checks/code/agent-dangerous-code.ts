import { defineCheck } from "../define.ts";
import { callsWith, codeByAgent } from "./agents.ts";

const options = ["allow_dangerous_code", "allow_dangerous_tools"] as const;

export const agentDangerousCode = defineCheck({
  meta: {
    id: "agent-dangerous-code",
    code: "PV-CODE-500",
    title: "An agent may run code that a model writes",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [...codeByAgent, "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Whoever gets a sentence into the prompt, or into a row of the data, decides which code runs in this process.",
    mend: "Give the agent tools with fixed queries, or run what it writes in a sandbox without network, files and secrets.",
    blind: "A sandbox around the whole process.",
    references: ["https://python.langchain.com/docs/security/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_experimental.agents import create_pandas_dataframe_agent\nagent = create_pandas_dataframe_agent(llm, df, allow_dangerous_code=True)\n",
        },
      ],
      clean: [
        {
          code: "from langchain.agents import create_agent\nagent = create_agent(model, tools=[default_rate])\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const name of options) {
      for (const { call, value } of callsWith(view, name)) {
        if (value.is(true))
          report(value, {
            extent: call,
            message: `\`${call.method}\` may run code that a model writes`,
          });
      }
    }
  },
});
