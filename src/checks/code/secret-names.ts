/** Names of variables, parameters and keys that hold passwords and tokens. */
const words = "(?:pas+wo?r?d|pass(?:phrase)?|pwd|token|secrete?)";
const secretName = new RegExp(`(?:^${words}$|_${words}_|^${words}_|_${words}$)`, "i");

/** True where a name says that it holds a password or a token. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

const placeholders =
  /^(?:|none|null|true|false|x+|\*+|\.+|-+|test(?:ing)?|dummy|example|changeme|change[-_ ]me|todo|your[-_ ].*|my[-_ ]?.*|<.*>|\[.*\]|\{.*\}|\$.*|%.*|pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|bearer|basic|foo.*|bar|baz)$/i;

/**
 * True where a text could be a real password or token: long enough, of letters and digits without
 * blanks, no path, URL, format string or word that stands for one.
 */
export function looksSecret(value: string): boolean {
  if (value.length < 8 || value.length > 200 || placeholders.test(value)) return false;
  if (/[\s<>{}%/\\]|^\$|\.(?:py|json|txt|yaml|com|org|io)$/.test(value)) return false;
  return /[0-9]/.test(value) && /[A-Za-z]/.test(value);
}
