from crewai.tools import BaseTool

from crew_tools.db import fetch


class StockTool(BaseTool):
    name: str = "stock"
    description: str = "Lists a stock table"

    def _run(self, table: str, limit: int = 10) -> str:
        return str(fetch(f"SELECT * FROM {table} LIMIT {limit}"))
