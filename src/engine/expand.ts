import type { CheckMeta, Finding, RunCheck } from "../core/index.ts";
import type { RawFinding } from "./findings.ts";

/** Makes a whole finding from what a worker sent and the metadata of its check. */
export function expandFinding(raw: RawFinding, meta: CheckMeta): Finding {
  const { location, evidence, snippet, fingerprint, details } = raw;
  return {
    check: meta.id,
    code: meta.code,
    title: meta.title,
    aliases: details?.aliases ?? meta.aliases,
    asset: meta.asset,
    severity: details?.severity ?? meta.severity,
    confidence: details?.confidence ?? meta.confidence,
    audience: details?.audience ?? meta.audience,
    location,
    message: details?.message ?? meta.title,
    evidence,
    ...(snippet === undefined ? {} : { snippet }),
    mend: details?.mend ?? meta.mend,
    controls: details?.controls ?? meta.controls,
    fingerprint,
  };
}

/** What a report needs to know of the checks that have a finding, in the order of their codes. */
export function checksOf(
  findings: readonly Finding[],
  metas: readonly CheckMeta[],
): readonly RunCheck[] {
  const ids = new Set(findings.map((finding) => finding.check));
  return metas
    .filter((meta) => ids.has(meta.id))
    .map(({ examples: _examples, ...check }) => check)
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
