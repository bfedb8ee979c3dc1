import os

import duckdb
from mistralai import Mistral

from sales.schema import SalesFilter

client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])
TOOL = {
    "type": "function",
    "function": {"name": "sales", "description": "Sales of a region", "parameters": SalesFilter.model_json_schema()},
}


def parse(call) -> SalesFilter:
    return SalesFilter.model_validate_json(call.function.arguments)


def run(f: SalesFilter):
    con = duckdb.connect("sales.duckdb", read_only=True)
    sql = f"SELECT day, amount FROM sales WHERE region = '{f.region}' AND year = {f.year} ORDER BY {f.order_by}"
    return con.execute(sql).fetchall()  # sink


def ask(question: str):
    res = client.chat.complete(
        model="mistral-large-latest",
        messages=[{"role": "user", "content": question}],
        tools=[TOOL],
        tool_choice="any",
    )
    return run(parse(res.choices[0].message.tool_calls[0]))
