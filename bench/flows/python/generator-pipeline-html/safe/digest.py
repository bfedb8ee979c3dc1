import html
from collections.abc import Iterable, Iterator

import ollama
from fastapi import FastAPI, Response

app = FastAPI()


def answers(questions: Iterable[str]) -> Iterator[str]:
    for question in questions:
        yield ollama.generate(model="llama3", prompt=question).response


def trimmed(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield html.escape(text.strip())


def paragraphs(texts: Iterable[str]) -> Iterator[str]:
    yield from (f"<p>{text}</p>" for text in texts)


@app.get("/digest")
def digest() -> Response:
    heading = html.escape("Today & tomorrow")
    body = "".join(paragraphs(trimmed(answers(["What is new?", "What is next?"]))))
    return Response(heading + body, media_type="text/html")
