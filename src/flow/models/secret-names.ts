/** What stands before a word that makes it harmless: `PUBLIC_KEY`, `CACHE_KEY`, `MAX_TOKEN`. */
const harmlessKeys =
  "(?<!public|primary|cache|sort|partition|foreign|shortcut|hot|idempotency|lookup|object|s3)";
const harmlessTokens = "(?<!max|min|num|pad|eos|bos|unk|sep|cls|mask|stop|special|next|per)";

/** Words of names under which secrets are kept. Google's `…_APPLICATION_CREDENTIALS` is a path. */
const words = [
  `${harmlessKeys}[_.-]keys?`,
  "(?:api|access|secret|private|auth|master)keys?",
  `${harmlessTokens}[_.-]token`,
  "^token",
  "(?:^|[_.-])secrets?",
  "passwo?rd",
  "passphrase",
  "[_.-](?:pwd|pass)",
  "(?<!application[_.-])credentials?",
  "database[_-]?url",
  "connection[_-]?string",
].join("|");

/**
 * Names under which secrets are kept, as a regular expression whose case does not count:
 * `OPENAI_API_KEY`, `db.password`, `SECRET_KEY_BASE`. `MAX_TOKENS` and `PWD` are none.
 */
export const secretName = `(?:${words})(?:$|[_.-](?:v?\\d+|prod|dev|test|staging|json|value|base)$)`;
