/** Values shorter than this stand in any text by chance. */
const shortest = 6;
const maxValues = 500;
const maxDepth = 20;

/** Strings and numbers of arguments with their paths: `to`, `items.0.url`. */
function* leavesOf(
  value: unknown,
  path: string,
  depth: number,
): Generator<readonly [string, string]> {
  if (typeof value === "string" || typeof value === "number") yield [path, String(value)];
  if (typeof value !== "object" || value === null || depth > maxDepth) return;
  for (const [key, inner] of Object.entries(value))
    yield* leavesOf(inner, path === "" ? key : `${path}.${key}`, depth + 1);
}

/** What names somebody or somewhere, within a longer value. */
const names =
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|https?:\/\/[^\s"'<>]{4,300}|\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b|\b\d{6,20}\b/gi;

/**
 * Paths of arguments whose value, or an address within it, was read in text that nobody vouches for and
 * nowhere in what the user said: data that came with the text decides where something goes.
 *
 * Does not see values that the model computed from such text (translated, reformatted, added up).
 */
export function taintedPaths(
  args: unknown,
  untrusted: readonly string[],
  trusted: readonly string[] = [],
): readonly string[] {
  if (untrusted.length === 0) return [];
  const texts = untrusted.map((text) => text.toLowerCase());
  const vouched = trusted.map((text) => text.toLowerCase());
  const paths: string[] = [];
  let looked = 0;
  for (const [path, value] of leavesOf(args, "", 0)) {
    if (++looked > maxValues) break;
    const whole = value.trim().toLowerCase();
    const parts = [whole, ...(whole.match(names) ?? [])].filter((part) => part.length >= shortest);
    const isTainted = parts.some(
      (part) =>
        texts.some((text) => text.includes(part)) && !vouched.some((text) => text.includes(part)),
    );
    if (isTainted) paths.push(path);
  }
  return paths;
}
