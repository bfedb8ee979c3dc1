import { tool } from "ai";
import { z } from "zod";
import { fetchText } from "./fetch-text";

export const readPage = tool({
  description: "Reads a web page",
  inputSchema: z.object({ url: z.string() }),
  execute: async ({ url }) => ({ page: await fetchText(url) }),
});
