import Database from "better-sqlite3";
import { Telegraf } from "telegraf";

const bot = new Telegraf(process.env.BOT_TOKEN);
const db = new Database("notes.db");

class Notes {
  add(user, text) {
    db.prepare("INSERT INTO notes VALUES (?, ?)").run(user, text);
  }
}

const notes = new Notes();

bot.on("text", (context) => {
  notes.add(context.from.id, context.message.text);
  return context.reply("noted");
});

bot.launch();
