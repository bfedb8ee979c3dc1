from langchain_core.tools import tool

from export_tool.write import write


@tool("export")
def export(name: str, rows: list[dict]) -> str:
    """Exports rows to a CSV file."""
    return write(name, rows)
