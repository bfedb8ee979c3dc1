import os
import random
import re

import discord

client = discord.Client(intents=discord.Intents.all())


def roll(formula: str) -> int:
    match = re.fullmatch(r"(\d{1,2})d(\d{1,3})(?:\+(\d{1,3}))?", formula)
    if match is None:
        return 0
    count, sides, bonus = int(match[1]), max(int(match[2]), 1), int(match[3] or 0)
    return sum(random.randint(1, sides) for _ in range(count)) + bonus


@client.event
async def on_message(message: discord.Message) -> None:
    if message.author == client.user:
        return
    if message.content.startswith("!roll "):
        await message.channel.send(f"You rolled {roll(message.content[6:])}")


client.run(os.environ["DISCORD_TOKEN"])
