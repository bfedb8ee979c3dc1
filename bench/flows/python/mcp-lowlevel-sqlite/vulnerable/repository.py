import sqlite3


class Repository:
    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path)

    def select(self, query: str) -> list[tuple]:
        cursor = self._connection.cursor()
        cursor.execute(query)  # sink
        return cursor.fetchmany(200)
