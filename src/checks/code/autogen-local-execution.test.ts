import { checkCases } from "../../testing/check-cases.ts";
import { autogenLocalExecution } from "./autogen-local-execution.ts";

checkCases(autogenLocalExecution, {
  found: [
    'UserProxyAgent("u", code_execution_config={"use_docker": False})',
    "import autogen\nautogen.UserProxyAgent('u', code_execution_config={'use_docker': False})",
    "import autogen\nCONFIG = {\n  'work_dir': 'x',\n  'use_docker': False,\n}\nautogen.AssistantAgent('a', code_execution_config=CONFIG)",
    "from autogen.coding import LocalCommandLineCodeExecutor as L\nL(work_dir='x')",
    "from autogen import UserProxyAgent\nUserProxyAgent('u', code_execution_config=dict(use_docker=False))",
  ],
  clean: [
    "import autogen\nautogen.UserProxyAgent('u', code_execution_config={'use_docker': True})",
    "from autogen_ext.code_executors.docker import DockerCommandLineCodeExecutor\nDockerCommandLineCodeExecutor()",
    "config = {'use_docker': False}",
    "import autogen\nautogen.UserProxyAgent('u', code_execution_config={'use_docker': use_docker})",
  ],
});
