import { checkCases } from "../../testing/check-cases.ts";
import { agentShellTool } from "./agent-shell-tool.ts";

checkCases(agentShellTool, {
  found: [
    'from agents import Agent, function_tool\nAgent(name="x", tools=[function_tool(subprocess.run)])',
    "from langchain_experimental.llm_bash.base import LLMBashChain\nLLMBashChain.from_llm(llm)",
    'from langchain.agents import Tool\nTool(name="x", func=subprocess.getoutput, description="d")',
    "from langchain_community.tools.shell.tool import ShellTool as S\nS()",
    "from langchain.agents import load_tools\nload_tools(['terminal'], allow_dangerous_tools=x)",
    "from agno.tools.shell import ShellTools\nagent = Agent(\n  tools=[ShellTools()],\n)",
    "from langchain_experimental.llm_bash.bash import BashProcess\nBashProcess()",
  ],
  clean: [
    "from langchain_community.tools import ShellTool\nShellTool(ask_human_input=True)",
    "from mine import ShellTool\nShellTool()",
    "from langchain.agents import load_tools\nload_tools(['llm-math'], llm=llm)",
  ],
});
