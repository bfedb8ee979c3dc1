import { defineCheck } from "../define.ts";
import { callsOf, codeByAgent } from "./agents.ts";

const classes = [
  "PandasQueryEngine",
  "PolarsQueryEngine",
  "PandasInstructionParser",
  "PolarsInstructionParser",
  "CodeInterpreterToolSpec",
  "ExecutionEvaluator",
] as const;

export const llamaindexRunsCode = defineCheck({
  meta: {
    id: "llamaindex-runs-code",
    code: "PV-CODE-510",
    title: "LlamaIndex runs code that a model writes",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: codeByAgent,
    why: "The expression that the model answers with is evaluated in this process; its list of forbidden words has been walked around several times.",
    mend: "Use fixed queries, or run the engine in a sandbox without network and secrets.",
    blind: "A sandbox around the whole process.",
    references: ["CVE-2023-39662", "CVE-2024-3098"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from llama_index.experimental.query_engine import PandasQueryEngine\nengine = PandasQueryEngine(df=df)\n",
        },
      ],
      clean: [
        {
          code: "from llama_index.core import VectorStoreIndex\nengine = VectorStoreIndex(nodes).as_query_engine()\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of callsOf(view, ["llama_index"], classes)) report(call);
  },
});
