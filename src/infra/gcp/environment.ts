// Secrets in environment variables. They are told by the place of their name: the value is not shown.
import { findSecrets } from "../../detect/secrets/index.ts";
import { fail, pass, unknown, type Answer } from "../answer.ts";
import { walk, type Fact } from "../fact.ts";
import { textOf, type List, type Value } from "../value.ts";
import { elementsOf } from "./perimeters.ts";

const secretName =
  /(?:^|_)(?:API_?KEY|ACCESS_KEY|SECRET(?:_KEY)?|PASSWORD|PASSWD|TOKEN|CREDENTIALS?|PRIVATE_KEY)$/i;
/** Names of secrets, files and places are no secrets; neither are numbers and words. */
const harmless = /^(?:projects\/|\/|gs:\/\/|https?:\/\/|sm:\/\/|true$|false$|[\d.]*$)/i;
const shortest = 8;

/** Entries of an environment, or those of the containers of a job. */
function entriesOf(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => {
    const container = walk(item, ["containerSpec"]) ?? walk(item, ["pythonPackageSpec"]);
    return container === undefined ? [item] : elementsOf(walk(container, ["env"]));
  });
}

function judgeEntry(entry: Value): Answer {
  const name = walk(entry, ["name"]);
  const value = walk(entry, ["value"]);
  const key = textOf(name);
  if (name === undefined || key === undefined || value === undefined) return pass;
  const isNamed = secretName.test(key);
  const text = textOf(value);
  if (text === undefined) {
    const isOpen = isNamed && (value.kind === "unknown" || value.kind === "choice");
    return isOpen ? unknown(name.at, value.cause) : pass;
  }
  if (harmless.test(text) || text.length < shortest) return pass;
  if (!isNamed && findSecrets(`${key}=${text}`).length === 0) return pass;
  return fail(name.at, { message: `The environment variable ${key} holds a secret` });
}

/** No variable holds a secret in clear text. */
export function mustHoldNoSecret(fact: Fact<List>): Answer {
  if (fact.kind === "unread") return { kind: "not-assessed", at: fact.at, missing: fact.missing };
  if (fact.kind === "absent") return pass;
  if (fact.kind !== "known") return unknown(fact.at, fact.cause);
  const answers = entriesOf(fact.value.items).map(judgeEntry);
  return (
    answers.find(({ kind }) => kind === "fail") ??
    answers.find(({ kind }) => kind !== "pass") ??
    (fact.value.open === undefined ? pass : unknown(fact.at, fact.value.open))
  );
}
