import type { Fact } from "./facts.ts";

const longest = 400;

/** A fact as a sentence; the place says which file it is about. */
export function said({ message }: Fact): string {
  return message.charAt(0).toUpperCase() + message.slice(1, longest);
}
