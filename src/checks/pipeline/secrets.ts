import type { Entry, PipelineSystem } from "../../formats/pipeline/view.ts";
import { contextsOf, expressionsIn } from "./expressions.ts";

/** Names of what opens something, as people name it. */
const secretName =
  /(?:^|_)(?:TOKEN|SECRET|SECRETS|PASSWORD|PASSWD|PASS|PAT|APIKEY|CREDENTIALS?|(?:API|ACCESS|SECRET|PRIVATE|ACCOUNT|AUTH|ENCRYPTION|SIGNING|SSH|DEPLOY|MASTER|STORAGE|CONNECTION)_?(?:KEY|STRING)|KEY_ID)(?:_|$)/i;

/** True for the name of a variable that opens something. */
export function isSecretName(name: string): boolean {
  if (
    /(?:^|_)(?:TOKENIZERS?|TOKENS|MAX_TOKEN|PAD_TOKEN|EOS_TOKEN|BOS_TOKEN|UNK_TOKEN|TOKEN_(?:LIMIT|COUNT|URL|ENDPOINT|TYPE)|PUBLIC_KEY|KEY_ID)(?:_|$)/i.test(
      name,
    )
  )
    return false;
  // The place where it lies is none itself.
  if (/_(?:FILE|PATH|DIR|NAME|ENABLED|URL|URI|TTL|EXPIR\w*|LENGTH)$/i.test(name)) return false;
  return secretName.test(name);
}

/** True for a variable that is filled from the secrets of the pipeline. */
export function isSecret({ value }: Entry): boolean {
  if (value.value === "credentials()") return true;
  return expressionsIn(value).some(({ body }) =>
    contextsOf(body).some(({ path }) => /^secrets\.(?!github_token$)/.test(path)),
  );
}

/** Names of the secrets among variables; in Azure only their names and values tell. */
export function secretNames(system: PipelineSystem, entries: readonly Entry[]): readonly string[] {
  const isNamed = (entry: Entry): boolean =>
    isSecret(entry) ||
    (system === "azure" &&
      /^\$\([\w.-]{1,100}\)$/.test(entry.value.value) &&
      isSecretName(entry.name));
  return entries.filter(isNamed).map(({ name }) => name);
}
