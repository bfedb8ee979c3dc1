import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { modelTextUsed } from "./model-text-used.ts";

checkCases(modelTextUsed, {
  found: [
    "get_ipython().run_cell(llm_code)",
    "import asyncio\nasyncio.create_subprocess_shell(llm_command)",
    "ssh.exec_command(llm_command)",
    "df.query(answer)",
    "pd.eval(response)",
    "duckdb.sql(response)",
    'importlib.import_module(response["module"])',
    "cursor.execute(llm_output)",
    "conn.execute(text(llm_output))",
    "cursor.execute(response.choices[0].message.content)",
    "df.query(llm_output)",
    "pd.eval(ai_response)",
    "requests.get(llm_output)",
    'open(llm_output, "w").write(x)',
    "importlib.import_module(tool_call.function.name)",
    "getattr(tools, tool_call.function.name)(**json.loads(tool_call.function.arguments))",
    "globals()[tool_call.function.name](**args)",
    "def f(completion):\n    duckdb.sql(completion)",
    "numexpr.evaluate(model_output)",
    "cursor.execute(f'SELECT {generated_columns_sql}')",
  ],
  clean: [
    "requests.get(response)",
    "open(answer)",
    "cursor.execute(query)",
    "requests.get(url)",
    "llm_output = 'SELECT 1'\ncursor.execute(llm_output)",
    "getattr(tools, tool_call.function.name, None)",
    "getattr(self, name)()",
    "handlers[tool_call.function.name](**args)",
    "cursor.execute('SELECT ?', (llm_output,))",
    "df.query('a > 1')",
    "open(output_path, 'w')",
    "requests.get(response.url)",
    "def f(tool_call):\n    registry.execute(tool_call, context)",
  ],
});

test("says what it is used for", () => {
  const [seen] = runCheck(modelTextUsed, { code: "requests.get(llm_answer)" });
  expect(seen?.details.controls).toContain("CWE-918");
});
