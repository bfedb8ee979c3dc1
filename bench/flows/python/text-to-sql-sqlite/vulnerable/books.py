import sqlite3

from openai import OpenAI

client = OpenAI(timeout=20)
SCHEMA = "CREATE TABLE books (title TEXT, author TEXT, price REAL)"


def to_sql(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=200,
        messages=[
            {"role": "system", "content": f"Write SQLite. Schema: {SCHEMA}"},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content


def query(sql: str) -> list[tuple]:
    with sqlite3.connect("books.db") as connection:
        cursor = connection.cursor()
        cursor.execute(sql)  # sink
        return cursor.fetchall()


def answer(question: str) -> list[tuple]:
    return query(to_sql(question))
