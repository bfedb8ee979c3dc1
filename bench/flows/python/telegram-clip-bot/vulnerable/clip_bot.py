import asyncio
import os
import re

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

STAMP = re.compile(r"\d{1,2}:\d{2}")


async def cut(start: str, end: str) -> int:
    args = ["ffmpeg", "-y", "-ss", start, "-to", end, "-i", "talk.mp3", "clip.mp3"]
    proc = await asyncio.create_subprocess_shell(" ".join(args))  # sink
    return await proc.wait()


async def clip(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    words = update.message.text.split()[1:]
    if len(words) != 2:
        await update.message.reply_text("/clip 01:10 02:30")
        return
    start, end = words
    rc = await cut(start, end)
    if rc == 0:
        await update.message.reply_audio(open("clip.mp3", "rb"))


app = ApplicationBuilder().token(os.environ["BOT_TOKEN"]).build()
app.add_handler(CommandHandler("clip", clip))

if __name__ == "__main__":
    app.run_polling()
