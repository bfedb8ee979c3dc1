import sqlite3
import sys


def relabel(connection: sqlite3.Connection, number: str, label: str) -> None:
    connection.execute(f"UPDATE samples SET label = '{label}' WHERE id = {number}")  # sink


def main() -> None:
    connection = sqlite3.connect("samples.db")
    for line in sys.stdin:
        number, _, label = line.rstrip("\n").partition("\t")
        relabel(connection, number, label)
    connection.commit()


if __name__ == "__main__":
    main()
