import { canonicalise } from "../../detect/unicode/index.ts";
import { views } from "../../detect/views/index.ts";

/** Values shorter than this stand in any text by chance; without their punctuation they have to be longer. */
const shortest = 6;
const shortestSquashed = 8;
const maxValues = 500;
const maxDepth = 20;
/** Characters that are searched for one call; what would take more counts as found. */
const mostSearched = 200_000_000;

/** Stands for what was not looked at, arguments that are too many or too deep: they count as tainted. */
export const unseen = "…";

/** Strings, numbers and keys of arguments with their paths: `to`, `items.0.url`. */
function* leavesOf(
  value: unknown,
  path: string,
  depth: number,
): Generator<readonly [path: string, value: string]> {
  if (typeof value === "string" || typeof value === "number") yield [path, String(value)];
  if (typeof value !== "object" || value === null) return;
  if (depth > maxDepth) {
    yield [unseen, ""];
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (!Array.isArray(value)) yield [at, key];
    yield* leavesOf(inner, at, depth + 1);
  }
}

/** What names somebody or somewhere, within a longer value; one may stand within another. */
const names = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
  /https?:\/\/[^\s"'<>]{4,300}/g,
  /\b[a-z]{2}\d{2}[a-z0-9]{11,30}\b|\b\d{6,20}\b/g,
];

/** `mallory [at] evil (dot) example`. */
const spelled = /[([{<]\s?(?:at|dot|punkt|point)\s?[)\]}>]|\s(?:at|dot)\s/g;

/** Letters and digits alone: an account number with spaces is the one without. */
function squash(text: string): string {
  return text.replaceAll(spelled, "").replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

const escapes = /%([2-7][\da-f])|&#(\d{2,3});|&#x([\da-f]{2});|&(amp|commat|period|colon|sol);/gi;
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  commat: "@",
  period: ".",
  colon: ":",
  sol: "/",
};

/** Single characters that are escaped, as in addresses: too few for a view of their own. */
function unescaped(text: string): string {
  return text.replaceAll(
    escapes,
    (whole, percent?: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt((percent ?? hex)!, 16) : Number(decimal);
      return code >= 32 && code < 127 ? String.fromCharCode(code) : whole;
    },
  );
}

/** A text in every way in which a model may read it: decoded, unescaped, without what nobody sees. */
function readings(text: string): readonly string[] {
  const canonical = canonicalise(text);
  const plain = canonical.text;
  const all = [text, plain, unescaped(plain), ...views(canonical).map((view) => view.text)];
  return [...new Set(all.map((each) => each.toLowerCase()))];
}

/** Texts in which is sought. */
interface Haystack {
  readonly plain: string;
  readonly squashed: string;
}

function haystackOf(texts: readonly string[]): Haystack {
  const all = texts.flatMap(readings);
  return { plain: all.join("\n"), squashed: all.map(squash).join("\n") };
}

function has({ plain, squashed }: Haystack, part: string): boolean {
  if (part.length >= shortest && plain.includes(part)) return true;
  const bare = squash(part);
  return bare.length >= shortestSquashed && squashed.includes(bare);
}

/** A value as a whole, and the names in it. */
function partsOf(value: string): readonly string[] {
  return readings(value.trim()).flatMap((whole) => [
    whole,
    ...names.flatMap((name) => whole.match(name) ?? []),
  ]);
}

/**
 * Paths of arguments whose value, or an address within it, was read in text that nobody vouches for and
 * nowhere in what the user said: data that came with the text decides where something goes. Both are read
 * in all their disguises, and without their punctuation.
 *
 * Does not see values that the model computed from such text (translated, added up, put together).
 */
export function taintedPaths(
  args: unknown,
  untrusted: readonly string[],
  trusted: readonly string[] = [],
): readonly string[] {
  if (untrusted.length === 0) return [];
  const texts = haystackOf(untrusted);
  const vouched = haystackOf(trusted);
  const costs = texts.plain.length + texts.squashed.length + 1;
  const paths = new Set<string>();
  let looked = 0;
  let searched = 0;
  for (const [path, value] of leavesOf(args, "", 0)) {
    if (path === unseen || ++looked > maxValues) return [...paths, unseen];
    for (const part of partsOf(value)) {
      searched += costs;
      if (searched > mostSearched) return [...paths, unseen];
      if (!has(texts, part) || has(vouched, part)) continue;
      paths.add(path);
      break;
    }
  }
  return [...paths];
}
