import { commandCases } from "../../testing/command-cases.ts";
import { agentCodeExecutionSetting } from "./agent-code-execution-setting.ts";

commandCases(agentCodeExecutionSetting, {
  found: [
    ["yaml", "a:\n  code_execution_mode: unsafe\n"],
    ["json", '{"agent": {"allow_dangerous_code": true}}'],
    ["yaml", "llm:\n  model: x\nauto_run: true\n"],
  ],
  clean: [
    ["yaml", "a:\n  code_execution_mode: safe\n"],
    ["yaml", "auto_run: true\n"],
    ["json", '{"allow_code_execution": false}'],
  ],
});
