"""What the help desk can do."""
import sqlite3


class Desk:
    def __init__(self, path: str = "desk.db"):
        self._db = sqlite3.connect(path)

    def close_ticket(self, ticket_id: int) -> str:
        self._db.execute("UPDATE tickets SET open = 0 WHERE id = ?", (int(ticket_id),))
        self._db.commit()
        return "closed"

    def status(self, ticket_id: int) -> str:
        row = self._db.execute("SELECT open FROM tickets WHERE id = ?", (int(ticket_id),)).fetchone()
        return "unknown" if row is None else ("open" if row[0] else "closed")

    def drop_everything(self) -> None:
        self._db.execute("DELETE FROM tickets")
        self._db.commit()
