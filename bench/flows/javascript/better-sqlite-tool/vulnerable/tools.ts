import { tool } from "ai";
import Database from "better-sqlite3";
import { z } from "zod";

const db = new Database("library.db", { readonly: false });

function select(statement: string): unknown[] {
  return db.prepare(statement).all(); // sink
}

export const queryLibrary = tool({
  description: "Queries the library",
  inputSchema: z.object({ statement: z.string().describe("SQLite statement") }),
  execute: async ({ statement }) => select(statement),
});
