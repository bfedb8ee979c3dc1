import io

import httpx
import torch


class Checkpoints:
    def __init__(self, base: str) -> None:
        self.base = base

    async def raw(self, step: int) -> bytes:
        async with httpx.AsyncClient(base_url=self.base, timeout=120) as client:
            response = await client.get(f"/step-{step}.pt")
        return response.content

    async def load(self, step: int) -> dict:
        buffer = io.BytesIO(await self.raw(step))
        return torch.load(buffer, map_location="cpu", weights_only=True)
