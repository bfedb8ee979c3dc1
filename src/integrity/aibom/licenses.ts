import { spdxLicenseIds } from "./licenses.generated.ts";
import { cleanUrl, lineOf } from "./clean.ts";

/** One licence as somebody declared it. */
export type SingleLicense =
  | { readonly kind: "spdx"; readonly id: string }
  | { readonly kind: "named"; readonly name: string; readonly url?: string };

/** A licence, or several that all hold. */
export type License =
  | SingleLicense
  | { readonly kind: "several"; readonly licenses: readonly SingleLicense[] };

const byLowerCase: ReadonlyMap<string, string> = new Map(
  spdxLicenseIds.map((id) => [id.toLowerCase(), id]),
);

/**
 * What Hugging Face calls otherwise than SPDX does. Families (`gpl`, `bsd`, `cc`) and licences that
 * SPDX does not list (`llama3`, `gemma`, `openrail`) stay names: nothing is guessed.
 */
const aliases: Readonly<Record<string, string>> = {
  apache: "Apache-2.0",
  "apache 2.0": "Apache-2.0",
  "apache license 2.0": "Apache-2.0",
  "apache license, version 2.0": "Apache-2.0",
  "mit license": "MIT",
  "the mit license": "MIT",
  "c-uda": "C-UDA-1.0",
  odbl: "ODbL-1.0",
  "odc-by": "ODC-By-1.0",
  pddl: "PDDL-1.0",
  "gpl-2.0": "GPL-2.0-only",
  "gpl-3.0": "GPL-3.0-only",
  "lgpl-2.1": "LGPL-2.1-only",
  "lgpl-3.0": "LGPL-3.0-only",
  "agpl-3.0": "AGPL-3.0-only",
};

/** Names that say that nothing is said. */
const silent = new Set(["", "other", "unknown", "none", "noassertion", "n/a"]);

/** The addresses by which people name licences instead. */
const byAddress: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?apache\.org\/licenses\/license-2\.0/i, "Apache-2.0"],
  [/^https?:\/\/(?:www\.)?opensource\.org\/licen[sc]es?\/mit(?:[-_]license)?\/?$/i, "MIT"],
  [/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0/i, "CC0-1.0"],
];
const creativeCommons = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]{2,12})\/(\d\.\d)/i;

function idOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  const known = aliases[lower] ?? byLowerCase.get(lower);
  if (known !== undefined) return known;
  const spdx = /^https?:\/\/spdx\.org\/licenses\/([\w.+-]{1,60}?)(?:\.html|\.json)?$/i.exec(text);
  if (spdx !== null) return byLowerCase.get(spdx[1]!.toLowerCase());
  const commons = creativeCommons.exec(text);
  if (commons !== null) return byLowerCase.get(`cc-${commons[1]}-${commons[2]}`.toLowerCase());
  return byAddress.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * Reads a licence as model cards, Croissant and GGUF write it. `name` and `link` are those of
 * `license: other`. Undefined where nothing is declared.
 */
export function licenseOf(declared: {
  readonly license: string | undefined;
  readonly name?: string;
  readonly link?: string;
}): SingleLicense | undefined {
  const text = lineOf(declared.license ?? "", 200) ?? "";
  const id = idOf(text);
  if (id !== undefined) return { kind: "spdx", id };
  const address = cleanUrl(declared.link ?? "") ?? cleanUrl(text);
  const named = lineOf(declared.name ?? "", 200);
  const byName = named === undefined ? undefined : idOf(named);
  if (byName !== undefined) return { kind: "spdx", id: byName };
  const name = named ?? (silent.has(text.toLowerCase()) ? undefined : text);
  if (name === undefined && address === undefined) return undefined;
  const link = address === undefined ? {} : { url: address };
  return { kind: "named", name: name ?? "other", ...link };
}

/**
 * Reads a list of licences. Cards do not say whether one may choose; who has to keep to all of them
 * keeps to each.
 */
export function licensesOf(
  declared: readonly string[],
  { name, link }: { readonly name?: string; readonly link?: string },
): License | undefined {
  const [first] = declared;
  if (declared.length < 2) return licenseOf({ license: first, name, link });
  const byText = new Map<string, SingleLicense>();
  for (const each of declared.slice(0, 20)) {
    const license = licenseOf({ license: each, name, link });
    if (license !== undefined) byText.set(licenseText(license), license);
  }
  const licenses = [...byText.values()];
  return licenses.length > 1 ? { kind: "several", licenses } : licenses[0];
}

/** The licences that a licence consists of. */
export function singleLicenses(license: License | undefined): readonly SingleLicense[] {
  if (license === undefined) return [];
  return license.kind === "several" ? license.licenses : [license];
}

/** A licence as one text. */
export function licenseText(license: License): string {
  return singleLicenses(license)
    .map((each) => (each.kind === "spdx" ? each.id : each.name))
    .join(" AND ");
}
