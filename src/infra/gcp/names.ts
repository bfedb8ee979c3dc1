import type { Fact } from "../fact.ts";
import { textOf, type List } from "../value.ts";

/** The names of a list, and why there may be others. */
export interface Names {
  readonly names: ReadonlySet<string>;
  readonly cause?: string;
}

/** What is known of a list of names. */
export function namesOf(fact: Fact<List>): Names {
  if (fact.kind === "known") {
    const { items, open } = fact.value;
    const names = new Set(items.flatMap((item) => textOf(item) ?? []));
    const vague = items.find((item) => textOf(item) === undefined);
    const cause = open ?? (vague === undefined ? undefined : causeOf(vague));
    return { names, ...(cause === undefined ? {} : { cause }) };
  }
  if (fact.kind === "absent") return { names: new Set() };
  return { names: new Set(), cause: fact.kind === "unread" ? fact.missing : fact.cause };
}

function causeOf(value: object): string {
  return "cause" in value && typeof value.cause === "string"
    ? value.cause
    : "one of the names is known when it exists";
}
