import type { Fact } from "./facts.ts";

const longest = 300;

/** A fact in one sentence that begins with the file that it is about. */
export function said({ path, message }: Fact): string {
  return `\`${path.slice(0, 200)}\`: ${message.slice(0, longest)}`;
}
