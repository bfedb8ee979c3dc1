import instructor
from openai import OpenAI
from sqlalchemy import create_engine, text

from schema import Listing

engine = create_engine("sqlite:///library.db")
client = instructor.from_openai(OpenAI())


def understand(wish: str) -> Listing:
    return client.chat.completions.create(
        model="gpt-4o-mini",
        response_model=Listing,
        messages=[{"role": "user", "content": wish}],
    )


def books(wish: str) -> list:
    listing = understand(wish)
    direction = "DESC" if listing.descending else "ASC"
    statement = text(f"SELECT title, author, year FROM books ORDER BY {listing.order_by} {direction}")
    with engine.connect() as connection:
        return connection.execute(statement).all()


if __name__ == "__main__":
    for book in books(input("How shall I sort? ")):
        print(*book)
