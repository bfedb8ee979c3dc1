import type { Coverage, Finding, Run, SuppressedFinding } from "../core/index.ts";
import type { ReportOptions } from "./options.ts";
import { resultOf } from "./sarif-results.ts";
import { rulesOf } from "./sarif-rules.ts";
import { artifactLocation } from "./sarif-uri.ts";
import { compareFindings, reasonWords, shownFindings, visible } from "./view.ts";

/** GitHub rejects a run with more results; the worst are kept, and what was left out is told. */
export const maxResults = 25_000;

/** Notifications about single assets; past it one says how many more there are. */
const maxNotifications = 1_000;

/**
 * SARIF 2.1.0 (OASIS, errata 01) as GitHub code scanning reads it.
 *
 * `partialFingerprints` leaves out `primaryLocationLineHash`: GitHub's uploader computes it from the
 * file itself, and warns about every result where somebody else's value differs.
 */
export function render(run: Run, options: ReportOptions = {}): string {
  const open = shownFindings(run);
  const suppressed = visible(run, run.suppressed).sort(compareFindings);
  const all: readonly (Finding | SuppressedFinding)[] = [...open, ...suppressed];
  const kept = all.slice(0, maxResults);
  const { rules, indexOf, taxonomies } = rulesOf(run, kept);
  const told = suppressed.length > 0;
  const log = {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Pavise",
            version: run.tool.version,
            semanticVersion: run.tool.version,
            shortDescription: { text: "Security checks for machine-learning projects." },
            ...(taxonomies.length > 0 && { supportedTaxonomies: [{ name: "CWE", index: 0 }] }),
            rules,
          },
        },
        invocations: [invocationOf(run, all.length - kept.length)],
        automationDetails: { id: `pavise/${options.category ?? run.command}/`.toWellFormed() },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The scanned root." } } },
        columnKind: "utf16CodeUnits",
        results: kept.map((finding) =>
          resultOf({ finding, ruleIndex: indexOf.get(finding.check) ?? -1, told }),
        ),
        ...(taxonomies.length > 0 && { taxonomies }),
        properties: {
          audience: run.audience,
          gate: run.gate.pass ? "pass" : "fail",
          gateReasons: run.gate.reasons,
          coverage: run.coverage.summary,
          ...robustnessOf(run),
        },
      },
    ],
  };
  return `${JSON.stringify(log, wellFormed, 2)}\n`;
}

/** A lone surrogate is legal in JSON text and refused by many of its readers. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

/** The numbers of an attack, without what only a page can show. */
function robustnessOf({ robustness }: Run): object {
  if (robustness === undefined) return {};
  const { examples: _examples, curves: _curves, ...numbers } = robustness;
  return { robustness: numbers };
}

function invocationOf(run: Run, leftOut: number): object {
  const started = Date.parse(run.startedAt);
  const times = Number.isNaN(started)
    ? {}
    : {
        startTimeUtc: new Date(started).toISOString(),
        endTimeUtc: new Date(started + run.durationMs).toISOString(),
      };
  const unread = run.coverage.assets.filter((entry) => entry.status === "failed");
  const notifications: object[] = run.problems.map((text) => ({
    level: "error",
    message: { text },
  }));
  if (leftOut > 0) {
    const text = `${leftOut} results were left out, the least severe: GitHub takes ${maxResults} of a run.`;
    notifications.push({ level: "warning", message: { text } });
  }
  notifications.push(...unread.slice(0, maxNotifications).map(notificationOf));
  if (unread.length > maxNotifications) {
    const text = `${unread.length - maxNotifications} more assets could not be read.`;
    notifications.push({ level: "warning", message: { text } });
  }
  return {
    executionSuccessful: run.problems.length === 0,
    ...times,
    toolExecutionNotifications: notifications,
  };
}

function notificationOf(entry: Coverage): object {
  const why = entry.detail ?? reasonWords[entry.reason ?? "unknown"];
  return {
    level: "warning",
    descriptor: { id: entry.reason ?? "unknown" },
    message: { text: `${entry.path} could not be read: ${why}` },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(entry.path) } }],
  };
}
