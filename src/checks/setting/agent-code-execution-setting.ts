import { isOn } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

const switches = [
  "allow_code_execution",
  "allow_dangerous_code",
  "allow_dangerous_tools",
  "auto_run",
] as const;

export const agentCodeExecutionSetting = defineCheck({
  meta: {
    id: "agent-code-execution-setting",
    code: "PV-CONF-013",
    title: "An agent is configured to run code that a model writes",
    asset: "setting",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-94",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0050",
      "ATLAS:AML.T0053",
    ],
    why: "Whoever gets a sentence into the prompt, or into a document that is read, decides which code runs.",
    mend: "Leave it off, and give the agent tools with fixed functions; else run it in a sandbox without network and secrets.",
    blind: "A sandbox around the agent.",
    since: "0.1.0",
    examples: {
      found: [
        { path: "agents.yaml", code: "analyst:\n  role: Analyst\n  allow_code_execution: true\n" },
      ],
      clean: [
        { path: "agents.yaml", code: "analyst:\n  role: Analyst\n  allow_code_execution: false\n" },
      ],
    },
  },
  wants: (file) =>
    switches.some((name) => file.mentions(name)) || file.mentions("code_execution_mode"),
  run: ({ named, text }, report) => {
    for (const setting of named(...switches)) {
      // Many programs run something automatically; this one runs a model's code.
      if (
        setting.key.endsWith("auto_run") &&
        !text.includes("interpreter") &&
        !text.includes("llm")
      )
        continue;
      if (isOn(setting.value)) report(setting);
    }
    for (const setting of named("code_execution_mode")) {
      if (setting.value === "unsafe")
        report(setting, {
          severity: "high",
          message: "Code that a model writes runs on this machine",
        });
    }
  },
});
