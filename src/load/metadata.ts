import type { ListingLine } from "./listing.ts";

/** What is written where only words belong, and what a reader might do with it. */
const signs: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /\b(?:import\s+(?:os|sys|subprocess|socket|base64|ctypes|pty|shutil|requests|urllib)\b|from\s+\w+\s+import\s|__import__\s*\()/,
    "Python that imports",
  ],
  [
    /\b(?:os\.(?:system|popen|exec\w*|spawn\w*)|subprocess\.\w+|eval|exec|compile|b64decode|getattr)\s*\(/,
    "Python that calls",
  ],
  [
    /<script\b|javascript:|\bon(?:error|load)\s*=|document\.(?:cookie|location)/i,
    "a script of a page",
  ],
  [
    /\brm\s+-[rf]{1,2}\b|\bchmod\s+[0-7+]|\b(?:curl|wget)\s+\S*(?:https?:|-)|\|\s*(?:ba|z)?sh\b|\/bin\/(?:ba|z)?sh\b|\bnc\s+-|powershell(?:\.exe)?\s|certutil\s/i,
    "a command of a shell",
  ],
  [/\{\{.*__\w+__|\{%.*__\w+__/s, "a template that reaches for Python's objects"],
];
const callback = /(?:callback|download|update|webhook|hook|config|payload|exfil)\w*[_.-]?ur[li]$/i;
/** A text that is one call, of what it unpacks, fetches or starts. */
const program =
  /^\s{0,100}(?:(?:exec|eval)\s*\([^\n]{0,200}(?:__import__|b64decode|a85decode|fromhex|unhexlify|decompress|urlopen|requests\.get|marshal\.loads|os\.system|subprocess)|__import__\s*\(\s*['"](?:os|subprocess|pty|socket|ctypes)['"]\s*\)\s*\.\s*\w+\s*\()/;
const maxShown = 200;

/** Lines for the metadata of a model: only what looks as if somebody wanted it to be run. */
export function metadataLines(metadata: ReadonlyMap<string, string>): readonly ListingLine[] {
  const lines: ListingLine[] = [];
  for (const [key, value] of metadata) {
    const found = signs.find(([pattern]) => pattern.test(value.slice(0, 100_000)));
    const name = JSON.stringify(key.slice(0, 80));
    const text = `metadata[${name}] = ${JSON.stringify(value.slice(0, maxShown))}`;
    if (program.test(value.slice(0, 1_000)))
      lines.push({
        text,
        acts: [
          {
            kind: "metadata-program",
            message: `The metadata hold a program under ${name}, which runs what it unpacks or fetches`,
          },
        ],
      });
    else if (found !== undefined)
      lines.push({
        text,
        acts: [{ kind: "metadata", message: `The metadata hold ${found[1]} under ${name}` }],
      });
    else if (callback.test(key) && /^https?:\/\//i.test(value))
      lines.push({
        text,
        acts: [{ kind: "metadata-url", message: `The metadata tell a reader to ask ${name}` }],
      });
  }
  return lines;
}
