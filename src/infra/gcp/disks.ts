import { fail, pass, unknown, type Answer } from "../answer.ts";
import { asValue, walk, type Fact } from "../fact.ts";
import { isNull, type List, type Place, type Value } from "../value.ts";
import { mustHaveOwnAccount } from "./accounts.ts";

/** Asks each element of a list; what fails is worse than what is not known. */
function each(fact: Fact<List>, judge: (item: Value) => Answer): Answer {
  if (fact.kind === "unread") return { kind: "not-assessed", at: fact.at, missing: fact.missing };
  if (fact.kind === "absent") return pass;
  if (fact.kind !== "known") return unknown(fact.at, fact.cause);
  const { items, open } = fact.value;
  const answers = items.map(judge);
  return (
    answers.find(({ kind }) => kind === "fail") ??
    answers.find(({ kind }) => kind !== "pass") ??
    (open === undefined ? pass : unknown(fact.at, open))
  );
}

function member(item: Value, ...names: readonly string[]): Value | undefined {
  return names.map((name) => walk(item, [name])).find((found) => found !== undefined);
}

/** Every disk names a key. */
export function mustHaveKeys(disks: Fact<List>): Answer {
  return each(disks, (disk) => {
    const key = member(disk, "kmsKey", "kms_key");
    if (key === undefined || isNull(key)) return fail(disk.at);
    return key.kind === "unknown" || key.kind === "choice" ? unknown(key.at, key.cause) : pass;
  });
}

/** There is an account, and it is none that every machine has. */
export function mustHaveOwnAccounts(accounts: Fact<List>, at: Place): Answer {
  const isNone = accounts.kind === "known" && accounts.value.items.length === 0;
  if (accounts.kind === "absent" || (isNone && accounts.value.open === undefined))
    return fail(at, { message: "No account is named, and so it runs as that of Compute Engine" });
  return each(accounts, (account) => {
    const email = member(account, "email");
    return email === undefined
      ? fail(account.at, {
          message: "No account is named, and so it runs as that of Compute Engine",
        })
      : mustHaveOwnAccount(asValue(email));
  });
}
