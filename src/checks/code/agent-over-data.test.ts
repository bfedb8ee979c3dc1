import { checkCases } from "../../testing/check-cases.ts";
import { agentOverData } from "./agent-over-data.ts";

checkCases(agentOverData, {
  found: [
    'from pandasai import SmartDataframe\nSmartDataframe(df, config={"custom_whitelisted_dependencies": ["os"]})',
    "from pandasai import SmartDataframe\nSmartDataframe(df)",
    "vn.ask(question)",
    "from langchain_experimental.agents import create_csv_agent as c\nc(llm, 'a.csv')",
    "import langchain_experimental.agents.agent_toolkits as t\nt.create_python_agent(llm, tool)",
    "from langchain.agents import create_pandas_dataframe_agent\ncreate_pandas_dataframe_agent(\n  llm,\n  df,\n  verbose=True)",
  ],
  clean: [
    "vn.ask(question, visualize=False)",
    "bot.ask(question)",
    "from pandasai import SmartDataframe\nSmartDataframe(df, sandbox=box)",
    "from langchain_experimental.agents import create_csv_agent\ncreate_csv_agent(llm, 'a.csv', allow_dangerous_code=True)",
    "from mine import create_csv_agent\ncreate_csv_agent(llm)",
    "def create_csv_agent(llm): ...\ncreate_csv_agent(llm)",
  ],
});
