import os

import anthropic
import psycopg

REPORTS = {
    "revenue_by_region": "SELECT region, sum(total) FROM orders JOIN customers c ON c.id = customer_id GROUP BY 1",
    "orders_per_day": "SELECT date(placed_at), count(*) FROM orders GROUP BY 1 ORDER BY 1",
    "best_customers": "SELECT customer_id, sum(total) FROM orders GROUP BY 1 ORDER BY 2 DESC LIMIT 20",
}


def pick_report(question: str) -> str:
    client = anthropic.Anthropic()
    message = client.messages.create(
        model="claude-3-5-sonnet-latest",
        max_tokens=20,
        system=f"Answer with the name of the report that fits: {', '.join(REPORTS)}",
        messages=[{"role": "user", "content": question}],
    )
    return message.content[0].text


def main() -> None:
    question = input("What would you like to know? ")
    query = REPORTS.get(pick_report(question).strip())
    if query is None:
        raise SystemExit("there is no report for that")
    with psycopg.connect(os.environ["WAREHOUSE_DSN"]) as conn, conn.cursor() as cur:
        cur.execute(query)
        for row in cur.fetchall():
            print(*row, sep="\t")


if __name__ == "__main__":
    main()
