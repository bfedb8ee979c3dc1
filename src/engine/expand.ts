import { withCrosswalk } from "../catalog/crosswalk.ts";
import type { CheckMeta, Finding, RunCheck } from "../core/index.ts";
import type { RawFinding } from "./findings.ts";

const served = new Map<readonly string[], readonly string[]>();

/** The controls that a check names and those that they lead to; worked out once for each check. */
function controlsOf(named: readonly string[]): readonly string[] {
  const known = served.get(named);
  if (known !== undefined) return known;
  const controls = withCrosswalk(named);
  served.set(named, controls);
  return controls;
}

/** Makes a whole finding from what a worker sent and the metadata of its check. */
export function expandFinding(raw: RawFinding, meta: CheckMeta): Finding {
  const { location, evidence, snippet, steps, fingerprint, details } = raw;
  // Every key at once, also those without a value: one shape for all of what may be half a million.
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
    snippet,
    steps,
    mend: details?.mend ?? meta.mend,
    paste: details?.paste,
    controls:
      details?.controls === undefined ? controlsOf(meta.controls) : withCrosswalk(details.controls),
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
