import { defineCheck } from "../define.ts";
import { givenAsTools } from "./agent-tools.ts";
import { callsOf } from "./agents.ts";

const packages = ["langchain", "agno", "phi", "llama_index"] as const;
const classes = [
  "ShellTool",
  "BashProcess",
  "LLMBashChain",
  "ShellTools",
  "ShellToolMiddleware",
] as const;

/** Functions that run what they are given. */
const shells =
  /^(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|getoutput|getstatusoutput|Popen))$/;

export const agentShellTool = defineCheck({
  meta: {
    id: "agent-shell-tool",
    code: "PV-CODE-504",
    title: "A model is given a shell",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-78",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI05:2026",
      "OWASP-ASI02:2026",
      "ATLAS:AML.T0050",
      "ATLAS:AML.T0053",
    ],
    why: "The model types commands on this machine, with the rights of the process; a sentence in a fetched document is enough to choose them.",
    mend: "Replace it by tools that run one fixed program each; else run it in a container without network and secrets and ask a person before each command.",
    blind: "A sandbox around the whole process.",
    references: ["https://python.langchain.com/docs/security/"],
    since: "0.1.0",
    examples: {
      found: [{ code: "from langchain_community.tools import ShellTool\ntools = [ShellTool()]\n" }],
      clean: [
        {
          code: "from langchain_community.tools import ShellTool\ntools = [ShellTool(ask_human_input=True)]\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, packages, classes)) {
      if (call.keyword("ask_human_input")?.is(true)) continue;
      // The middleware runs in a container where it is told so.
      const policy = call.keyword("execution_policy");
      if (policy !== undefined && /Docker|Sandbox/.test(policy.name())) continue;
      report(call);
    }
    for (const call of view.methods("from_llm"))
      if (call.name.endsWith(".LLMBashChain.from_llm")) report(call);
    for (const call of callsOf(view, ["langchain"], ["load_tools"])) {
      const tool = call
        .argument(0, "tool_names")
        ?.elements()
        ?.find((value) => value.is("terminal"));
      if (tool !== undefined) report(tool, { extent: call });
    }
    for (const { call, value } of givenAsTools(view)) {
      const name = value.name();
      if (shells.test(name))
        report(value, { extent: call, message: `A model is given \`${name}\` as a tool` });
    }
  },
});
