import os

import anthropic
import psycopg

SCHEMA = """
orders(id int, customer_id int, total numeric, placed_at timestamptz)
customers(id int, region text)
"""


def write_query(question: str) -> str:
    client = anthropic.Anthropic()
    message = client.messages.create(
        model="claude-3-5-sonnet-latest",
        max_tokens=600,
        system=f"Answer with one PostgreSQL query over this schema:\n{SCHEMA}",
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text


def main() -> None:
    question = input("What would you like to know? ")
    query = write_query(question)
    with psycopg.connect(os.environ["WAREHOUSE_DSN"]) as conn, conn.cursor() as cur:
        cur.execute(query)  # sink
        for row in cur.fetchall():
            print(*row, sep="\t")


if __name__ == "__main__":
    main()
