import { Agent, tool } from "@openai/agents";
import { z } from "zod";

function assertOurs(address: string): void {
  if (new URL(address).origin !== "https://wiki.example.com") throw new Error("foreign page");
}

async function get(address: string): Promise<string> {
  assertOurs(address);
  const response = await fetch(address, { headers: { accept: "text/html" } });
  return (await response.text()).slice(0, 3000);
}

const browse = tool({
  name: "browse",
  description: "Opens a page of the wiki",
  parameters: z.object({ address: z.string() }),
  execute: async (input) => get(input.address),
});

export const agent = new Agent({ name: "Wiki", instructions: "Be brief", tools: [browse] });
