import { readFile } from "node:fs/promises";

export async function adapter(name: string): Promise<string> {
  return readFile(`/srv/adapters/${name}.json`, "utf8"); // sink
}
