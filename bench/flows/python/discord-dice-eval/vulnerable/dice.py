import os
import random
import re

import discord

client = discord.Client(intents=discord.Intents.all())


def roll(formula: str) -> int:
    rolled = re.sub(
        r"(\d+)d(\d+)",
        lambda match: str(sum(random.randint(1, int(match[2])) for _ in range(int(match[1])))),
        formula,
    )
    return eval(rolled)  # sink


@client.event
async def on_message(message: discord.Message) -> None:
    if message.author == client.user:
        return
    if message.content.startswith("!roll "):
        await message.channel.send(f"You rolled {roll(message.content[6:])}")


client.run(os.environ["DISCORD_TOKEN"])
