import type { PythonView } from "../../formats/python/view.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { givenAsTools } from "./agent-tools.ts";
import { callsOf, codeByAgent } from "./agents.ts";

const packages = ["langchain", "agno", "phi", "strands_tools", "camel"] as const;
const classes = [
  "PythonREPL",
  "PythonREPLTool",
  "PythonAstREPLTool",
  "PythonTools",
  "PALChain",
] as const;

/** Ways to make an object that are methods of its class: `PALChain.from_math_prompt(llm)`. */
function constructions(view: PythonView): readonly PythonCall[] {
  const made = view.methods(
    "from_math_prompt",
    "from_colored_object_prompt",
    "from_univariate_prompt",
    "from_llm",
  );
  return [
    ...callsOf(view, packages, classes),
    ...made.filter(({ name }) => /(?:PALChain|CPALChain|LLMSymbolicMathChain)\./.test(name)),
  ];
}

function mathChains(view: PythonView): readonly PythonCall[] {
  return [
    ...callsOf(view, ["langchain"], ["LLMMathChain"]),
    ...view.methods("from_llm").filter(({ name }) => name.endsWith(".LLMMathChain.from_llm")),
  ];
}

/** Names of tools that run Python. */
const interpreters: ReadonlySet<string> = new Set(["python_repl", "pal-math", "python_repl_ast"]);

export const agentPythonTool = defineCheck({
  meta: {
    id: "agent-python-tool",
    code: "PV-CODE-503",
    title: "A model is given a Python interpreter",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "The tool runs what the model writes, in this process and with its rights; a sentence in a fetched document is enough.",
    mend: "Run the interpreter in a container without network and secrets (E2B, a Docker executor), or replace it by tools with fixed functions.",
    blind: "A sandbox around the whole process; tools of frameworks that are not known here.",
    references: ["CVE-2023-36258", "CVE-2023-29374", "https://python.langchain.com/docs/security/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_experimental.tools import PythonREPLTool\ntools = [PythonREPLTool()]\n",
        },
        { code: 'from langchain.agents import load_tools\ntools = load_tools(["python_repl"])\n' },
      ],
      clean: [
        {
          code: "from langchain_community.tools import WikipediaQueryRun\ntools = [WikipediaQueryRun()]\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of constructions(view)) report(call);
    for (const { call, value } of givenAsTools(view)) {
      if (/^(?:exec|eval|compile)$/.test(value.name()))
        report(value, {
          extent: call,
          severity: "high",
          message: `A model is given \`${value.name()}\` as a tool`,
        });
    }
    for (const call of mathChains(view)) {
      report(call, {
        severity: "low",
        message: "LLMMathChain evaluates what the model writes: as Python before LangChain 0.0.142",
      });
    }
    for (const call of callsOf(view, ["langchain"], ["load_tools"])) {
      const tool = call
        .argument(0, "tool_names")
        ?.elements()
        ?.find((value) => interpreters.has(value.string() ?? ""));
      if (tool !== undefined) report(tool, { extent: call });
    }
  },
});
