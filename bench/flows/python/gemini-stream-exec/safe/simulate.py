import json
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
    text = ""
    for piece in stream(f"As JSON with steps and rate: {description}"):
        print(piece, end="")
        text += piece
    parameters = json.loads(text)
    steps, rate = int(parameters["steps"]), float(parameters["rate"])
    return {"result": [rate**step for step in range(min(steps, 1000))]}
