import { checkCases } from "../../testing/check-cases.ts";
import { agentDangerousCode } from "./agent-dangerous-code.ts";

checkCases(agentDangerousCode, {
  found: [
    "from langchain_experimental.agents import create_csv_agent as make\nmake(llm, 'a.csv', allow_dangerous_code=True)",
    "options = {'allow_dangerous_code': True}\ncreate_pandas_dataframe_agent(llm, df, **options)",
    "load_tools(\n  ['x'],\n  allow_dangerous_tools=True,\n)",
  ],
  clean: [
    "create_csv_agent(llm, 'a.csv', allow_dangerous_code=False)",
    "def make(allow_dangerous_code):\n    return create_csv_agent(allow_dangerous_code=allow_dangerous_code)",
    '"""Pass `allow_dangerous_code=True`."""',
    "# allow_dangerous_code=True",
  ],
});
