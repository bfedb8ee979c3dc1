import sqlite3

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes

db = sqlite3.connect("expenses.db")


def note(user: int, text: str) -> None:
    db.execute("INSERT INTO notes VALUES (?, ?)", (user, text))
    db.commit()


async def on_note(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    note(update.effective_user.id, " ".join(context.args))
    await update.message.reply_text("noted")


def main(token: str) -> None:
    application = Application.builder().token(token).build()
    application.add_handler(CommandHandler("note", on_note))
    application.run_polling()
