import { defineCheck } from "../define.ts";
import { callsOf, callsWith } from "./agents.ts";

const limits = ["max_iterations", "max_steps", "recursion_limit", "max_iter"] as const;
/** Teams of AutoGen, which have no limit of their own. */
const teams = ["RoundRobinGroupChat", "SelectorGroupChat", "Swarm"] as const;

const makers =
  /^(?:AgentExecutor|initialize_agent|create_\w*agent|ReActAgent|FunctionAgent|CodeAgent|ToolCallingAgent|MultiStepAgent|Agent|Crew|from_agent_and_tools|from_tools)$/;

export const agentUnbounded = defineCheck({
  meta: {
    id: "agent-unbounded",
    code: "PV-CODE-516",
    title: "An agent may go on without end",
    asset: "python",
    severity: "medium",
    confidence: "medium",
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
    mend: "Set a number of steps and a time limit (`max_iterations`, `max_execution_time`).",
    blind: "Limits elsewhere: at the provider, in a proxy.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain.agents import AgentExecutor\nagent = AgentExecutor(agent=a, tools=t, max_iterations=None)\n",
        },
      ],
      clean: [
        {
          code: "from langchain.agents import AgentExecutor\nagent = AgentExecutor(agent=a, tools=t, max_iterations=8)\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const name of limits) {
      for (const { call, value } of callsWith(view, name)) {
        const limit = call.keyword("max_execution_time");
        if (!makers.test(call.method) || (limit !== undefined && !limit.is(null))) continue;
        const constant = value.constant();
        const isEndless = constant?.type === "none" || constant?.type === "float";
        if (isEndless || (constant?.type === "int" && constant.value >= 10_000))
          report(value, { extent: call });
      }
    }
    for (const call of callsOf(view, ["autogen_agentchat"], teams)) {
      const isLimited =
        call.keyword("termination_condition") !== undefined ||
        call.keyword("max_turns") !== undefined;
      if (!isLimited && !call.hasUnknownArguments())
        report(call, { message: "A team of agents goes on until it is stopped from outside" });
    }
  },
});
