import { checkCases } from "../../testing/check-cases.ts";
import { llamaindexRunsCode } from "./llamaindex-runs-code.ts";

checkCases(llamaindexRunsCode, {
  found: [
    "from llama_index.core.query_engine import PandasQueryEngine as P\nP(df=df, verbose=True)",
    "from llama_index.tools.code_interpreter import CodeInterpreterToolSpec\nCodeInterpreterToolSpec().to_tool_list()",
    "import llama_index.experimental.query_engine as q\nq.PolarsQueryEngine(\n  df\n)",
  ],
  clean: [
    "from llama_index.core import VectorStoreIndex\nVectorStoreIndex([])",
    "from mine import PandasQueryEngine\nPandasQueryEngine(df)",
    "from llama_index.experimental.query_engine import PandasQueryEngine",
  ],
});
