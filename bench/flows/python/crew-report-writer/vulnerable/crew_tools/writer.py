from typing import Type

from crewai.tools import BaseTool
from pydantic import BaseModel, Field

from crew_tools.names import report_file


class ReportInput(BaseModel):
    title: str = Field(..., description="Title of the report")
    body: str = Field(..., description="The report in Markdown")


class WriteReport(BaseTool):
    name: str = "write_report"
    description: str = "Save a finished report."
    args_schema: Type[BaseModel] = ReportInput

    def _run(self, title: str, body: str) -> str:
        target = report_file(title)
        with open(target, "w", encoding="utf-8") as fh:  # sink
            fh.write(body)
        return f"saved {len(body)} characters"
