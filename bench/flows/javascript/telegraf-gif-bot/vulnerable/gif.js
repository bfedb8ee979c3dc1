const { exec, execFile } = require("child_process");
const { Telegraf } = require("telegraf");

const bot = new Telegraf(process.env.BOT_TOKEN);
const SECONDS = /^\d{1,3}$/;

function makeGif(start, done) {
  const args = ["-y", "-ss", start, "-t", "3", "-i", "movie.mp4", "out.gif"];
  exec(["ffmpeg", ...args].join(" "), done); // sink
}

bot.command("version", (ctx) => execFile("ffmpeg", ["-version"], (e, out) => ctx.reply(String(out).slice(0, 60))));

bot.command("gif", (ctx) => {
  const [, start] = ctx.message.text.split(" ");
  if (!start) return ctx.reply("/gif 12");
  makeGif(start, (err) => (err ? ctx.reply("failed") : ctx.replyWithAnimation({ source: "out.gif" })));
});

bot.launch();
