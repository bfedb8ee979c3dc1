import {
  formatLocation,
  type Finding,
  type Location,
  type Step,
  type SuppressedFinding,
} from "../core/index.ts";
import { stepWords } from "./flow.ts";
import { levels } from "./sarif-rules.ts";
import { artifactLocation } from "./sarif-uri.ts";

/** GitHub takes 10,000 places in all flows of a result; nobody follows as many. */
const maxSteps = 1_000;

/** One result; `told` says whether the run tells of suppressions, which is then asked of each. */
export function resultOf(input: {
  readonly finding: Finding | SuppressedFinding;
  readonly ruleIndex: number;
  readonly told: boolean;
}): object {
  const { finding, ruleIndex, told } = input;
  return {
    ruleId: finding.check,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageText(finding) },
    locations: [locationOf(finding)],
    ...flowOf(finding),
    partialFingerprints: { "paviseFingerprint/v1": finding.fingerprint },
    ...(told && { suppressions: "suppression" in finding ? [suppressionOf(finding)] : [] }),
    properties: {
      code: finding.code,
      severity: finding.severity,
      confidence: finding.confidence,
      audience: finding.audience,
      aliases: finding.aliases,
      controls: finding.controls,
      evidence: finding.evidence,
      mend: finding.mend,
      ...(finding.paste !== undefined && { paste: finding.paste }),
    },
  };
}

function messageText(finding: Finding): string {
  const text = finding.message.trim() || finding.title;
  const place = isPhysical(finding.location) ? "" : ` (${formatLocation(finding.location)})`;
  const end = /[.!?]$/.test(text) ? "" : ".";
  return escapeMessage(`${text}${place}${place === "" ? end : "."}`);
}

/**
 * Keeps text from a scanned file from becoming a link (§3.11.6) or a placeholder (§3.11.5). Brackets
 * are escaped only where they would be a link, since some viewers show the backslashes.
 */
function escapeMessage(text: string): string {
  const braced = text.replace(/[{}]/g, "$&$&");
  return braced.includes("](") ? braced.replace(/[[\]\\]/g, "\\$&") : braced;
}

/** False where lines count within a part of the file: SARIF's regions are of the whole file. */
function isPhysical(location: Location): boolean {
  return (
    location.cell === undefined &&
    location.member === undefined &&
    location.resource === undefined &&
    location.pointer === undefined
  );
}

/** A flow is one thread: the way of a value, from the source to the sink (§3.36). */
function flowOf({ steps = [] }: Finding): object {
  if (steps.length === 0) return {};
  const locations = steps.slice(0, maxSteps).map((step) => ({
    location: { ...locationOf(step), message: { text: stepText(step) } },
  }));
  return { codeFlows: [{ threadFlows: [{ locations }] }] };
}

function stepText(step: Step): string {
  const text = stepWords(step).trim() || "the value comes by here";
  return escapeMessage(
    isPhysical(step.location) ? text : `${text} (${formatLocation(step.location)})`,
  );
}

function locationOf(finding: Pick<Finding, "location" | "snippet">): object {
  const { location } = finding;
  const physical = isPhysical(location) || (location.cell === undefined && !location.member);
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(location.path),
      // GitHub asks for a line of every result; the first stands for the whole file.
      ...(physical && location.line !== undefined
        ? regionsOf(finding)
        : { region: { startLine: 1 } }),
    },
    ...logicalLocations(location),
  };
}

function logicalLocations(location: Location): object {
  const { cell, output, line, member, pointer, resource } = location;
  const logical: object[] = [];
  if (cell !== undefined) {
    const place = output === undefined ? `cell ${cell}` : `cell ${cell}, output ${output}`;
    const fullyQualifiedName = line === undefined ? place : `${place}, line ${line}`;
    logical.push({ name: `cell ${cell}`, fullyQualifiedName, kind: "module" });
  }
  if (member !== undefined) logical.push({ fullyQualifiedName: member, kind: "member" });
  if (pointer !== undefined) logical.push({ fullyQualifiedName: pointer, kind: "element" });
  if (resource !== undefined) logical.push({ fullyQualifiedName: resource, kind: "resource" });
  return logical.length === 0 ? {} : { logicalLocations: logical };
}

function regionsOf({ location, snippet }: Pick<Finding, "location" | "snippet">): object {
  const startLine = location.line ?? 1;
  const endLine = Math.max(startLine, location.endLine ?? startLine);
  const startColumn = location.column;
  const endColumn =
    startColumn === undefined || location.endColumn === undefined
      ? undefined
      : endLine === startLine
        ? Math.max(startColumn, location.endColumn)
        : location.endColumn;
  const lines = snippet?.lines ?? [];
  const first = startLine - (snippet?.startLine ?? 1);
  const covered = first >= 0 && endLine - startLine + first < lines.length;
  const inside = covered ? lines.slice(first, first + endLine - startLine + 1) : [];
  const text = regionText({ inside, startColumn, endColumn });
  const region = {
    startLine,
    ...(startColumn !== undefined && { startColumn }),
    ...(endLine !== startLine && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
    ...(text !== undefined && text !== "" && { snippet: { text } }),
  };
  // §3.29.5: a context region is a proper superset of the region.
  if (snippet === undefined || !covered || lines.length <= inside.length) return { region };
  const contextRegion = {
    startLine: snippet.startLine,
    endLine: snippet.startLine + lines.length - 1,
    snippet: { text: lines.join("\n") },
  };
  return { region, contextRegion };
}

function regionText(input: {
  readonly inside: readonly string[];
  readonly startColumn: number | undefined;
  readonly endColumn: number | undefined;
}): string | undefined {
  const { inside, startColumn = 1, endColumn } = input;
  const last = inside.at(-1);
  if (last === undefined) return undefined;
  const lines = [...inside];
  if (endColumn !== undefined) lines[lines.length - 1] = last.slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? "").slice(startColumn - 1);
  return lines.join("\n");
}

function suppressionOf({ suppression }: SuppressedFinding): object {
  const { kind, reason, until, location } = suppression;
  return {
    kind: kind === "comment" ? "inSource" : "external",
    status: "accepted",
    justification: reason,
    ...(location !== undefined && {
      location: {
        physicalLocation: {
          artifactLocation: artifactLocation(location.path),
          ...(location.line !== undefined && { region: { startLine: location.line } }),
        },
      },
    }),
    properties: { by: kind, ...(until !== undefined && { until }) },
  };
}
