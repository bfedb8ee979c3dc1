import { exec } from "node:child_process";
import { Client, Events, GatewayIntentBits } from "discord.js";

const client = new Client({ intents: [GatewayIntentBits.GuildMessages] });

function render(seed, done) {
  exec(`python render.py --seed ${seed}`, (error, stdout) => done(error ?? stdout)); // sink
}

client.on(Events.MessageCreate, (message) => {
  if (!message.content.startsWith("!render ")) return;
  const [, seed] = message.content.split(" ");
  render(seed, (text) => message.reply(String(text)));
});

client.login(process.env.DISCORD_TOKEN);
