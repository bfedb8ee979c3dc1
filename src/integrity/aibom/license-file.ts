// A licence that nothing but its own text names. Recognised is a whole text and nothing less: one
// sentence more, or another word, may be another licence, and then the file is only referred to.
import { createHash } from "node:crypto";
import type { Contribution } from "./bill.ts";
import type { Folder } from "./folder.ts";

const longestFile = 100_000;

/** SHA-256 of the words of a text, by SPDX's name. GPL is not here: its text does not say "or later". */
const known: Readonly<Record<string, string>> = {
  // With its appendix as it is, with a name filled in, without it, without the last line.
  "4bc3c949c895ead14c0dc8c6e33fd6ed118359acaad7c084c4d563cd526a878d": "Apache-2.0",
  "045649cdaf85384ba827242062f2f3b36409835c98d297e25177cb1faf7c2847": "Apache-2.0",
  "108490d21e2d3edc9128233e48fabc169818d0c7c5f0bbdd58231a367d2d6c87": "Apache-2.0",
  "6ed232a1aaf66db92997c53c056b853f2a64b9f74585489f71cbae1bb4d6d166": "Apache-2.0",
  // With numbers before the conditions, and with other signs.
  a56fee4b2f66331ed54da4950ef9c9391453fd1490b4d8ea202bc29683bcbd30: "BSD-2-Clause",
  "986c3c3199a93b916c8f2e0aeed57819bcbdcb2cd9d99902dcc9d74b53f93a74": "BSD-2-Clause",
  "9b83d3dee0616d07b82a272dd9bf5134a9f402b750f5ee6188458073b0a32ff2": "BSD-3-Clause",
  "53075742228962c7ea381b8242c64602fa32e7b8f52facb6d13ee4f9c596ddfa": "BSD-3-Clause",
  "96bdc7f63190fb4bd1ae584b890300ed7517d858b34c945642a3b9b2f1612a5f": "CC0-1.0",
  "217da0747cec63a2e734185db11cbaa819bcd9e5b83cd12f812128fffe66e26a": "ISC",
  "0cf21bdfd1964a97a8615e128534845826afbc887edc95aa5c925cbf64386b5c": "MIT",
  "95f6a0d094cf3da6a140310541c7b576789031b600469b70877b34f97918e4c9": "MPL-2.0",
};

/** Lines that say whose it is, which differ everywhere. */
const holder = /^\W*(?:copyright\b.*(?:\(c\)|©|\d{4})|\(c\) |© )/i;
/** A line that says more than whose it is. */
const condition =
  /\b(?:us(?:e|ed|age)|commercial|licen[sc]|permi|only|restrict|prohibit|except|research)/i;
const title =
  /^(?:(?:the )?(?:mit|isc) licen[sc]e (?:(?:mit|isc) )?|bsd [23] clause license )?(?:all rights reserved )?/;

/** The words of a licence without who holds the rights, in small letters. */
function wordsOf(text: string): string {
  const isHolder = (line: string): boolean =>
    line.length < 200 && holder.test(line) && !condition.test(line);
  const lines = text.split("\n").filter((line) => !isHolder(line));
  const words = lines
    .join("\n")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");
  return words.replaceAll(" https ", " http ").trim().replace(title, "");
}

/** True for the name of a file that holds the licence of the whole folder. */
export function isLicenseFile(name: string): boolean {
  return /^(?:licen[cs]e|copying)(?:\.(?:md|txt|rst))?$/i.test(name);
}

/** The SPDX name of a text; undefined for what is not the whole text of one that is known. */
export function recogniseLicense(text: string): string | undefined {
  const digest = createHash("sha256").update(wordsOf(text)).digest("hex");
  return Object.hasOwn(known, digest) ? known[digest] : undefined;
}

/** Reads the licence at the top of a folder; of several, none. */
export function readLicenseFile(folder: Folder): Contribution | undefined {
  const names = folder.names.filter(isLicenseFile);
  const [name] = names;
  if (name === undefined || names.length > 1) return undefined;
  const text = folder.text(name, longestFile);
  const id = text === undefined ? undefined : recogniseLicense(text);
  if (id === undefined) return undefined;
  return {
    license: { kind: "spdx", id },
    properties: [{ name: "license:recognised-in", value: name }],
  };
}
