import sqlalchemy as sa

from .llm import ask_model

engine = sa.create_engine("postgresql:///shop")


def find(question: str) -> list[sa.Row]:
    statement = sa.text("SELECT * FROM orders WHERE customer = :customer")
    with engine.connect() as connection:
        return list(connection.execute(statement, {"customer": ask_model(question)}))
