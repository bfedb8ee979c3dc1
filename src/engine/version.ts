import { readFileSync } from "node:fs";

/** The version of Pavise, from its package. */
export function paviseVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
