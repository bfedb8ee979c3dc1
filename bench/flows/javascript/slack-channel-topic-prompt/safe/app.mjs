import bolt from "@slack/bolt";
import OpenAI from "openai";
import { Conversation } from "./lib/conversation.mjs";

const openai = new OpenAI();
const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
});

app.command("/brainstorm", async ({ command, ack, respond }) => {
  await ack();
  const conversation = new Conversation().about(command.text).asks("Give us five ideas.");
  const completion = await openai.chat.completions.create({
    model: "gpt-4o",
    messages: conversation.messages(),
  });
  await respond(completion.choices[0].message.content);
});

await app.start(3000);
