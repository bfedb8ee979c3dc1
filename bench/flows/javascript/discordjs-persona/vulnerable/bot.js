const { Client, GatewayIntentBits } = require("discord.js");
const OpenAI = require("openai");

const openai = new OpenAI();
const personas = new Map();
const client = new Client({ intents: [GatewayIntentBits.Guilds] });

async function talk(user, text) {
  const persona = personas.get(user) || "You are a friendly bot.";
  const r = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: persona }, // sink
      { role: "user", content: text },
    ],
  });
  return r.choices[0].message.content;
}

client.on("interactionCreate", async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === "persona") {
    personas.set(interaction.user.id, interaction.options.getString("text"));
    await interaction.reply("Done.");
  } else {
    await interaction.deferReply();
    await interaction.editReply(await talk(interaction.user.id, interaction.options.getString("text")));
  }
});

client.login(process.env.DISCORD_TOKEN);
