import type { AssetKind, LineIndex, Span } from "../core/index.ts";
import { banditId } from "./bandit-names.ts";

/** A suppression as it is written in a comment. */
export interface Directive {
  readonly tool: "pavise" | "nosec" | "noqa";
  /** Ids, codes or aliases it names; none in a blanket `# nosec`, which means every check. */
  readonly names: readonly string[];
  readonly reason: string;
  /** As written; expired where it is past or no date. */
  readonly until?: string;
  readonly line: number;
  /** The line below a comment that stands alone, which it speaks for too. */
  readonly below?: number;
  readonly where: Span;
  /** What is wrong with its form, where it is no suppression at all. */
  readonly malformed?: string;
}

/** What stands further on in a comment is no suppression, in UTF-16 code units. */
const longestComment = 500;

type Written = Pick<Directive, "tool" | "names" | "reason" | "until" | "malformed">;

/** In a comment of any language: after `#`, `//` or the beginning of a block. */
const ours = /(#|\/\/|\/\*+)\s*pavise:\s*(allow|ignore|disable|skip|suppress|noqa)\b([^\r\n]*)/;
const bandits = /#\s*nosec:?\s*([^#]+)?#?/;
const ruffs = /#\s*noqa\s*:\s*([A-Z]+[0-9]*(?:[,\s]+[A-Z]+[0-9]+)*)/i;

function readOurs(comment: string): Written | undefined {
  const found = ours.exec(comment);
  if (found === null) return undefined;
  const [, opener = "#", word = "", rest = ""] = found;
  const body = rest.split(/\s#|\s\/\/|\*\//, 1)[0] ?? "";
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(body);
  const left = body.slice(0, dashes?.index);
  const names = left.split(/[\s,]+/).filter((name) => name !== "" && name !== ":");
  const said = dashes === null ? "" : body.slice(dashes.index + dashes[0].length).trim();
  const until = /(?:^|[\s,(])until\s+([^\s)]+)\)?\s*$/.exec(said)?.[1];
  const reason = until === undefined ? said : said.replace(/[\s,(]*\buntil\s+\S+\s*$/, "").trim();
  const form = `\`${opener === "#" ? "#" : "//"} pavise: allow <check> -- <reason>\``;
  if (word !== "allow") return { tool: "pavise", names: [], reason, malformed: `write ${form}` };
  if (names.length === 0)
    return { tool: "pavise", names, reason, malformed: `name a check: ${form}` };
  return { tool: "pavise", names, reason, until };
}

/** As Bandit reads it: words that are no test are dropped, and with none left all tests are meant. */
function readNosec(comment: string): Written | undefined {
  const found = bandits.exec(comment);
  if (found === null) return undefined;
  const ids = new Set<string>();
  for (const [word] of (found[1] ?? "").matchAll(/\w+/g)) {
    const id = banditId(word);
    if (id !== undefined) ids.add(id);
  }
  return { tool: "nosec", names: [...ids], reason: found[0].trim().slice(0, 200) };
}

/** A blanket `# noqa` is about style; only codes of the security rules (`S…`) count. */
function readNoqa(comment: string): Written | undefined {
  const found = ruffs.exec(comment);
  if (found === null) return undefined;
  const codes = (found[1] ?? "").toUpperCase().split(/[,\s]+/);
  const names = codes.filter((code) => /^S\d*$/.test(code));
  return names.length === 0
    ? undefined
    : { tool: "noqa", names, reason: found[0].trim().slice(0, 200) };
}

/** The suppressions in the comments of a file, in their order. */
export function readDirectives(file: {
  kind: AssetKind;
  text: string;
  comments: readonly Span[];
  lines: LineIndex;
}): readonly Directive[] {
  const { text, comments, lines } = file;
  const python = file.kind === "python" || file.kind === "notebook";
  // Most files have none of the words, and then no comment is looked at.
  // Behind the last comment are the outputs of a notebook.
  let until = 0;
  for (const { end } of comments) if (end > until) until = end;
  const said = text.slice(0, until);
  const spoken =
    said.includes("pavise:") || (python && (said.includes("nosec") || /noqa/i.test(said)));
  if (!spoken) return [];

  const alone = new Set<number>();
  const found: { written: Written; where: Span; line: number }[] = [];
  for (const where of comments) {
    const line = lines.lineAt(where.start);
    const start = lines.starts[line - 1] ?? 0;
    // In JSX a comment stands in braces.
    const before = text.slice(start, where.start).trim();
    if (before === "" || before === "{") {
      const last = text.startsWith("/*", where.start) ? lines.lineAt(where.end - 1) : line;
      for (let each = line; each <= last; each++) alone.add(each);
    }
    const comment = text.slice(where.start, Math.min(where.end, where.start + longestComment));
    const readers = python ? [readOurs, readNosec, readNoqa] : [readOurs];
    for (const read of readers) {
      const written = read(comment);
      if (written !== undefined) found.push({ written, where, line });
    }
  }
  // From the last line up, so that a block of comments of any length is gone through once.
  const belowOf = new Map<number, number>();
  for (const line of [...alone].toSorted((a, b) => b - a)) {
    belowOf.set(line, belowOf.get(line + 1) ?? line + 1);
  }
  return found.map(({ written, where, line }) => {
    const below = written.tool === "pavise" ? belowOf.get(line) : undefined;
    return { ...written, where, line, below };
  });
}
