import { execFile } from "node:child_process";
import { Client, Events, GatewayIntentBits } from "discord.js";

const client = new Client({ intents: [GatewayIntentBits.GuildMessages] });

function render(seed, done) {
  const number = Number.parseInt(seed, 10);
  if (!Number.isSafeInteger(number)) return done("a number, please");
  execFile("python", ["render.py", "--seed", `${number}`], (error, stdout) =>
    done(error ?? stdout),
  );
}

client.on(Events.MessageCreate, (message) => {
  if (!message.content.startsWith("!render ")) return;
  const [, seed] = message.content.split(" ");
  render(seed, (text) => message.reply(String(text)));
});

client.login(process.env.DISCORD_TOKEN);
