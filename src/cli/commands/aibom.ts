import { existsSync } from "node:fs";
import { PaviseError } from "../../core/index.ts";
import type { Bill } from "../../integrity/aibom/bill.ts";
import { collectBill } from "../../integrity/aibom/collect.ts";
import { writeCycloneDx } from "../../integrity/aibom/cyclonedx.ts";
import { attestationsBeside } from "../../integrity/aibom/evidence.ts";
import { g7Profile } from "../../integrity/aibom/profile-g7.ts";
import { countStates, reportOn } from "../../integrity/aibom/profile.ts";
import { writeSpdx } from "../../integrity/aibom/spdx.ts";
import { renderBill, renderProfile, type Paint } from "../../integrity/aibom/terminal.ts";
import { billTime, isoTime } from "../../integrity/aibom/time.ts";
import { painter } from "../help.ts";
import { hashLine, ignoredPaths, modelOf, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import { jobsOf } from "../jobs.ts";
import { oneOf, valuesOf, type Given } from "../options.ts";
import { writeReport, type Stage } from "../stage.ts";

const formats = ["cyclonedx-1.7", "cyclonedx-1.6", "spdx-3.0.1", "terminal"] as const;
type Format = (typeof formats)[number];

/** A document to write: to a file, or to standard output. */
interface Output {
  readonly format: Format;
  readonly file?: string;
}

function formatNamed(name: string): Format {
  const found = formats.find((each) => each === name);
  if (found !== undefined) return found;
  throw new PaviseError("usage", `--format ${name}: no such format`, {
    hint: `One of: ${formats.join(", ")}.`,
  });
}

/** `--format` and `--output` in pairs; an `--output` belongs to the `--format` before it. */
function outputsOf(given: Given): readonly Output[] {
  const outputs: Output[] = [];
  let open: Format | undefined;
  for (const { name, value } of given.options) {
    if (name === "format") {
      if (open !== undefined) outputs.push({ format: open });
      open = formatNamed(value);
    } else if (name === "output") {
      outputs.push({ format: open ?? "cyclonedx-1.7", file: value });
      open = undefined;
    }
  }
  if (open !== undefined || outputs.length === 0) outputs.push({ format: open ?? "cyclonedx-1.7" });
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new PaviseError("usage", "two formats cannot both go to standard output", {
      hint: "Give all but one an --output.",
    });
  return outputs;
}

function timeOf(given: Given, option: string): string | undefined {
  const text = given.last(option);
  if (text === undefined) return undefined;
  const time = isoTime(text);
  if (time !== undefined) return time;
  throw new PaviseError("usage", `--${option} ${text}: not a time`, {
    hint: "ISO 8601: 2026-11-27T18:00:00Z.",
  });
}

/** What is referred to: signatures that are named or lie where they belong, and attestations. */
function evidenceOf(given: Given, model: string): readonly string[] {
  const named = valuesOf(given, "signature");
  for (const file of named)
    if (!existsSync(file))
      throw new PaviseError("file-missing", `${file}: there is no such file`, {
        hint: "--signature names a signature or an attestation.",
      });
  const usual = signatureFileOf({ ...given, last: () => undefined }, model);
  const own = named.length === 0 && existsSync(usual) ? [usual] : [];
  return [...named, ...own, ...attestationsBeside(model)];
}

function write(format: Format, bill: Bill, paint: Paint): string {
  if (format === "terminal") return renderBill(bill, paint);
  if (format === "spdx-3.0.1") return writeSpdx(bill);
  return writeCycloneDx(bill, format === "cyclonedx-1.6" ? "1.6" : "1.7");
}

/** `pavise aibom` */
export async function aibomCommand(given: Given, stage: Stage): Promise<number> {
  const model = modelOf(given);
  const outputs = outputsOf(given);
  const profile = oneOf(given, "profile", [g7Profile.id]) === undefined ? undefined : g7Profile;
  if (given.has("fail-on-missing") && profile === undefined)
    throw new PaviseError("usage", "--fail-on-missing: missing from what?", {
      hint: `Name a list: --profile ${g7Profile.id}`,
    });
  const timestamp = billTime(timeOf(given, "timestamp"), process.env["SOURCE_DATE_EPOCH"]);
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const bill = await collectBill(model, {
    name: given.last("name"),
    version: given.last("model-version"),
    supplier: given.last("supplier"),
    author: given.last("author"),
    released: timeOf(given, "released"),
    timestamp,
    signatureFile: signatureFileOf(given, model),
    evidence: evidenceOf(given, model),
    ignore: ignoredPaths(given),
    allowSymlinks: given.has("allow-symlinks"),
    jobs: jobsOf(given),
    signal,
    onProgress: progress.show,
  }).finally(() => {
    progress.clear();
    done();
  });
  const plain: Paint = (_style, text) => text;
  const paint = painter(stage.color);
  for (const { format, file } of outputs)
    if (file !== undefined) await writeReport(file, write(format, bill, plain));
  for (const { format, file } of outputs)
    if (file === undefined) await stage.print(write(format, bill, paint));
  const printed = outputs.find(({ file }) => file === undefined)?.format;
  if (printed !== "terminal")
    for (const warning of bill.warnings) stage.note(`warning: ${warning}\n`);
  if (profile === undefined) return 0;
  const reports = reportOn(bill, profile);
  const isDocument = printed !== undefined && printed !== "terminal";
  const text = renderProfile(reports, { profile, paint: isDocument ? plain : paint });
  // A document on standard output stays a document.
  if (isDocument) stage.note(text);
  else await stage.print(printed === undefined ? text : `\n${text}`);
  return given.has("fail-on-missing") && countStates(reports).missing > 0 ? 1 : 0;
}
