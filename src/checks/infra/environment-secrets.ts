// Secrets in what containers are given as their environment.
import { mask } from "../../detect/redact.ts";
import { findSecrets } from "../../detect/secrets/find.ts";
import { fail, unknown, type Answer } from "../../infra/answer.ts";
import { textOf, type Value } from "../../infra/value.ts";

/** One answer for each variable that holds a secret, or says why it cannot be told. */
export function judgeEnvironment(environment: Value): readonly Answer[] {
  if (environment.kind === "unknown") return [unknown(environment.at, environment.cause)];
  if (environment.kind === "unread")
    return [{ kind: "not-assessed", at: environment.at, missing: environment.missing }];
  if (environment.kind !== "map") return [];
  return [...environment.entries].flatMap(([name, value]) => {
    const text = textOf(value);
    if (text === undefined) return [];
    const message = `The environment of a container holds a secret in ${name}`;
    // A live account is read with its secrets left out.
    if (text.includes(mask)) return [fail(value.at, { message })];
    const line = `${name}="${text}"`;
    const [found] = findSecrets(line);
    if (found === undefined) return [];
    return [fail(value.at, { message, secret: line.slice(found.value.start, found.value.end) })];
  });
}
