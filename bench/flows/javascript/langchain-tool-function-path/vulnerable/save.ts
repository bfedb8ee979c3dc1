import { writeFileSync } from "node:fs";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const save = (name: string, text: string): string => {
  writeFileSync("./notes/" + name, text); // sink
  return `saved ${name}`;
};

export const saveNote = tool(async ({ name, text }) => save(name, text), {
  name: "save_note",
  description: "Saves a note",
  schema: z.object({ name: z.string(), text: z.string() }),
});
