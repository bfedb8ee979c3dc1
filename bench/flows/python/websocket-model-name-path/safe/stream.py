from enum import Enum

import torch
from fastapi import FastAPI, WebSocket

app = FastAPI()


class Model(Enum):
    SMALL = "small"
    LARGE = "large"


def weights(name: str) -> dict:
    with open("/models/" + name + ".pt", "rb") as file:
        return torch.load(file, weights_only=True)


@app.websocket("/load")
async def load(socket: WebSocket) -> None:
    await socket.accept()
    while True:
        message = await socket.receive_json()
        state = weights(Model(message["model"]).value)
        await socket.send_json({"tensors": len(state)})
