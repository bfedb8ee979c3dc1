import operator
from typing import Literal

from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from pydantic import BaseModel


class Condition(BaseModel):
    column: Literal["price", "stock", "weight"]
    comparison: Literal["lt", "gt", "eq"]
    value: float


prompt = ChatPromptTemplate.from_messages(
    [
        ("system", "Translate the request into a condition over a row."),
        ("user", "{request}"),
    ]
)
llm = ChatOpenAI(model="gpt-4o-mini", timeout=20, max_tokens=200)
chain = prompt | llm.with_structured_output(Condition)

COMPARE = {"lt": operator.lt, "gt": operator.gt, "eq": operator.eq}


def filter_rows(rows: list[dict], request: str) -> list[dict]:
    condition = chain.invoke({"request": request})
    compare = COMPARE[condition.comparison]
    return [row for row in rows if compare(row[condition.column], condition.value)]
