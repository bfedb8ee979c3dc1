import { checkCases } from "../../testing/check-cases.ts";
import { smolagentsLocalExecutor } from "./smolagents-local-executor.ts";

checkCases(smolagentsLocalExecutor, {
  found: [
    "import smolagents as s\ns.CodeAgent(tools=[], model=m)",
    "from smolagents import CodeAgent\nCodeAgent(model=m, executor_type='local')",
    "from smolagents.agents import CodeAgent\nCodeAgent(\n  model=m\n)",
  ],
  clean: [
    "from smolagents import CodeAgent\nCodeAgent(model=m, executor_type='e2b')",
    "from smolagents import CodeAgent\nCodeAgent(**config)",
    "from smolagents import ToolCallingAgent\nToolCallingAgent(model=m, tools=[])",
  ],
});
