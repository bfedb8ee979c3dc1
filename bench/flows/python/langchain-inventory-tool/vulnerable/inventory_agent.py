import sqlite3

from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent


@tool
def find_product(name: str) -> str:
    """Look up the stock of the products whose name contains the given text."""
    with sqlite3.connect("inventory.db") as db:
        sql = f"SELECT sku, name, stock FROM products WHERE name LIKE '%{name}%' LIMIT 10"
        rows = db.execute(sql).fetchall()  # sink
    return "\n".join(f"{sku}: {title} ({stock})" for sku, title, stock in rows) or "nothing found"


agent = create_react_agent(ChatOpenAI(model="gpt-4o"), tools=[find_product])

if __name__ == "__main__":
    state = agent.invoke({"messages": [("user", input("> "))]})
    print(state["messages"][-1].content)
