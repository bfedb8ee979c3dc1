import {
  defaultLimits,
  judge,
  runVersion,
  summarizeCoverage,
  type Coverage,
  type Run,
} from "../core/index.ts";
import type { Gap } from "../infra/cloud.ts";
import type { SourceReading } from "../infra/resource.ts";
import type { Document } from "../infra/value.ts";
import { noModels } from "../flow/models.ts";
import type { Config } from "./config.ts";
import { checksOf } from "./expand.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import { judgeInfra, type InfraJudgement } from "./infra.ts";
import { policyOf } from "./gate-policy.ts";
import { buildRegistry } from "./registry.ts";
import { sortOut } from "./sort-out.ts";
import { loadToolbox } from "./toolbox.ts";
import { paviseVersion } from "./version.ts";

/** Findings that are shown with the lines around them; of a large account there are too many. */
const mostShown = 20_000;

/** What to judge and how. */
export interface AuditOptions {
  /** What a live account told, or a snapshot of one. */
  readonly reading: SourceReading & { readonly gaps: readonly Gap[] };
  readonly config: Config;
  readonly command: string;
  /** Accounts, projects or subscriptions, for the record. */
  readonly targets: readonly string[];
  readonly cwd?: string;
  readonly baseline?: ReadonlySet<string>;
  readonly includePassed?: boolean;
  readonly started?: Date;
}

/** Not let in, or not answered. */
function unreadFor(missing: string): Pick<Coverage, "status" | "reason" | "detail"> {
  const isDenied = /\b40[13]\b|denied|unauthori|forbidden/i.test(missing);
  return { status: "failed", reason: isDenied ? "denied" : "unreadable", detail: missing };
}

/** A type that could not be listed is an asset that was not read. */
function coverageOfGap({ type, region, missing }: Gap): Coverage {
  const path = region === undefined ? type : `${type} in ${region}`;
  return { path, kind: "resource", size: 0, ...unreadFor(missing) };
}

function coverageOf({ path, text }: Document): Coverage {
  const size = Buffer.byteLength(text);
  if (!text.includes('"$unread"')) return { path, kind: "resource", size, status: "checked" };
  const missing = /"\$unread": "([^"\\]{0,500})/.exec(text)?.[1] ?? "";
  return { path, kind: "resource", size, ...unreadFor(missing) };
}

/** Makes the findings of one document after the other, and lets go of what they are made from. */
function* rawFindings(
  byDocument: InfraJudgement["byDocument"],
  bench: Bench,
): Generator<RawFinding> {
  let shown = 0;
  for (const [document, sightings] of byDocument) {
    byDocument.delete(document);
    const { path, text, lines } = document;
    const parsed = { views: {}, problems: [], comments: [], lines };
    const source = { path, kind: "resource" as const, text, parsed };
    for (const found of findingsOf(source, bench, { sightings, whole: true }))
      yield shown++ < mostShown ? found : { ...found, snippet: undefined };
  }
}

/** Judges what a live account told by the checks that judge files, and makes the Run of it. */
export async function auditReading(options: AuditOptions): Promise<Run> {
  const { reading, config, baseline, targets } = options;
  const started = options.started ?? new Date();
  const cwd = options.cwd ?? process.cwd();
  const toolbox = await loadToolbox();
  const registry = buildRegistry(toolbox.checks, config.disable);
  const today = started.toISOString().slice(0, 10);
  const bench: Bench = {
    toolbox,
    registry,
    limits: { ...defaultLimits, ...config.limits },
    today,
    isOurs: () => false,
    models: noModels,
    ownNames: new Set(),
  };
  const { includePassed } = options;
  const { byDocument, assessments, assessed, inventory, troubles, cut } = judgeInfra(
    { ...reading, includePassed },
    bench,
  );
  const { findings, suppressed } = sortOut(rawFindings(byDocument, bench), {
    registry,
    today,
    config,
    baseline,
    root: cwd,
    targets: [],
  });
  const seen = new Set(reading.resources.map(({ at }) => at.document));
  const coverage = [
    ...reading.gaps.map(coverageOfGap),
    ...[...seen].map((document) => {
      const found = cut.get(document);
      const own = coverageOf(document);
      return found === undefined ? own : { ...own, status: "failed" as const, ...found };
    }),
  ];
  const gate = judge({ findings, coverage, policy: policyOf(config, cwd) });
  return {
    version: runVersion,
    tool: { name: "pavise", version: paviseVersion() },
    command: options.command,
    targets,
    startedAt: started.toISOString(),
    durationMs: Date.now() - started.getTime(),
    audience: config.audience,
    gate,
    findings,
    suppressed,
    coverage: { summary: summarizeCoverage(coverage), assets: coverage },
    checks: checksOf([...findings, ...suppressed], registry.metas),
    assessments,
    assessed,
    inventory,
    problems: [...troubles, ...reading.problems.map(({ message }) => message)],
  };
}
