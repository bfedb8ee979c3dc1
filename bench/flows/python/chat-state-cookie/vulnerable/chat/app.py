from typing import Optional

from anthropic import Anthropic
from fastapi import Cookie, FastAPI, Response

from chat.state import pack, unpack

app = FastAPI()
client = Anthropic()


@app.post("/chat")
def chat(text: str, response: Response, history: Optional[str] = Cookie(default=None)):
    turns = unpack(history) if history else []
    turns.append({"role": "user", "content": text})
    msg = client.messages.create(model="claude-3-5-haiku-latest", max_tokens=500, messages=turns)
    turns.append({"role": "assistant", "content": msg.content[0].text})
    response.set_cookie("history", pack(turns), httponly=True, secure=True)
    return {"text": turns[-1]["content"]}
