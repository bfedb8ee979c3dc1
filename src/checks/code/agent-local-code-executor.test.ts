import { checkCases } from "../../testing/check-cases.ts";
import { agentLocalCodeExecutor } from "./agent-local-code-executor.ts";

checkCases(agentLocalCodeExecutor, {
  found: [
    'from camel.toolkits import CodeExecutionToolkit\nCodeExecutionToolkit(sandbox="subprocess")',
    "import google.adk.code_executors as c\nc.UnsafeLocalCodeExecutor()",
    "from camel.interpreters import SubprocessInterpreter as S\nS()",
    "from agents import Agent, LocalShellTool\nAgent(tools=[LocalShellTool(\n  executor=run)])",
  ],
  clean: [
    'from camel.toolkits import CodeExecutionToolkit\nCodeExecutionToolkit(sandbox="docker")',
    "from google.adk.code_executors import VertexAiCodeExecutor\nVertexAiCodeExecutor()",
    "from camel.interpreters import DockerInterpreter\nDockerInterpreter()",
    "from camel.interpreters import SubprocessInterpreter\nSubprocessInterpreter(require_confirm=True)",
    "from mine import UnsafeLocalCodeExecutor\nUnsafeLocalCodeExecutor()",
  ],
});
