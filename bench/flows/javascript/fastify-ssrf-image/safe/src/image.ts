import { ours } from "./allowed.js";

export async function base64(url: string): Promise<string> {
  const response = await fetch(ours(url));
  return Buffer.from(await response.arrayBuffer()).toString("base64");
}
