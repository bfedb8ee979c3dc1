import jinja2
from fastapi import FastAPI, WebSocket
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()


def build_prompt(style: str, text: str) -> str:
    template = jinja2.Template(style)  # sink
    return template.render(text=text)


@app.websocket("/rewrite")
async def rewrite(socket: WebSocket) -> None:
    await socket.accept()
    while True:
        order = await socket.receive_json()
        prompt = build_prompt(order["style"], order["text"])
        reply = await client.chat.completions.create(
            model="gpt-4o-mini", messages=[{"role": "user", "content": prompt}]
        )
        await socket.send_text(reply.choices[0].message.content)
