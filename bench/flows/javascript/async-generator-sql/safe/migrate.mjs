import { readFileSync } from "node:fs";
import mysql from "mysql2/promise";
import OpenAI from "openai";

const openai = new OpenAI({ timeout: 60_000 });

async function* statements(goal) {
  const stream = await openai.chat.completions.create({
    model: "gpt-4o",
    max_tokens: 600,
    stream: true,
    messages: [{ role: "user", content: `MySQL statements, one a line, to ${goal}` }],
  });
  let rest = "";
  for await (const chunk of stream) {
    rest += chunk.choices[0]?.delta?.content ?? "";
    const lines = rest.split(";\n");
    rest = lines.pop();
    yield* lines;
  }
  yield rest;
}

export async function migrate(goal) {
  const connection = await mysql.createConnection({ uri: "mysql://localhost/app" });
  await connection.query(readFileSync("migrations/001.sql", "utf8"));
  for await (const statement of statements(goal)) {
    console.log("for review:", statement);
  }
}
