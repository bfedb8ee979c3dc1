import { tool } from "ai";
import Database from "better-sqlite3";
import { z } from "zod";

const db = new Database("library.db", { readonly: false });

function select(author: string): unknown[] {
  return db.prepare("SELECT title FROM books WHERE author = ?").all(author);
}

export const queryLibrary = tool({
  description: "Queries the library",
  inputSchema: z.object({ author: z.string().describe("Name of the author") }),
  execute: async ({ author }) => select(author),
});
