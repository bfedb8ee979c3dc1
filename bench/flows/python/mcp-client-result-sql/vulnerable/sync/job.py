import asyncio
import sqlite3

from .remote import company, crm


def store(con, number, name):
    con.execute(f"UPDATE companies SET name = '{name}' WHERE number = {int(number)}")  # sink


async def main():
    con = sqlite3.connect("crm.db")
    async with crm() as session:
        for number in range(1, 50):
            name = await company(session, number)
            store(con, number, name)
    con.commit()


asyncio.run(main())
