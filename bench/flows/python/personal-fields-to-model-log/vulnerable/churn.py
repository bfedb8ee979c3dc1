import logging

import pandas as pd
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o-mini", timeout=20, max_tokens=100)
logger = logging.getLogger("churn")


def describe(row: pd.Series) -> str:
    parts = [f"{field}={row[field]}" for field in ("plan", "months", "tickets")]
    email, phone_number = row["email"], row["phone_number"]
    return ", ".join([*parts, f"contact={email} {phone_number}"])


def explain(frame: pd.DataFrame) -> list[str]:
    reasons = []
    for _, row in frame.iterrows():
        prompt = describe(row)
        logger.info("asking: %s", prompt)  # sink
        reasons.append(llm.invoke(prompt).content)
    return reasons
