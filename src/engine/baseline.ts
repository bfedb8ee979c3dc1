import { readFileSync } from "node:fs";
import { messageOf, PaviseError, runVersion } from "../core/index.ts";

interface Known {
  readonly fingerprint: string;
  readonly suppression?: { readonly kind?: unknown };
}

function isKnown(value: unknown): value is Known {
  return (
    typeof value === "object" && value !== null && typeof (value as Known).fingerprint === "string"
  );
}

/**
 * Fingerprints of the findings of an earlier run. What was already suppressed by a baseline then
 * is old now as well; what was allowed by a comment or the configuration has to be allowed again.
 */
export function readBaseline(file: string): ReadonlySet<string> {
  const wrong = (message: string, cause?: unknown): PaviseError =>
    new PaviseError("baseline-invalid", `${file}: ${message}`, {
      hint: "A baseline is written with `pavise scan --format json --output baseline.json`.",
      cause,
    });
  let run: { version?: unknown; findings?: unknown; suppressed?: unknown } | null;
  try {
    run = JSON.parse(readFileSync(file, "utf8")) as typeof run;
  } catch (error) {
    throw wrong(messageOf(error), error);
  }
  if (typeof run !== "object" || run === null || !Array.isArray(run.findings))
    throw wrong("not a Run");
  if (run.version !== runVersion)
    throw wrong(`a Run of version ${String(run.version)}, not ${runVersion}`);
  const suppressed: unknown[] = Array.isArray(run.suppressed) ? run.suppressed : [];
  const old = suppressed.filter(
    (entry) => isKnown(entry) && entry.suppression?.kind === "baseline",
  );
  const all: unknown[] = [...run.findings, ...old];
  if (!all.every(isKnown)) throw wrong("a finding in it has no fingerprint");
  return new Set(all.map((entry) => entry.fingerprint));
}
