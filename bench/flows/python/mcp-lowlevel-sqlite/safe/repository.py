import sqlite3

STATEMENTS = {
    "visits": "SELECT day, count FROM visits ORDER BY day DESC LIMIT ?",
    "waiting": "SELECT day, minutes FROM waiting ORDER BY day DESC LIMIT ?",
}


class Repository:
    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path)

    def select(self, table: str, limit: int) -> list[tuple]:
        if table not in STATEMENTS:
            raise ValueError("no such table")
        cursor = self._connection.cursor()
        cursor.execute(STATEMENTS[table], (limit,))
        return cursor.fetchmany(200)
