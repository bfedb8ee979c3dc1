import { defineCheck } from "../define.ts";
import { codeByAgent } from "./agents.ts";

const executors = [
  "google.adk.code_executors.UnsafeLocalCodeExecutor",
  "google.adk.code_executors.unsafe_local_code_executor.UnsafeLocalCodeExecutor",
  "camel.interpreters.SubprocessInterpreter",
  "agents.LocalShellTool",
  "strands_tools.python_repl",
] as const;

export const agentLocalCodeExecutor = defineCheck({
  meta: {
    id: "agent-local-code-executor",
    code: "PV-CODE-519",
    title: "An agent's code or commands run on this machine",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "What the model writes runs with the rights of this process; a sentence in a fetched document is enough to choose it.",
    mend: "Use the executor of the framework that runs in a container or with a provider (`ContainerCodeExecutor`, `VertexAiCodeExecutor`).",
    blind: "A sandbox around the whole process.",
    references: ["https://google.github.io/adk-docs/safety/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from google.adk.code_executors import UnsafeLocalCodeExecutor\nexecutor = UnsafeLocalCodeExecutor()\n",
        },
      ],
      clean: [
        {
          code: "from google.adk.code_executors import ContainerCodeExecutor\nexecutor = ContainerCodeExecutor()\n",
        },
      ],
    },
  },
  run: ({ calls, methods }, report) => {
    for (const call of calls("camel.toolkits.CodeExecutionToolkit")) {
      if (/^(?:subprocess|jupyter)$/.test(call.keyword("sandbox")?.string() ?? "")) report(call);
    }
    for (const call of methods("DataInterpreter")) {
      if (call.name.startsWith("metagpt.") && call.keyword("auto_run")?.truth() !== false)
        report(call);
    }
    for (const call of calls(...executors)) {
      if (call.method.startsWith("Unsafe")) report(call, { severity: "high" });
      else if (!call.keyword("require_confirm")?.is(true)) report(call);
    }
  },
});
