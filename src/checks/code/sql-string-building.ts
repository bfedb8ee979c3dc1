import type { BinOp, Constant, Expression, Node } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { lastWord } from "./support.ts";

const statement =
  /select\s[\s\S]*from\s|delete\s+from\s|insert\s+into\s[\s\S]*values[\s(]|update\s[\s\S]*set\s/i;

/** Operators of one chain that are looked at; every literal of a chain looks at all of it. */
const maxChain = 300;

interface Built {
  /** The literal parts, joined. */
  readonly text: string;
  /** What the built text is an argument of. */
  readonly wrapper: Node | null;
  readonly whole: Node;
  readonly isReplace: boolean;
  /** The literal text before each place where something is put in. */
  readonly gaps: readonly string[];
}

/** The statement that a literal is a part of, where something is put into it; else null. */
function statementOf(node: Constant): Built | null {
  const parent = node.parent!;
  if (parent.kind === "BinOp") return operatorChain(node, parent);
  if (parent.kind === "Attribute" && (parent.attr === "format" || parent.attr === "replace")) {
    const call = parent.parent;
    const whole = call ?? parent;
    return {
      text: String(node.value),
      wrapper: whole.parent,
      whole,
      isReplace: parent.attr === "replace",
      gaps: String(node.value)
        .split(/\{\w*(?:![a-z])?(?::[^{}]*)?\}/)
        .slice(0, -1),
    };
  }
  if (parent.kind !== "JoinedStr") return null;
  const literals = parent.values.filter((part) => part.kind === "Constant");
  if (literals[0] !== node) return null;
  const text = literals.map(({ value }) => String(value)).join("");
  const gaps = parent.values.flatMap((part, index) => {
    const before = parent.values[index - 1];
    return part.kind === "FormattedValue" && before?.kind === "Constant"
      ? [String(before.value)]
      : [];
  });
  return { text, wrapper: parent.parent, whole: parent, isReplace: false, gaps };
}

/** The string literals of a chain of operators, from this one on. */
function operatorChain(node: Constant, parent: BinOp): Built {
  let root: BinOp = parent;
  for (let level = 0; level < maxChain && root.parent?.kind === "BinOp"; level++)
    root = root.parent;
  const parts = [String(node.value)];
  const stack: Expression[] = root === parent ? [] : [root.right, root.left];
  for (let step = 0; step < maxChain && stack.length > 0; step++) {
    const part = stack.pop()!;
    if (part === parent) continue;
    if (part.kind === "BinOp") stack.push(part.right, part.left);
    else if (part.kind === "Constant" && part.type === "str") parts.push(String(part.value));
  }
  const gaps = parts.flatMap((part) =>
    parent.op === "%" ? part.split(/%(?:\(\w+\))?[sdrif]/).slice(0, -1) : [part],
  );
  return { text: parts.join(" "), wrapper: root.parent, whole: root, isReplace: false, gaps };
}

/** True where something is put between quotes, and so is a value: `name = '{name}'`. */
function isQuoted({ gaps }: Built): boolean {
  return gaps.some((gap) => /'%?$/.test(gap));
}

/** True where something is put in where a value stands, not the name of a table or column. */
function isValue({ gaps }: Built): boolean {
  return gaps.some((gap) =>
    /(?:[=<>]|\b(?:like|ilike|between|in\s{0,5}\(|values\s{0,5}\())\s{0,5}['"]?%?$/i.test(
      gap.slice(-40),
    ),
  );
}

export const sqlStringBuilding = defineCheck({
  meta: {
    id: "sql-string-building",
    code: "PV-CODE-053",
    title: "An SQL statement is put together from text",
    asset: "python",
    severity: "medium",
    confidence: "low",
    audience: "pedantic",
    aliases: ["B608", "S608"],
    controls: ["CWE-89", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "A value that contains SQL changes the statement: other rows are read, or tables dropped.",
    mend: 'Use parameters: `execute("… where id = %s", (id,))`.',
    blind: "What is put in, and builders of queries.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'cursor.execute("select * from users where id = %s" % user)\n' }],
      clean: [{ code: 'cursor.execute("select * from users where id = %s", (user,))\n' }],
    },
  },
  run: ({ facts, text }, report) => {
    if (!/select|delete|insert|update/i.test(text)) return;
    for (const node of facts.strings) {
      if (node.type !== "str" || node.parent === null || node.parent.kind === "Expr") continue;
      const built = statementOf(node);
      if (built === null || !statement.test(built.text)) continue;
      const where = node.parent.kind === "JoinedStr" ? node.parent : node;
      const isText = built.wrapper?.kind === "Call" && lastWord(built.wrapper.func) === "text";
      const runner = isText ? built.wrapper.parent : built.wrapper;
      const isRun =
        runner?.kind === "Call" && /^execute(?:many)?$/.test(lastWord(runner.func) ?? "");
      const isQuery =
        built.wrapper?.kind === "Call" &&
        /^(?:read_sql(?:_query)?|sql)$/.test(lastWord(built.wrapper.func) ?? "") &&
        isQuoted(built);
      // Names of tables are seldom anybody else's; `text(…)` is how they are put in with SQLAlchemy.
      const isOpen = isText ? isValue(built) : true;
      if (((isRun && isOpen) || isQuery) && !built.isReplace)
        report(where, { confidence: "medium", audience: "default", extent: built.whole });
      else report(where, { extent: built.whole });
    }
  },
});
