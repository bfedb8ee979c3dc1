import dspy
import sqlalchemy as sa

from bi.program import Analyst
from bi.reports import REPORTS

engine = sa.create_engine("sqlite:///warehouse.db")


def answer(question):
    prediction = Analyst()(question=question)
    with engine.connect() as conn:
        return conn.execute(sa.text(REPORTS[prediction.statement])).all()


if __name__ == "__main__":
    dspy.configure(lm=dspy.LM("openai/gpt-4o-mini"))
    for row in answer(input("> ")):
        print(*row, sep="\t")
