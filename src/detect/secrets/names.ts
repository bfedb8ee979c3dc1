// Which names say that their value is a secret.

/** Words by which a name is found in a text, in lower case. */
export const nameWords: readonly string[] = [
  "passw",
  "passphrase",
  "pwd",
  "secret",
  "token",
  "apikey",
  "api_key",
  "api-key",
  "api key",
  "accesskey",
  "access_key",
  "access-key",
  "private_key",
  "privatekey",
  "auth_key",
  "authkey",
  "encryption_key",
  "encryptionkey",
  "signing_key",
  "signingkey",
  "account_key",
  "accountkey",
  "service_key",
  "servicekey",
  "service_role_key",
  "master_key",
  "masterkey",
  "subscription_key",
  "subscription-key",
  "admin_key",
  "app_key",
  "appkey",
  "webhook_key",
  "license_key",
  "licensekey",
  "credential",
];

/** What a name is of. */
export type NameKind = "password" | "key" | "token";

/** `openaiApiKey`, `OPENAI_API_KEY`, `openai.api-key` → openai, api, key */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

const passwords =
  /^(?:(?:[a-z]{0,12})password\d?|passwd|pwd|passphrase|passwort|mypwd|dbpwd|userpwd)$/;
const tokens = /^(?:[a-z]{0,10}tokens?|[a-z]{0,8}secrets?|secretkey|clientsecret|credentials?)\d?$/;
const keys =
  /^(?:[a-z]{0,12}(?:api|access|auth|signing|private|encryption|account|service|master|secret|license|app|admin)keys?)\d?$/;
const keyBefore =
  /^(?:api|access|auth|secret|private|encryption|signing|account|service|master|admin|app|role|subscription|webhook|license|client|jwt|crypto|cipher|aes|hmac)$/;
/** Words that may follow the word that counts. */
const tail =
  /^(?:key|value|val|string|str|text|plain|plaintext|raw|base64|b64|prod|production|dev|development|staging|stage|live|test|local|default|primary|secondary|main|new|old|current|admin|root|user|v?\d+|env|here|data)$/;
/** Words that make it a name of something else. */
const other =
  /^(?:pad|eos|bos|unk|mask|sep|cls|max|min|num|n|total|count|next|prev|previous|page|continuation|csrf|xsrf|special|stop|start|end|begin|public|foreign|sort|partition|cache|lookup|hash|hashed|name|type|url|uri|path|file|filename|dir|length|len|size|limit|field|label|regex|pattern|prompt|hint|message|msg|error|help|expiry|expires|ttl|header|placeholder|title|description|desc|id|ids|index|idx|column|col|input|output|usage|cost|price|rate|budget|bucket|design|color|theme|lex|syntax|parser|tokenizer|reset|forgot|change|confirm|confirmation|wrong|invalid|missing|verify|valid|required|nonce|cancellation|cancel|idempotency|publishable|site|anon|verification)$/;

/** What names said that were met before: a program has few, and says each of them often. */
const known = new Map<string, NameKind | undefined>();
const mostKnown = 4_000;

/** What a name says of its value; undefined where it says nothing. */
export function kindOfName(name: string): NameKind | undefined {
  if (known.has(name)) return known.get(name);
  const kind = judgeName(name);
  if (known.size >= mostKnown) known.clear();
  known.set(name, kind);
  return kind;
}

function judgeName(name: string): NameKind | undefined {
  const words = wordsOf(name);
  let kind: NameKind | undefined;
  let at = -1;
  words.forEach((word, place) => {
    const before = words[place - 1] ?? "";
    let found: NameKind | undefined;
    if (passwords.test(word)) found = "password";
    else if (keys.test(word) || (/^keys?$/.test(word) && keyBefore.test(before))) found = "key";
    else if (tokens.test(word)) found = "token";
    if (found === undefined) return;
    // `secret_access_key` is a key; `password_token` a token.
    kind = found;
    at = place;
  });
  if (kind === undefined) return undefined;
  if (words.some((word) => other.test(word))) return undefined;
  return words.slice(at + 1).every((word) => tail.test(word)) ? kind : undefined;
}
