import asyncpg

from .remote import Fact, learn


async def save(connection: asyncpg.Connection, fact: Fact) -> None:
    await connection.execute(
        "INSERT INTO facts (subject, text) VALUES ('{}', '{}')".format(  # sink
            fact.subject, fact.text
        )
    )


async def study(session, dsn: str) -> None:
    connection = await asyncpg.connect(dsn)
    await save(connection, await learn(session, "tides"))
