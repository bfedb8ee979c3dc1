// Whether an address carries data out, or only leads somewhere.

/** Values of the conversation, in the ways in which addresses spell them. */
export type Known = readonly string[];

const shortestKnown = 8;

/** Prepares values that must not leave in an address. */
export function prepareKnown(values: readonly string[]): Known {
  return values
    .filter((value) => value.length >= shortestKnown)
    .flatMap((value) => {
      const hex = Buffer.from(value, "utf8").toString("hex");
      const plain = value.toLowerCase().replaceAll(/\s+/g, " ");
      // Without the last digits, which depend on what follows; case is given up for one comparison.
      const base64 = Buffer.from(value, "utf8")
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .toLowerCase();
      return [plain, hex, base64.slice(0, Math.floor((value.length * 4) / 3))];
    });
}

function decoded(text: string): string {
  let plain = text.replaceAll("+", " ");
  for (let round = 0; round < 2 && plain.includes("%"); round++)
    plain = plain.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
    );
  return plain;
}

/** Places that a template or a model is to fill: `{{…}}`, `${…}`, `{data}`, `<secret>`, `[API_KEY]`, `%s`. */
const holes =
  /\{\{[^{}]{0,80}\}\}|\$\{[^{}]{0,80}\}|\{[a-z_][\w .-]{0,40}\}|<[a-z_][\w .-]{0,40}>|\[[A-Za-z_][\w .-]{1,40}\]|%[sd](?![0-9a-f])/i;

/** What keys of secrets are called. */
const telling =
  /(?:^|[?&;/#])(?:data|secret|token|password|passwd|pwd|pass|key|api_?key|prompt|system|leak|exfil\w*|stolen|history|chat|conversation|messages?|content|cookie|session|ssn|credentials?|payload|dump|env)=(.{6,})/i;

const encodedRun = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

/** True for a run that is written as base64, base32 or hex is: not words with hyphens, not a number. */
function looksEncoded(run: string): boolean {
  if (/^[0-9a-f]+$/i.test(run)) return run.length >= 32 && /\d/.test(run) && /[a-f]/i.test(run);
  if (/^[A-Z2-7]+=*$/.test(run)) return /\d/.test(run);
  const changes = run.match(/[a-z][A-Z0-9]|[A-Z][a-z]?[0-9]|[0-9][A-Za-z]/g)?.length ?? 0;
  return changes >= run.length / 8;
}

function longestEncoded(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(encodedRun))
    if (run.length > longest && looksEncoded(run)) longest = run.length;
  return longest;
}

function spaces(text: string): number {
  return decoded(text).split(/\s+/).length - 1;
}

/** How sure it is that the address carries data, from 0 to 1. */
export function payloadOf(url: URL, known: Known): number {
  const { href, hostname, search, hash } = url;
  const path = url.protocol === "mailto:" ? "" : url.pathname;
  const parameters = search + hash;
  if (known.length > 0) {
    const plain = decoded(href).toLowerCase();
    const joined = href.toLowerCase();
    const letters = hostname.replaceAll(".", "") + path.replaceAll("/", "").toLowerCase();
    if (
      known.some(
        (value) => plain.includes(value) || joined.includes(value) || letters.includes(value),
      )
    )
      return 0.97;
  }
  const spelled = decoded(path + parameters);
  // Documentation writes addresses so; what is shown counts anyway.
  if (holes.test(spelled)) return 0.4;
  const told = telling.exec(decoded(parameters));
  const inParameters = longestEncoded(decoded(parameters).replaceAll(" ", "+"));
  if (told !== null) return inParameters > 0 || told[1]!.length > 24 ? 0.85 : 0.55;
  if (inParameters >= 64 || parameters.length > 400) return 0.8;
  if (inParameters >= 40) return 0.65;
  const inPath = Math.max(...path.split("/").map((part) => longestEncoded(decoded(part))));
  if (inPath >= 96) return 0.75;
  if (inPath >= 64) return 0.6;
  // Letters of a host that are data: one long label, or many that are.
  const labels = hostname
    .split(".")
    .slice(0, -2)
    .filter((label) => !label.startsWith("xn--"));
  if (
    labels.some((label) => label.length >= 24 && looksEncoded(label)) ||
    labels.join("").length > 80
  )
    return 0.8;
  if (url.username.length + url.password.length > 12) return 0.7;
  const words = spaces(parameters);
  if (words > 24 || parameters.length > 250) return 0.6;
  return words > 12 ? 0.45 : parameters.length > 0 ? 0.2 : 0;
}
