import pandas as pd
from langchain.agents import AgentExecutor
from sqlalchemy import create_engine, inspect

engine = create_engine("sqlite:///sales.db")


def statement(executor: AgentExecutor, question: str) -> str:
    result = executor.invoke({"input": question})
    return result["output"]


def frame(agent, tools, question: str) -> pd.DataFrame:
    executor = AgentExecutor(agent=agent, tools=tools, max_iterations=5)
    query = statement(executor, question)
    print(inspect(engine).get_table_names())
    return pd.read_sql(query, engine)  # sink
