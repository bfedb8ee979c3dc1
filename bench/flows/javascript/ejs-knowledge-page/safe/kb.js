const ejs = require("ejs");
const express = require("express");
const { Pinecone } = require("@pinecone-database/pinecone");
const OpenAI = require("openai");

const openai = new OpenAI();
const index = new Pinecone().index("kb");
const app = express();

async function closest(text) {
  const e = await openai.embeddings.create({ model: "text-embedding-3-small", input: text });
  const found = await index.query({ vector: e.data[0].embedding, topK: 1, includeMetadata: true });
  return found.matches[0].metadata.text;
}

app.get("/kb", async (req, res) => {
  const article = await closest(String(req.query.q));
  const page = ejs.render("<article><%= article %></article><p><%= year %></p>", { article, year: 2025 });
  res.send(page);
});

app.listen(8080);
