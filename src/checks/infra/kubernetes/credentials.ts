import { findSecrets } from "../../../detect/secrets/find.ts";
import { isPlaceholder } from "../../../detect/secrets/judge.ts";
import { kindOfName } from "../../../detect/secrets/names.ts";
import { fail, pass, type Answer } from "../../../infra/answer.ts";
import { textOf, type Value } from "../../../infra/value.ts";

/** Names, paths and addresses of secrets, numbers and switches. */
const unlike =
  /\s|^.{0,3}$|^(?:true|false|none|null|enabled|disabled|\d+)$|^[./~]|:\/\/|^\$|\$\(|^(?:secret|arn|vault|projects)[:/]|^ENC\[|^<.*>$/i;

/** True where the checks of secrets, which read every text, say it already. */
function isSaidElsewhere({ at }: Value): boolean {
  const { text } = at.document;
  const start = Math.max(0, at.start - 200);
  return findSecrets(text.slice(start, at.end + 1)).some(({ end }) => end > at.start - start);
}

/**
 * Judges a value that stands under a name: nothing is said of names that mean no credential, and of
 * credentials that look drawn by chance, which are found in any file.
 */
export function judgeCredential(
  name: string,
  value: Value,
  decode: (text: string) => string = (text) => text,
): Answer | undefined {
  const kind = kindOfName(name);
  if (kind === undefined) return undefined;
  const written = value.kind === "scalar" ? textOf(value) : undefined;
  if (written === undefined) return pass;
  const text = decode(written);
  if (unlike.test(text) || isPlaceholder(text)) return pass;
  if (isSaidElsewhere(value)) return undefined;
  const what = kind === "password" ? "password" : kind === "key" ? "key" : "token";
  return fail(value.at, {
    message: `The ${what} \`${name.slice(0, 100)}\` stands in the manifest`,
    secret: written,
  });
}
