import { Agent, tool } from "@openai/agents";
import { z } from "zod";

async function get(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: "text/html" } }); // sink
  return (await response.text()).slice(0, 3000);
}

const browse = tool({
  name: "browse",
  description: "Opens a page of the wiki",
  parameters: z.object({ address: z.string() }),
  execute: async (input) => get(input.address),
});

export const agent = new Agent({ name: "Wiki", instructions: "Be brief", tools: [browse] });
