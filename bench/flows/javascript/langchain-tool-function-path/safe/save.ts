import { writeFileSync } from "node:fs";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const names: Readonly<Record<string, string>> = { todo: "todo.md", ideas: "ideas.md" };

const save = (name: string, text: string): string => {
  writeFileSync("./notes/" + (names[name] ?? "other.md"), text);
  return `saved ${name}`;
};

export const saveNote = tool(async ({ name, text }) => save(name, text), {
  name: "save_note",
  description: "Saves a note",
  schema: z.object({ name: z.enum(["todo", "ideas"]), text: z.string() }),
});
