import argparse
import sqlite3
import sys

STATEMENTS = {
    "users": "SELECT id, age FROM users",
    "events": "SELECT id, kind FROM events",
}


def export(database: str, table: str) -> None:
    with sqlite3.connect(database) as connection:
        for row in connection.execute(STATEMENTS[table]):
            sys.stdout.write(f"{row}\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", required=True)
    options = parser.parse_args()
    export("features.db", options.table)


if __name__ == "__main__":
    main()
