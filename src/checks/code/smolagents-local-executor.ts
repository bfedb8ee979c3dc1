import { defineCheck } from "../define.ts";
import { callsOf, codeByAgent } from "./agents.ts";

export const smolagentsLocalExecutor = defineCheck({
  meta: {
    id: "smolagents-local-executor",
    code: "PV-CODE-512",
    title: "Code that a model writes runs in this process",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: codeByAgent,
    why: "The local interpreter of smolagents limits imports and builtins; it is no sandbox, and ways around it have been found.",
    mend: 'Set `executor_type="docker"`, `"e2b"`, `"modal"` or `"wasm"`.',
    blind: "A sandbox around the whole process.",
    references: [
      "CVE-2025-5120",
      "https://huggingface.co/docs/smolagents/tutorials/secure_code_execution",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { code: "from smolagents import CodeAgent\nagent = CodeAgent(tools=[], model=model)\n" },
      ],
      clean: [
        {
          code: 'from smolagents import CodeAgent\nagent = CodeAgent(tools=[], model=model, executor_type="docker")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, ["smolagents"], ["CodeAgent"])) {
      if (call.hasUnknownArguments() || call.keyword("executor") !== undefined) continue;
      const executor = call.keyword("executor_type");
      if (executor === undefined || executor.is("local")) report(call);
    }
  },
});
