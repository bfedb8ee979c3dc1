import os
import uuid

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

INBOX = "/var/lib/indexer/inbox"


async def receive(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    document = update.message.document
    job = uuid.uuid4().hex
    remote = await context.bot.get_file(document.file_id)
    data = await remote.download_as_bytearray()
    target = os.path.join(INBOX, job)
    with open(target, "wb") as handle:
        handle.write(data)
    await update.message.reply_text(f"Queued for the index as {job}.")


app = ApplicationBuilder().token(os.environ["TELEGRAM_TOKEN"]).build()
app.add_handler(MessageHandler(filters.Document.ALL, receive))
app.run_polling()
