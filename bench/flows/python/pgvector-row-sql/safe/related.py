from langchain_postgres import PGVector
from langchain_openai import OpenAIEmbeddings
import psycopg

store = PGVector(OpenAIEmbeddings(), collection_name="books", connection="postgresql:///books")


def similar_title(text: str) -> str:
    document, _score = store.similarity_search_with_score(text, k=1)[0]
    return document.metadata["title"]


def loans_of_similar(text: str) -> int:
    title = similar_title(text)
    with psycopg.connect("postgresql:///books") as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT count(*) FROM loans WHERE title = %(title)s", {"title": title})
        return cursor.fetchone()[0]
