import psycopg2


def fetch(statement: str) -> list[tuple]:
    with psycopg2.connect("dbname=stock") as connection, connection.cursor() as cursor:
        cursor.execute(statement)  # sink
        return cursor.fetchall()
