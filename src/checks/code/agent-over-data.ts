import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { callsOf, codeByAgent } from "./agents.ts";

const makers = [
  "create_pandas_dataframe_agent",
  "create_csv_agent",
  "create_spark_dataframe_agent",
  "create_xorbits_agent",
  "create_python_agent",
] as const;

/** An object of Vanna, or what every example calls it. */
const vanna = /^(?:vanna\b.*|vn|~vn)\.ask$/;

/** A list of modules, or a protection that is off. */
function isOpened(value: PythonValue | undefined): boolean {
  if (value === undefined) return false;
  return (value.elements()?.length ?? 0) > 0 || value.is(false) || value.is("none");
}

export const agentOverData = defineCheck({
  meta: {
    id: "agent-over-data",
    code: "PV-CODE-508",
    title: "An agent answers questions about data by running Python",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "These agents answer by running code that the model writes; a cell of the data is as good a place for an instruction as the question.",
    mend: "Answer with fixed queries or read-only SQL; else run it in a sandbox without network and secrets.",
    blind:
      "Versions: newer ones refuse to start without `allow_dangerous_code`, which is reported by `agent-dangerous-code`.",
    references: ["https://python.langchain.com/docs/security/", "CVE-2024-5565", "CVE-2024-12366"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain.agents import create_pandas_dataframe_agent\nagent = create_pandas_dataframe_agent(llm, df)\n",
        },
      ],
      clean: [
        { code: "from langchain.agents import create_agent\nagent = create_agent(llm, tools)\n" },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, ["langchain"], makers)) {
      if (call.keyword("allow_dangerous_code") === undefined) report(call);
    }
    for (const call of callsOf(view, ["pandasai"], ["SmartDataframe", "SmartDatalake", "Agent"])) {
      if (call.keyword("sandbox") !== undefined) continue;
      const config = call.keyword("config");
      const opened = ["custom_whitelisted_dependencies", "enforce_privacy", "security"].find(
        (name) => isOpened(config?.item(name)),
      );
      const message = "PandasAI answers by running Python that the model writes";
      // That is what it is for, and it looks at the code first; `config` may tell it not to.
      report(
        call,
        opened === undefined
          ? { message, severity: "low", audience: "pedantic" }
          : { message: `${message}, and \`${opened}\` opens what holds it back` },
      );
    }
    for (const call of view.methods("ask")) {
      // Charts are drawn by code that the model writes; without one only SQL is run.
      const draws = call.keyword("visualize")?.truth() !== false;
      if (vanna.test(call.name) && draws)
        report(call, { message: "Vanna draws its chart by running Python that the model writes" });
    }
  },
});
