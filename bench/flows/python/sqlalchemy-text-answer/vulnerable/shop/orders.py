import sqlalchemy as sa

from .llm import ask_model

engine = sa.create_engine("postgresql:///shop")


def find(question: str) -> list[sa.Row]:
    statement = sa.text(ask_model(question))  # sink
    with engine.connect() as connection:
        return list(connection.execute(statement))  # sink
