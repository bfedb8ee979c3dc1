import type { PythonView } from "../../formats/python/view.ts";
import type { Report } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { callsOf, callsWith, codeByAgent } from "./agents.ts";

const packages = ["autogen", "ag2", "pyautogen"] as const;

/** `code_execution_config={"use_docker": False}`, and `use_docker=False` of an executor. */
function reportConfigurations(view: PythonView, report: Report): void {
  for (const dict of view.facts.dicts) {
    for (const [index, key] of dict.keys.entries()) {
      const value = dict.values[index];
      if (key?.kind !== "Constant" || key.value !== "use_docker" || value === undefined) continue;
      if (view.value(value).is(false))
        report({ start: key.start, end: value.end }, { extent: dict });
    }
  }
  for (const { call, value } of callsWith(view, "use_docker")) {
    // What stands in a dict was seen above.
    if (value.node.parent?.kind === "keyword" && value.is(false)) report(value, { extent: call });
  }
}

export const autogenLocalExecution = defineCheck({
  meta: {
    id: "autogen-local-execution",
    code: "PV-CODE-513",
    title: "AutoGen runs code that a model writes on this machine",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "Programs and shell lines of the conversation run with the rights of this process, without a person looking at them.",
    mend: "Use `DockerCommandLineCodeExecutor`, or `use_docker=True` with an image that has no network and no secrets.",
    blind: "A container around the whole process.",
    references: [
      "https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/components/command-line-code-executors.html",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from autogen import UserProxyAgent\nuser = UserProxyAgent("user", code_execution_config={"work_dir": "out", "use_docker": False})\n',
        },
        {
          code: 'from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor\nexecutor = LocalCommandLineCodeExecutor(work_dir="out")\n',
        },
      ],
      clean: [
        {
          code: 'from autogen import UserProxyAgent\nuser = UserProxyAgent("user", code_execution_config={"work_dir": "out", "use_docker": True})\n',
        },
        {
          code: 'from autogen import UserProxyAgent\nuser = UserProxyAgent("user", code_execution_config=False)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    const names = ["LocalCommandLineCodeExecutor", "LocalJupyterServer", "JupyterCodeExecutor"];
    for (const call of callsOf(view, packages, names)) {
      if (call.method === "LocalCommandLineCodeExecutor") report(call);
      else report(call, { severity: "medium" });
    }
    const known = /^(?:autogen|ag2|pyautogen)\b/;
    if (
      packages.some((name) => importsAny(view, name)) ||
      view.allCalls().some((call) => known.test(call.name))
    ) {
      reportConfigurations(view, report);
    }
  },
});

function importsAny(view: PythonView, start: string): boolean {
  return view.imports().some(({ name }) => name.startsWith(start));
}
