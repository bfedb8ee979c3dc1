from pathlib import Path
from typing import Type

from crewai.tools import BaseTool
from pydantic import BaseModel, Field

REPORTS = Path("/var/lib/analyst/reports")


class ReadReportInput(BaseModel):
    name: str = Field(description="File name of the report, such as 2024-q3.md")


class ReadReport(BaseTool):
    name: str = "read_report"
    description: str = "Reads a quarterly report."
    args_schema: Type[BaseModel] = ReadReportInput

    def _run(self, name: str) -> str:
        path = REPORTS / name
        return path.read_text(encoding="utf-8")  # sink
