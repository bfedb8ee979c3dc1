import { normalize } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";
import { finishedFiles } from "../../gateway/audit-log/rotation.ts";
import { verifyChain, type ChainReport } from "../../gateway/audit-log/verify.ts";
import { oneLine } from "../../report/text.ts";
import { painter } from "../help.ts";
import type { Given } from "../options.ts";
import type { Stage } from "../stage.ts";

function filesOf({ operands }: Given): readonly string[] {
  const [action, ...files] = operands;
  if (action !== "verify")
    throw new PaviseError(
      "usage",
      action === undefined ? "what is to be done?" : `audit-log cannot ${JSON.stringify(action)}`,
      { hint: "`pavise audit-log verify FILE…` is what there is." },
    );
  if (files.length === 0)
    throw new PaviseError("usage", "no audit log is named", {
      hint: "`pavise audit-log verify audit.jsonl`",
    });
  return files;
}

/** Each file after the ones that were finished before it, and none twice, whatever order a shell gives them in. */
async function wholeLogs(named: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>();
  for (const file of named.map((each) => normalize(each))) {
    for (const finished of await finishedFiles(file)) files.add(finished);
    files.add(file);
  }
  return [...files];
}

function keyOf(given: Given): Buffer | undefined {
  const name = given.last("key-env");
  if (name === undefined) return undefined;
  const key = process.env[name];
  if (key === undefined || key === "")
    throw new PaviseError("usage", `the environment has no ${name}`, {
      hint: "--key-env names the variable that holds the key, not the key itself.",
    });
  return Buffer.from(key);
}

function headOf(given: Given): string | undefined {
  const head = given.last("head")?.toLowerCase();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
    throw new PaviseError("usage", "--head takes the 64 hexadecimal digits of a record's hash");
  return head;
}

function draw(report: ChainReport, stage: Stage, isQuiet: boolean): string {
  const paint = painter(stage.color);
  const { records, head, first, last, problems, problemCount, torn } = report;
  const lines = problems.map(({ file, line, message }) => {
    const at = line === 0 ? oneLine(file) : `${oneLine(file)}:${line}`;
    return `${paint("red", "✗")} ${paint("bold", at)}  ${message}`;
  });
  if (problemCount > problems.length)
    lines.push(paint("dim", `  and ${problemCount - problems.length} more`));
  if (isQuiet) return lines.map((line) => `${line}\n`).join("");
  if (lines.length > 0) lines.push("");
  const count = `${records} ${records === 1 ? "record" : "records"}`;
  lines.push(
    problemCount === 0
      ? `${paint(["bold", "green"], "whole")}  ${count}${first === undefined ? "" : `, ${oneLine(first)} to ${oneLine(last ?? first)}`}`
      : `${paint(["bold", "red"], "not whole")}  ${count}, ${problemCount} ${problemCount === 1 ? "problem" : "problems"}`,
  );
  if (torn > 0)
    lines.push(
      `${paint("yellow", "note")}   ${torn} ${torn === 1 ? "line was" : "lines were"} cut off when the gateway ended; nothing of them was acknowledged`,
    );
  if (records > 0) lines.push(paint("dim", `head   ${head.hash}`));
  return lines.map((line) => `${line}\n`).join("");
}

/** `pavise audit-log` */
export async function auditLogCommand(given: Given, stage: Stage): Promise<number> {
  const files = await wholeLogs(filesOf(given));
  const [key, head] = [keyOf(given), headOf(given)];
  let report: ChainReport;
  try {
    report = await verifyChain(files, {
      ...(key === undefined ? {} : { key }),
      ...(head === undefined ? {} : { head }),
    });
  } catch (error) {
    const { path = files.join(", ") } = error as NodeJS.ErrnoException;
    throw new PaviseError("service-failed", `${path}: ${fileReason(error)}`, { cause: error });
  }
  await stage.print(
    given.has("json")
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : draw(report, stage, given.has("quiet")),
  );
  return report.problemCount === 0 ? 0 : 1;
}
