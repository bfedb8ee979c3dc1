import { checkCases } from "../../testing/check-cases.ts";
import { agentPythonTool } from "./agent-python-tool.ts";

checkCases(agentPythonTool, {
  found: [
    "from langchain_experimental.llm_symbolic_math.base import LLMSymbolicMathChain\nLLMSymbolicMathChain.from_llm(llm)",
    'Tool(name="py", func=exec, description="d")',
    "from langchain.chains import LLMMathChain\nLLMMathChain.from_llm(llm)",
    "tools = [PythonREPLTool()]",
    "from langchain_experimental.utilities import PythonREPL as R\nrepl = R()",
    "import langchain_experimental.tools.python.tool as t\nt.PythonAstREPLTool(locals={'df': df})",
    "from langchain_experimental.pal_chain import PALChain\nPALChain.from_math_prompt(llm)",
    "from langchain.agents import load_tools\nnames = ['serpapi', 'python_repl']\nload_tools(names, llm=llm)",
    "from agno.tools.python import PythonTools\nAgent(tools=[PythonTools()])",
  ],
  clean: [
    "from mine import PythonREPL\nPythonREPL()",
    "from langchain_experimental.tools import PythonREPLTool",
    "from langchain.agents import load_tools\nload_tools(['serpapi'])",
    "class PythonREPLTool: ...\nPythonREPLTool()",
  ],
});
