from collections.abc import Iterator

from google import genai
from google.genai import types


def stream(prompt: str) -> Iterator[str]:
    client = genai.Client()
    for chunk in client.models.generate_content_stream(
        model="gemini-2.5-flash",
        contents=prompt,
        config=types.GenerateContentConfig(max_output_tokens=1024),
    ):
        if chunk.text:
            yield chunk.text


def simulate(description: str) -> dict:
    program = ""
    for piece in stream(f"Write a Python simulation of {description}"):
        print(piece, end="")
        program += piece
    scope: dict = {}
    exec(program, scope)  # sink
    return scope.get("result", {})
