import { defineCheck } from "../define.ts";
import { callsWith, codeByAgent } from "./agents.ts";

export const crewaiCodeExecution = defineCheck({
  meta: {
    id: "crewai-code-execution",
    code: "PV-CODE-514",
    title: "A CrewAI agent may run code that a model writes",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "In unsafe mode the code runs on this machine; in safe mode in a container that has the network and the working directory.",
    mend: 'Leave `allow_code_execution` off, and never set `code_execution_mode="unsafe"`; give the agent tools with fixed functions.',
    blind: "Settings in the YAML files of a crew.",
    references: ["https://docs.crewai.com/en/concepts/agents"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from crewai import Agent\nagent = Agent(role="analyst", allow_code_execution=True, code_execution_mode="unsafe")\n',
        },
      ],
      clean: [
        {
          code: 'from crewai import Agent\nagent = Agent(role="analyst", allow_code_execution=False)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, value } of callsWith(view, "code_execution_mode")) {
      if (value.is("unsafe"))
        report(value, {
          extent: call,
          severity: "high",
          message: "Code that a model writes runs on this machine",
        });
    }
    for (const { call, value } of callsWith(view, "allow_code_execution")) {
      if (value.is(true) && !call.keyword("code_execution_mode")?.is("unsafe"))
        report(value, { extent: call });
    }
    for (const { call, value } of callsWith(view, "unsafe_mode")) {
      if (call.method === "CodeInterpreterTool" && value.is(true))
        report(value, { extent: call, severity: "high" });
    }
  },
});
