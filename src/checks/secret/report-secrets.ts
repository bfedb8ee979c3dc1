import type { FindingDetails, Report, Severity } from "../../core/index.ts";
import { findSecrets, type Secret, type SecretGroup } from "../../detect/secrets/index.ts";
import type { TextView } from "../../formats/text/view.ts";

/** Several checks read the same text; it is searched once. */
const known = new WeakMap<TextView, readonly Secret[]>();

function secretsOf(view: TextView): readonly Secret[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const secrets = findSecrets(view.text);
  known.set(view, secrets);
  return secrets;
}

/** The secrets of some groups in a text. */
export function secretsIn(view: TextView, ...groups: readonly SecretGroup[]): readonly Secret[] {
  return secretsOf(view).filter(({ kind }) => groups.includes(kind.group));
}

/** True for files that are there to test with; what they hold is mostly made up. */
export function isTestPath(path: string): boolean {
  return /(?:^|[/_.-])(?:tests?|testing|testdata|conftest|fixtures?|mocks?|specs?|cassettes)(?:[/_.-]|$)/i.test(
    path,
  );
}

const lower: Readonly<Record<Severity, Severity>> = {
  critical: "high",
  high: "medium",
  medium: "low",
  low: "info",
  info: "info",
};

/** What is said of every secret, and what must not be shown of it. */
export function detailsOf(secret: Secret, view: TextView): FindingDetails {
  const { kind, value, confidence, isVerified, decoded, about } = secret;
  const name = kind.name.slice(0, 1).toUpperCase() + kind.name.slice(1);
  const how = decoded === undefined ? "" : `, ${decodings[decoded]}`;
  const proof =
    isVerified === true && kind.group === "forge"
      ? "; its checksum is right"
      : isVerified === false
        ? "; its checksum is not right, so it may be made up"
        : "";
  const of = kind.group === "named" && about !== undefined ? ` under the name \`${about}\`` : "";
  return {
    message: `${name} in plain text${of}${how}${proof}`,
    secret: view.text.slice(value.start, value.end),
    severity: isVerified === false ? lower[kind.severity] : kind.severity,
    confidence: isVerified === false ? "low" : confidence,
  };
}

const decodings = {
  base64: "encoded in base64",
  percent: "encoded as in a URL",
  escapes: "written in escapes",
} as const;

/** Reports the secrets of some groups; those in tests are taken for made up where `unsure` says so. */
export function reportSecrets(
  view: TextView,
  report: Report,
  {
    groups,
    unsure = false,
  }: { readonly groups: readonly SecretGroup[]; readonly unsure?: boolean },
): void {
  const inTests = isTestPath(view.path);
  for (const secret of secretsIn(view, ...groups)) {
    const details = detailsOf(secret, view);
    if (inTests && unsure)
      report(secret, { ...details, severity: "low", confidence: "low", audience: "pedantic" });
    else if (inTests && secret.confidence !== "high")
      report(secret, { ...details, confidence: "low" });
    else report(secret, details);
  }
}
