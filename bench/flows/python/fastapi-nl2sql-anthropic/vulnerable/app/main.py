import os

import asyncpg
from fastapi import FastAPI
from pydantic import BaseModel

from app.nl import translate

app = FastAPI(title="orders")


class Question(BaseModel):
    text: str


async def fetch(statement: str):
    conn = await asyncpg.connect(dsn=os.environ["ORDERS_DSN"])
    try:
        rows = await conn.fetch(statement)  # sink
    finally:
        await conn.close()
    return [dict(r) for r in rows]


@app.post("/ask")
async def ask(q: Question):
    sql = await translate(q.text)
    return {"rows": await fetch(sql)}
