import sqlite3

from .make import record


def rows(question: str) -> list:
    connection = sqlite3.connect("daily.db")
    job = record(question)
    print(job["name"])
    return connection.execute(job["query"]).fetchall()  # sink
