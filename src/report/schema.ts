import { z } from "zod";
import {
  assessmentOutcomes,
  assetKinds,
  audiences,
  confidences,
  coverageReasons,
  inventoryKinds,
  mendTargets,
  outcomes,
  PaviseError,
  runVersion,
  severities,
} from "../core/index.ts";
import type { Run as CoreRun } from "../core/index.ts";
import { Robustness } from "./schema-robustness.ts";

const position = z.int().min(1);
const natural = z.int().min(0);
const texts = z.array(z.string()).readonly();

const Location = z
  .object({
    path: z
      .string()
      .describe("Relative to the scanned root, with `/`; `outer!inner` in an archive."),
    line: position.optional().describe("Counts from 1."),
    column: position.optional().describe("Counts from 1, in UTF-16 code units."),
    endLine: position.optional(),
    endColumn: position.optional().describe("The column after the last."),
    cell: position.optional().describe("Cell of a notebook; lines count within it."),
    output: position.optional().describe("Output of the cell; lines count within it."),
    member: z.string().optional().describe("Member of a container."),
    commit: z.string().optional().describe("Commit whose version of the file it is in."),
    pointer: z.string().optional().describe("JSON pointer (RFC 6901)."),
    resource: z.string().optional().describe("Address of an infrastructure resource."),
  })
  .meta({ id: "Location", description: "Where something is." });

const Snippet = z
  .object({ startLine: position, lines: texts })
  .meta({ id: "Snippet", description: "Source text around a finding, redacted." });

const Thing = z
  .object({
    kind: z.string().describe("In words: `subnet`."),
    name: z.string(),
    resource: z.string().optional().describe("Its address, where it is described."),
    isDanger: z.boolean().optional().describe("True where the danger is: everybody, the internet."),
  })
  .meta({ id: "Thing", description: "What stands at a step of a way through infrastructure." });

const Step = z
  .object({
    location: Location,
    message: z.string().describe("What happens here."),
    evidence: z.string().describe("The line that shows it, redacted."),
    thing: Thing.optional().describe("What stands here, in a way through infrastructure."),
  })
  .meta({ id: "Step", description: "One step of the way that a value took." });

const Severity = z.enum(severities).meta({ id: "Severity" });
const Confidence = z.enum(confidences).meta({ id: "Confidence" });
const Audience = z.enum(audiences).meta({ id: "Audience" });

const Paste = z
  .object({ into: z.enum(mendTargets), code: z.string() })
  .meta({ id: "Paste", description: "Lines that can be pasted to mend a finding." });

const Finding = z
  .object({
    check: z.string(),
    code: z.string(),
    title: z.string(),
    aliases: texts.describe("The same weakness in other tools."),
    asset: z.string(),
    severity: Severity,
    confidence: Confidence,
    audience: Audience,
    location: Location,
    message: z.string(),
    evidence: z.string().describe("The line that shows it, redacted."),
    snippet: Snippet.optional(),
    steps: z.array(Step).readonly().optional().describe("From the source to the sink."),
    mend: z.string().describe("What to do about it."),
    paste: Paste.optional(),
    controls: texts.describe("Ids of the catalogue, editions included."),
    fingerprint: z.string().describe("Survives moved lines."),
  })
  .meta({ id: "Finding", description: "What a check saw." });

const Suppression = z
  .object({
    kind: z.enum(["comment", "config", "baseline"]),
    reason: z.string(),
    until: z.string().optional().describe("ISO date after which the finding counts again."),
    location: Location.optional(),
  })
  .meta({ id: "Suppression", description: "Why a finding does not count." });

const SuppressedFinding = Finding.extend({ suppression: Suppression }).meta({
  id: "SuppressedFinding",
  description: "A finding that does not count.",
});

const Coverage = z
  .object({
    path: z.string(),
    kind: z.enum(assetKinds),
    size: natural.describe("Bytes."),
    status: z.enum(["checked", "skipped", "failed"]),
    reason: z.enum(coverageReasons).optional(),
    detail: z.string().optional(),
  })
  .meta({ id: "Coverage", description: "What became of one asset." });

const RunCheck = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    asset: z.string(),
    severity: Severity,
    confidence: Confidence,
    audience: Audience,
    aliases: texts,
    controls: texts,
    why: z.string(),
    mend: z.string(),
    mends: z
      .partialRecord(z.enum(mendTargets), z.string())
      .optional()
      .describe("What can be pasted to do it, by what it is pasted into."),
    blind: z.string().optional().describe("What the check does not see."),
    references: texts.optional(),
    since: z.string(),
  })
  .meta({ id: "RunCheck", description: "What is known of a check that reported something." });

const Assessment = z
  .object({
    check: z.string(),
    code: z.string(),
    aliases: texts,
    resource: z.string().describe("Address of the resource within its source."),
    outcome: z.enum(assessmentOutcomes),
    location: Location,
    detail: z
      .string()
      .optional()
      .describe("What was not known, or the permission that was missing."),
  })
  .meta({ id: "Assessment", description: "What one check says of one resource." });

const InventoryEntry = z
  .object({
    kind: z.enum(inventoryKinds),
    type: z.string().describe("As its source names it."),
    resource: z.string().describe("Address within its source."),
    name: z.string(),
    location: Location,
    account: z.string().optional().describe("Account, project or subscription."),
    region: z.string().optional(),
    uses: texts.optional().describe("Addresses of what it refers to."),
  })
  .meta({
    id: "InventoryEntry",
    description: "An asset of machine learning that infrastructure tells of.",
  });

const Provenance = z
  .object({
    outcome: z.enum(outcomes),
    method: z.enum(["key", "certificate", "sigstore"]).optional(),
    signer: z.string().optional().describe("In one line."),
    signedAt: z.string().optional().describe("ISO 8601, where somebody vouches for the time."),
    root: z.string().optional().describe("The digest of the whole model (OMS), hex."),
    hashType: z.string().optional().describe("How its files are hashed."),
    files: natural.describe("Files that were hashed."),
  })
  .meta({ id: "Provenance", description: "Whose model it is, and whether it is what was signed." });

/** The `Run` document as it stands in a file. */
export const Run = z
  .object({
    version: z.literal(runVersion),
    tool: z.object({ name: z.literal("pavise"), version: z.string() }),
    command: z.string(),
    targets: texts,
    startedAt: z.string().describe("ISO 8601, UTC."),
    durationMs: z.number().min(0),
    audience: Audience.describe("The reader for whom the gate and the reports were made."),
    gate: z.object({
      pass: z.boolean(),
      reasons: texts,
      failing: texts.describe("Fingerprints of the findings that fail the gate."),
    }),
    findings: z.array(Finding).readonly().describe("Findings of every audience."),
    suppressed: z.array(SuppressedFinding).readonly(),
    coverage: z.object({
      summary: z.object({ checked: natural, skipped: natural, failed: natural, bytes: natural }),
      assets: z.array(Coverage).readonly(),
    }),
    checks: z.array(RunCheck).readonly(),
    provenance: Provenance.optional(),
    robustness: Robustness.optional(),
    assessments: z
      .array(Assessment)
      .readonly()
      .optional()
      .describe("Answers that could not be decided or assessed; with `--include-passed` all."),
    assessed: z
      .record(z.enum(assessmentOutcomes), natural)
      .optional()
      .describe("How many answers there were of each kind."),
    inventory: z
      .array(InventoryEntry)
      .readonly()
      .optional()
      .describe("Assets of machine learning, where infrastructure was read."),
    problems: texts.describe("Where it is not empty the run is incomplete."),
  })
  .meta({ title: "Pavise run", description: "The one result document of Pavise." });
export type Run = z.infer<typeof Run>;

/** Compiles only while the schema and the type of `core` say the same, read in both directions. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
const schemaIsCoreRun: Same<Run, CoreRun> = true;
void schemaIsCoreRun;

const hint = "Give the file that `pavise scan --format json --output run.json` wrote.";

function versionOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "version" in value
    ? value.version
    : undefined;
}

/** Reads a `Run` document; throws a `PaviseError` `run-invalid` that says what is wrong and where. */
export function parseRun(text: string): CoreRun {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new PaviseError("run-invalid", "The run is not JSON.", { cause, hint });
  }
  const result = Run.safeParse(value);
  if (result.success) return result.data;
  const version = versionOf(value);
  if (typeof version === "number" && version !== runVersion) {
    throw new PaviseError(
      "run-invalid",
      `The run has version ${version}; this Pavise reads version ${runVersion}.`,
      { hint: version > runVersion ? "Use a newer Pavise." : "Scan again with this Pavise." },
    );
  }
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  throw new PaviseError(
    "run-invalid",
    `This is not a run${where}: ${issue?.message ?? "unknown"}`,
    {
      cause: result.error,
      hint,
    },
  );
}
