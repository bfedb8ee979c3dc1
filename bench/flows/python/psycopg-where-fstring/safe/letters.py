import json

import psycopg
from google import genai

gemini = genai.Client()


def read_letter(letter: str) -> dict:
    response = gemini.models.generate_content(
        model="gemini-2.5-flash",
        contents=["Extract sender and date as JSON.", letter],
        config={"response_mime_type": "application/json", "max_output_tokens": 300},
    )
    return json.loads(response.text)


def file_letter(letter: str) -> int | None:
    fields = read_letter(letter)
    sender = fields.get("sender", "")
    with psycopg.connect("dbname=archive") as connection:
        row = connection.execute("SELECT id FROM people WHERE name = %s", (sender,)).fetchone()
    return row[0] if row else None
