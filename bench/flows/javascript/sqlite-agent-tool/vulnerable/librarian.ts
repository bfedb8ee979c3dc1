import { Agent, run, tool } from "@openai/agents";
import Database from "better-sqlite3";
import { z } from "zod";

const db = new Database("library.db", { readonly: true });

function loansOf(reader: string) {
  const statement = db.prepare("SELECT title, due FROM loans WHERE reader = '" + reader + "'"); // sink
  return statement.all();
}

const loans = tool({
  name: "loans",
  description: "The books that a reader has borrowed",
  parameters: z.object({ reader: z.string() }),
  execute: async ({ reader }) => JSON.stringify(loansOf(reader)),
});

const librarian = new Agent({
  name: "Librarian",
  instructions: "You answer questions about loans.",
  tools: [loans],
});

const result = await run(librarian, "What has Ada Lovelace borrowed?");
console.log(result.finalOutput);
