import os

import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())


@bot.command()
async def calc(ctx: commands.Context, *, expression: str) -> None:
    """Computes what is written after the command."""
    try:
        value = eval(expression)  # sink
    except Exception as error:
        value = error
    await ctx.send(f"= {value}")


bot.run(os.environ["DISCORD_TOKEN"])
