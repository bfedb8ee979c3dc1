import bolt from "@slack/bolt";

const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
});

function compute(text) {
  if (!/^\d{1,9}(\+\d{1,9})*$/.test(text)) return "no sum";
  return text
    .split("+")
    .map(Number)
    .reduce((sum, value) => sum + value, 0);
}

app.message(/^=/, async ({ message, say }) => {
  const value = compute(message.text.slice(1));
  await say(`It is ${value}`);
});

await app.start(3000);
