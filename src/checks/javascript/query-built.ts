import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { isFixed } from "./support.ts";

/** Methods that are named for what they do: their text is no template. */
const unsafe = ["$queryRawUnsafe", "$executeRawUnsafe", "unsafe"] as const;
const methods = [
  "query",
  "execute",
  "raw",
  "run",
  "all",
  "exec",
  "prepare",
  "queryRaw",
  "executeSql",
  "whereRaw",
  "selectRaw",
] as const;
const statement =
  /^\s*(?:select\b[^]*\bfrom\b|insert\s+into\b|update\b[^]*\bset\b|delete\s+from\b|with\b[^]*\bselect\b|alter\s+table\b|drop\s+(?:table|database)\b|create\s+(?:table|database|index)\b|match\s*\([^]*\breturn\b)/i;

/** The fixed parts of a text that is put together, with a space for what is not. */
function skeleton(value: PythonValue): string | undefined {
  const node = value.origin();
  if (node.kind === "JoinedStr")
    return node.values
      .map((part) => (part.kind === "Constant" ? String(part.value) : " ? "))
      .join("")
      .slice(0, 2_000);
  if (node.kind !== "BinOp") return undefined;
  let first = node.left;
  for (let depth = 0; first.kind === "BinOp" && depth < 100; depth++) first = first.left;
  return first.kind === "Constant" && typeof first.value === "string"
    ? `${first.value.slice(0, 2_000)} from set return`
    : undefined;
}

export const queryBuilt = defineCheck({
  meta: {
    id: "query-built",
    code: "PV-JS-018",
    title: "A query is put together from text",
    asset: "javascript",
    severity: "medium",
    confidence: "low",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-89", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "A value that contains SQL changes the statement: other rows are read, or tables dropped.",
    mend: 'Use parameters: `query("… where id = $1", [id])`, or a tag such as `sql` that binds what is put in.',
    blind: "What is put in, and builders of queries.",
    references: ["https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries"],
    since: "0.1.0",
    examples: {
      found: [{ path: "a.ts", code: "await db.query(`select * from users where id = ${id}`);\n" }],
      clean: [
        {
          path: "a.ts",
          code: 'await db.query("select * from users where id = $1", [id]);\nawait sql`select * from users where id = ${id}`;\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.methods(...unsafe, ...methods)) {
      const text = call.positional(0);
      if (text === undefined || isFixed(text)) continue;
      const words = skeleton(text);
      if (words !== undefined && statement.test(words)) report(text, { extent: call });
    }
  },
});
