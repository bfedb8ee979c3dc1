from anthropic import Anthropic

from dba.settings import Database

client = Anthropic()


def advise(slow_query: str, db: Database) -> str:
    prompt = f"Database: {db.dsn}\nHow would you speed this up?\n\n{slow_query}"
    msg = client.messages.create(
        model="claude-3-5-haiku-latest",
        max_tokens=800,
        messages=[{"role": "user", "content": prompt}],  # sink
    )
    return msg.content[0].text


if __name__ == "__main__":
    print(advise("SELECT * FROM sales ORDER BY random() LIMIT 5", Database()))
