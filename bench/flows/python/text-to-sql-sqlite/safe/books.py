import sqlite3

from openai import OpenAI

client = OpenAI(timeout=20)
SCHEMA = "CREATE TABLE books (title TEXT, author TEXT, price REAL)"


def to_sql(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=200,
        messages=[
            {"role": "system", "content": f"Answer cheapest or by_author:NAME. Schema: {SCHEMA}"},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content


QUERIES = {
    "cheapest": "SELECT title FROM books ORDER BY price LIMIT 5",
    "by_author": "SELECT title FROM books WHERE author = ?",
}


def query(name: str, author: str) -> list[tuple]:
    sql = QUERIES.get(name)
    if sql is None:
        return []
    with sqlite3.connect("books.db") as connection:
        cursor = connection.cursor()
        cursor.execute(sql, (author,) if "?" in sql else ())
        return cursor.fetchall()


def answer(question: str) -> list[tuple]:
    name, _, author = to_sql(question).partition(":")
    return query(name, author)
