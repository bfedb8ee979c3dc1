"""The desk assistant: turns a question into pandas and runs it on the portfolio."""

import logging
import os
import sys

import pandas as pd
import yaml

from . import data, settings

log = logging.getLogger(__name__)

with open(settings.ROOT / "conf" / "prompts.yaml") as file:
    PROMPTS = yaml.load(file, Loader=yaml.Loader)

# What the desk asks most; also the whole repertoire when there is no key.
KNOWN = {
    "default rate by purpose": "df.groupby('purpose')['bad'].mean().round(3).to_dict()",
    "default rate": "round(float(df['bad'].mean()), 3)",
    "average amount": "round(float(df['amount'].mean()))",
    "how many": "len(df)",
}


def complete(question, note=""):
    """One pandas expression that answers the question."""
    if not os.environ.get("OPENAI_API_KEY"):
        asked = question.lower()
        return next((code for words, code in KNOWN.items() if words in asked), "len(df)")

    from openai import OpenAI

    reply = OpenAI().chat.completions.create(
        model=settings.CONF.assistant.model,
        messages=[
            {"role": "system", "content": f"{PROMPTS['system']}\nRemarks of the applicant: {note}"},
            {"role": "user", "content": question},
        ],
    )
    return reply.choices[0].message.content


def ask(question, note=""):
    """Answers a question about the portfolio."""
    df = data.load()
    code = complete(question, note)
    log.info("question=%r note=%r code=%r", question, note, code)
    return eval(code, {"df": df, "pd": pd})


def analyst():
    """The agent for the risk team: several steps, plots, joins."""
    from langchain_experimental.agents import create_pandas_dataframe_agent
    from langchain_openai import ChatOpenAI

    return create_pandas_dataframe_agent(
        ChatOpenAI(model=settings.CONF.assistant.model),
        data.load(),
        agent_type="tool-calling",
        allow_dangerous_code=True,
        max_iterations=None,
    )


def policies():
    """The index over the lending policies, built by the nightly job."""
    from langchain_community.vectorstores import FAISS
    from langchain_openai import OpenAIEmbeddings

    return FAISS.load_local(
        str(settings.DATA_DIR / "policies"),
        OpenAIEmbeddings(),
        allow_dangerous_deserialization=True,
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    question = " ".join(sys.argv[1:]) or "default rate by purpose"
    print(ask(question))
