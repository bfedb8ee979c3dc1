import type { AssetKind, LineIndex, Span } from "../core/index.ts";
import { banditId } from "./bandit-names.ts";

/** A suppression as it is written in a comment. */
export interface Directive {
  readonly tool: "pavise" | "nosec" | "noqa" | "checkov" | "trivy" | "tfsec";
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
const checkovs = /(?:#|\/\/|\/\*+)\s*(?:checkov|bridgecrew):skip=\s*([A-Z0-9_]+)(?::([^\r\n]*))?/;
const trivys = /\b(trivy|tfsec):ignore:([\w-]+)((?:[:[][^\s]*)?)/g;
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

/** `checkov:skip=CKV_AWS_122:reason`, which Checkov takes anywhere within a resource. */
function readCheckov(comment: string): readonly Written[] {
  const found = checkovs.exec(comment);
  if (found === null) return [];
  const [whole, name = "", said = ""] = found;
  const reason = said.replace(/\s*\*\/\s*$/, "").trim() || whole.trim().slice(0, 200);
  return [{ tool: "checkov", names: [name], reason }];
}

/**
 * `trivy:ignore:AVD-KSV-0017:exp:2027-01-31`, several in a line. One that is bound to a value or a
 * workspace speaks for less than can be told, and is none here.
 */
function readTrivy(comment: string): readonly Written[] {
  return [...comment.matchAll(trivys)].flatMap(([whole, tool, name = "", rest = ""]) => {
    const [, until] = /^:exp:(\d{4}-\d{2}-\d{2})$/.exec(rest) ?? [];
    if (rest !== "" && until === undefined) return [];
    // Three spellings of one id: AVD-KSV-0017, KSV-0017, KSV017.
    const id = name.replace(/^AVD-(?=KSV-)/, "").replace(/^KSV(\d{3})$/, "KSV-0$1");
    const written = { tool: tool as "trivy" | "tfsec", names: [id], reason: whole };
    return [until === undefined ? written : { ...written, until }];
  });
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
    said.includes("pavise:") ||
    (python
      ? said.includes("nosec") || /noqa/i.test(said)
      : said.includes(":skip=") || said.includes(":ignore:"));
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
    const all = python
      ? [readOurs(comment), readNosec(comment), readNoqa(comment)]
      : [readOurs(comment), ...readCheckov(comment), ...readTrivy(comment)];
    for (const written of all) if (written !== undefined) found.push({ written, where, line });
  }
  // From the last line up, so that a block of comments of any length is gone through once.
  const belowOf = new Map<number, number>();
  for (const line of [...alone].toSorted((a, b) => b - a)) {
    belowOf.set(line, belowOf.get(line + 1) ?? line + 1);
  }
  return found.map(({ written, where, line }) => {
    const speaksBelow = ["pavise", "trivy", "tfsec"].includes(written.tool);
    const below = speaksBelow ? belowOf.get(line) : undefined;
    return { ...written, where, line, below };
  });
}
