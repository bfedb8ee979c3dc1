import psycopg2

from .producer import enqueue, queue


def work(dsn: str) -> None:
    connection = psycopg2.connect(dsn)
    cursor = connection.cursor()
    while queue:
        task = queue.pop()
        cursor.execute(task.query)  # sink
        task.rows.extend(cursor.fetchall())


enqueue("How many users are there?")
work("dbname=app")
