const Anthropic = require("@anthropic-ai/sdk");

const client = new Anthropic();

async function commitMessage(diff) {
  const reply = await client.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 100,
    system: "Write a commit message of one line for the diff.",
    messages: [{ role: "user", content: diff }],
  });
  return reply.content[0].text.trim();
}

module.exports = { commitMessage };
