import ast
import os

import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())


@bot.command()
async def calc(ctx: commands.Context, *, expression: str) -> None:
    """Computes what is written after the command."""
    try:
        value = sum(ast.literal_eval(f"[{expression}]"))
    except Exception as error:
        value = error
    await ctx.send(f"= {value}")


bot.run(os.environ["DISCORD_TOKEN"])
