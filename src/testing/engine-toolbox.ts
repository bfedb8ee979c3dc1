/*
 * A toolbox small enough to see through: its "parser" looks at words, and its checks do on
 * command what hostile input would have to find a fault for. Loaded by URL, in workers too.
 */
import { parentPort } from "node:worker_threads";
import {
  indexLines,
  type AssetKind,
  type CheckMeta,
  type Report,
  type Span,
} from "../core/index.ts";
import type { AnyCheck } from "../checks/define.ts";
import type { Parsed } from "../checks/parse.ts";
import { redact as redactText } from "../detect/redact.ts";

interface TextView {
  readonly text: string;
}

function meta(id: string, code: string, more: Partial<CheckMeta> = {}): CheckMeta {
  return {
    id,
    code,
    title: `Found ${id}`,
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1:4.18"],
    why: "It is a test.",
    mend: "Remove it.",
    since: "0.1.0",
    examples: { found: [], clean: [] },
    ...more,
  };
}

/** A check that does something for each place where a word stands. */
function onWord(
  word: string,
  about: CheckMeta,
  act: (where: Span, report: Report, text: string) => void,
): AnyCheck {
  const check = {
    meta: about,
    wants: (file: { mentions: (word: string) => boolean }) => file.mentions(word),
    run: ({ text }: TextView, report: Report) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        act({ start: at, end: at + word.length }, report, text);
      }
    },
  };
  return check as unknown as AnyCheck;
}

function spin(): void {
  for (;;) Math.random();
}

function devour(): void {
  const eaten: unknown[] = [];
  for (;;) eaten.push(Array.from({ length: 1_000 }, () => ({ a: Math.random() })));
}

/** Says what can be sent but, for its depth, not be read by who gets it. */
function mumble(): void {
  let deep: unknown = null;
  for (let depth = 0; depth < 8_000; depth++) deep = { deep };
  parentPort?.postMessage(deep);
}

export const checks: readonly AnyCheck[] = [
  onWord(
    "evil(",
    meta("evil-call", "PV-TEST-001", { aliases: ["B602", "S602"] }),
    (where, report, text) => {
      const close = text.indexOf(")", where.start) + 1;
      report(where, { extent: { start: where.start, end: close === 0 ? where.end : close } });
    },
  ),
  onWord(
    "risky(",
    meta("risky-call", "PV-TEST-002", {
      aliases: ["B603"],
      severity: "medium",
      audience: "pedantic",
    }),
    (where, report) => {
      report(where);
    },
  ),
  onWord("key=", meta("key-value", "PV-TEST-003"), (where, report, text) => {
    const secret = /"([^"]*)"/.exec(text.slice(where.end))?.[1] ?? "";
    report(where, { secret, message: `A key is written here: ${secret}` });
  }),
  onWord("throw_here", meta("throws", "PV-TEST-004"), () => {
    throw new Error("the check fell over");
  }),
  onWord("spin_here", meta("spins", "PV-TEST-005"), spin),
  onWord("devour_here", meta("devours", "PV-TEST-006"), devour),
  onWord("die_here", meta("dies", "PV-TEST-007"), () => process.exit(3)),
  onWord("mumble_here", meta("mumbles", "PV-TEST-008"), mumble),
];

export const kindsWithViews: ReadonlySet<AssetKind> = new Set(["python", "shell"]);

export function parseAsset({ text }: { text: string }): Parsed {
  const comments = [...text.matchAll(/#[^\n]*/g)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
  const broken = text.indexOf("broken!");
  const problems =
    broken < 0 ? [] : [{ reason: "syntax-error" as const, message: "not understood", at: broken }];
  return {
    views: { python: { text } } as unknown as Parsed["views"],
    problems,
    comments,
    lines: indexLines(text),
  };
}

export const redact = redactText;
