import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Fact } from "../fact.ts";
import type { Value } from "../value.ts";
import { isDefaultEmail } from "./members.ts";
import { holds, shownWord, wordOf } from "./word.ts";

/** The account is named, and is none of those that every machine has unless told otherwise. */
export function mustHaveOwnAccount(fact: Fact<Value>): Answer {
  switch (fact.kind) {
    case "known":
    case "set": {
      const word = wordOf(fact.value);
      const isDefault = holds(word, isDefaultEmail);
      if (isDefault === false) return pass;
      if (isDefault === undefined) return unknown(fact.at, word.cause);
      return fail(fact.at, {
        message: `It runs as ${shownWord(word)}, the account of whoever names none`,
      });
    }
    case "unread":
      return { kind: "not-assessed", at: fact.at, missing: fact.missing };
    case "absent":
      return fail(fact.at);
    default:
      return unknown(fact.at, fact.cause);
  }
}
