import enum

from discord.ext import commands

from bot.brain import Brain


class Role(enum.Enum):
    pirate = "Speak like a pirate."
    poet = "Answer in verse."


class Chat(commands.Cog):
    def __init__(self, bot):
        self.bot = bot
        self.brain = Brain()

    @commands.command()
    async def role(self, ctx, *, description: str):
        try:
            chosen = Role[description]
        except KeyError:
            await ctx.send("pirate or poet")
            return
        self.brain.set_role(ctx.channel.id, chosen.value)
        await ctx.send("Aye.")

    @commands.command()
    async def ask(self, ctx, *, question: str):
        await ctx.send(await self.brain.reply(ctx.channel.id, question))


async def setup(bot):
    await bot.add_cog(Chat(bot))
