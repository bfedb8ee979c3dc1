import sqlite3

from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent

QUERY = "SELECT sku, qty FROM stock WHERE warehouse = '{0}' ORDER BY sku"


def make_tools(db_path):
    def rows(warehouse):
        con = sqlite3.connect(db_path)
        try:
            return con.execute(QUERY.format(warehouse)).fetchall()  # sink
        finally:
            con.close()

    @tool
    def stock(warehouse: str) -> str:
        """List what a warehouse holds."""
        return "\n".join(f"{sku}: {qty}" for sku, qty in rows(warehouse))

    return [stock]


agent = create_react_agent(ChatOpenAI(model="gpt-4o-mini"), make_tools("stock.db"))

if __name__ == "__main__":
    out = agent.invoke({"messages": [("user", "What is in Leipzig?")]})
    print(out["messages"][-1].content)
