import { checkCases } from "../../testing/check-cases.ts";
import { crewaiCodeExecution } from "./crewai-code-execution.ts";

checkCases(crewaiCodeExecution, {
  found: [
    "from crewai import Agent as A\nA(role='x', allow_code_execution=True)",
    "from crewai import Agent\nMODE = 'unsafe'\nAgent(code_execution_mode=MODE)",
    "from crewai_tools import CodeInterpreterTool\nCodeInterpreterTool(\n  unsafe_mode=True)",
    "kw = {'allow_code_execution': True}\nAgent(**kw)",
  ],
  clean: [
    "from crewai import Agent\nAgent(code_execution_mode='safe')",
    "Agent(allow_code_execution=allow_code_execution)",
    "Thing(unsafe_mode=True)",
  ],
});
