// From a workspace to the storage account that it keeps its data in.
import { unknown, type Answer } from "../../../infra/answer.ts";
import type { Found } from "../../../infra/cloud.ts";
import type { Fact } from "../../../infra/fact.ts";
import type { Facts } from "../../../infra/type.ts";
import type { storageAccount } from "../../../infra/types/azure/around.ts";
import type { Place, Value } from "../../../infra/value.ts";

/** What a fact names, known or not. */
export function linkOf(fact: Fact<Value>): Value | undefined {
  if (fact.kind === "known" || fact.kind === "set") return fact.value;
  if (fact.kind === "unknown") return { kind: "unknown", cause: fact.cause, at: fact.at };
  return fact.kind === "unread"
    ? { kind: "unread", missing: fact.missing, at: fact.at }
    : undefined;
}

/** Judges the account that is found; what is not described here cannot be judged. */
export function storageAnswer(
  found: Found<typeof storageAccount.facts>,
  {
    at,
    judge,
  }: { readonly at: Place; readonly judge: (facts: Facts<typeof storageAccount.facts>) => Answer },
): Answer {
  if (found.kind === "found") return judge(found.item.facts);
  return unknown(
    at,
    found.kind === "unknown"
      ? found.cause
      : `the storage account ${found.name} is not described here`,
  );
}
