import dspy
import sqlalchemy as sa

from bi.program import Analyst

engine = sa.create_engine("sqlite:///warehouse.db")


def answer(question):
    prediction = Analyst()(question=question)
    with engine.connect() as conn:
        return conn.execute(sa.text(prediction.statement)).all()  # sink


if __name__ == "__main__":
    dspy.configure(lm=dspy.LM("openai/gpt-4o-mini"))
    for row in answer(input("> ")):
        print(*row, sep="\t")
