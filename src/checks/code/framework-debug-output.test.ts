import { checkCases } from "../../testing/check-cases.ts";
import { frameworkDebugOutput } from "./framework-debug-output.ts";

checkCases(frameworkDebugOutput, {
  found: [
    "set_debug(True)",
    "langchain.debug = True",
    "import litellm\nlitellm.set_verbose = True",
    "from langchain.agents import AgentExecutor\nAgentExecutor(agent=a, tools=t, verbose=True)",
  ],
  clean: [
    "app.debug = True",
    "def set_debug(on): ...\nlogger.set_debug(True)",
    "from sklearn.svm import SVC\nSVC(verbose=True)",
    "import litellm\nlitellm.set_verbose = False",
  ],
});
