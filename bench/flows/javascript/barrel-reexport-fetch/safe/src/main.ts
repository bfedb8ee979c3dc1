import { findAddress as find } from "./llm/index.js";
import { load } from "./net.js";

export async function status(topic: string): Promise<number> {
  const response = await load(await find(topic));
  return response.status;
}
