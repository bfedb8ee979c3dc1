import base64

import httpx
from fastapi import FastAPI
from openai import OpenAI

from vision.schema import VisionRequest

app = FastAPI()
client = OpenAI(timeout=30)


def download(url: str) -> str:
    image = httpx.get(url, timeout=5).content  # sink
    return base64.b64encode(image).decode()


@app.post("/vision")
def vision(body: VisionRequest) -> dict:
    picture = {"url": f"data:image/png;base64,{download(body.image_url)}"}
    content = [{"type": "text", "text": body.question}, {"type": "image_url", "image_url": picture}]
    completion = client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": content}]
    )
    return {"answer": completion.choices[0].message.content}
