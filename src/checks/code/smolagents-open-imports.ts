import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { callsOf, codeByAgent, dangerousModules } from "./agents.ts";

/** Executors that run elsewhere than in this process. */
const remote = /^(?:docker|e2b|modal|wasm|blaxel)$/;

function isSandboxed(call: PythonCall): boolean {
  const executor = call.keyword("executor_type");
  return (
    (executor !== undefined && remote.test(executor.string() ?? "")) ||
    call.keyword("executor") !== undefined
  );
}

export const smolagentsOpenImports = defineCheck({
  meta: {
    id: "smolagents-open-imports",
    code: "PV-CODE-511",
    title: "Code that a model writes may import what reaches the machine",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "The local interpreter of smolagents is safe only as far as its list of imports; with `os` or `*` in it the model runs any program here.",
    mend: 'Leave such modules out, and set `executor_type="docker"` or `"e2b"`.',
    blind: "Modules that look harmless and lead to dangerous ones.",
    references: [
      "CVE-2025-5120",
      "https://huggingface.co/docs/smolagents/tutorials/secure_code_execution",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from smolagents import CodeAgent\nagent = CodeAgent(tools=[], model=model, additional_authorized_imports=["*"])\n',
        },
      ],
      clean: [
        {
          code: 'from smolagents import CodeAgent\nagent = CodeAgent(tools=[], model=model, additional_authorized_imports=["numpy"])\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(
      view,
      ["smolagents", "transformers"],
      [
        "CodeAgent",
        "ReactCodeAgent",
        "PythonInterpreterTool",
        "LocalPythonExecutor",
        "LocalPythonInterpreter",
      ],
    )) {
      if (isSandboxed(call)) continue;
      const imports =
        call.keyword("additional_authorized_imports") ??
        call.keyword("authorized_imports") ??
        call.positional(0);
      for (const element of imports?.elements() ?? []) {
        const module = element.string()?.replace(/\.\*$/, "").split(".", 1)[0];
        if (module === "*")
          report(element, {
            extent: call,
            message: "Code that a model writes may import every module",
          });
        else if (module !== undefined && dangerousModules.has(module)) {
          const severity =
            /^(?:os|posix|subprocess|pty|ctypes|builtins|sys|shutil|socket|importlib)$/.test(module)
              ? "high"
              : "medium";
          report(element, {
            extent: call,
            severity,
            message: `Code that a model writes may import \`${module}\``,
          });
        }
      }
    }
  },
});
