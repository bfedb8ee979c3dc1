import { fingerprint, type Finding } from "../../core/index.ts";
import { sampleChecks } from "./sample-checks.ts";

/** A finding of one of the sample checks; whatever is not given is filled in consistently. */
export function sampleFinding(
  given: { readonly check: string; readonly path: string } & Partial<Finding>,
): Finding {
  const meta = sampleChecks.find((check) => check.id === given.check) ?? sampleChecks[0]!;
  const { path, ...rest } = given;
  const evidence = given.evidence ?? "model = torch.load(path)";
  const line = given.location?.line ?? 1;
  const at = Math.max(0, evidence.search(/\S/));
  return {
    code: meta.code,
    title: meta.title,
    aliases: meta.aliases,
    asset: meta.asset,
    severity: meta.severity,
    confidence: meta.confidence,
    audience: meta.audience,
    location: { path, line, column: at + 1, endLine: line, endColumn: evidence.length + 1 },
    message: meta.title,
    evidence,
    mend: meta.mend,
    controls: meta.controls,
    fingerprint: fingerprint({ check: meta.id, path, evidence, ordinal: line }),
    ...rest,
  };
}

/** A finding at a part of a line, with the lines around it. */
export function findingAt(given: {
  readonly check: string;
  readonly path: string;
  readonly line: number;
  /** The whole line; the part to mark stands between `«` and `»`. */
  readonly marked: string;
  readonly around?: readonly [before: string, after: string];
  readonly more?: Partial<Finding>;
}): Finding {
  const { check, path, line, marked, around, more } = given;
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const evidence = marked.replace("«", "").replace("»", "");
  return sampleFinding({
    check,
    path,
    evidence,
    location: { path, line, column: start + 1, endLine: line, endColumn: end + 1 },
    ...(around && {
      snippet: { startLine: line - 1, lines: [around[0], evidence, around[1]] },
    }),
    ...more,
  });
}
