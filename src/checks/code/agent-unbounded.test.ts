import { checkCases } from "../../testing/check-cases.ts";
import { agentUnbounded } from "./agent-unbounded.ts";

checkCases(agentUnbounded, {
  found: [
    "initialize_agent(tools, llm, max_iterations=None, max_execution_time=None)",
    "from autogen_agentchat.teams import RoundRobinGroupChat\nteam = RoundRobinGroupChat([a, b])",
    "from langchain.agents import AgentExecutor as E\nE.from_agent_and_tools(agent=a, tools=t, max_iterations=None)",
    "create_pandas_dataframe_agent(\n  llm,\n  df,\n  max_iterations=None)",
    "LIMIT = None\ninitialize_agent(tools, llm, max_iterations=LIMIT)",
    "CodeAgent(model=m, max_steps=1_000_000)",
  ],
  clean: [
    "from autogen_agentchat.teams import RoundRobinGroupChat\nteam = RoundRobinGroupChat([a, b], max_turns=9)",
    "AgentExecutor(agent=a, max_iterations=15)",
    "AgentExecutor(agent=a, max_iterations=max_iterations)",
    "AgentExecutor(agent=a, max_iterations=None, max_execution_time=60)",
    "# Agent\nscipy.minimize(f, max_iterations=None)",
  ],
});
