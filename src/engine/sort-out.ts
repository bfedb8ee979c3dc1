import type { Finding, SuppressedFinding } from "../core/index.ts";
import { allowList } from "./allow.ts";
import type { Config } from "./config.ts";
import { expandFinding } from "./expand.ts";
import type { RawFinding } from "./findings.ts";
import type { Registry } from "./registry.ts";

/** By what findings are told from those that do not count. */
interface Sorting {
  readonly registry: Registry;
  readonly today: string;
  readonly config: Config;
  /** Fingerprints that are known already. */
  readonly baseline?: ReadonlySet<string>;
  /** Folder that paths of findings are relative to. */
  readonly root: string;
  /** Absolute paths of the targets. */
  readonly targets: readonly string[];
}

/** What counts, and what does not and why. */
interface Sorted {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** A comment speaks first, then the configuration, then the baseline. */
export function sortOut(
  found: Iterable<RawFinding>,
  { registry, today, config, baseline, root, targets }: Sorting,
): Sorted {
  const ran = (name: string): boolean =>
    registry.named(name).some((meta) => !registry.isDisabled(meta));
  const allowed = allowList(config, { root, targets, today, ran });
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];

  function place(finding: Finding): void {
    if (baseline?.has(finding.fingerprint) !== true) findings.push(finding);
    else
      suppressed.push({
        ...finding,
        suppression: { kind: "baseline", reason: "known from the baseline" },
      });
  }
  for (const raw of found) {
    const meta = registry.metas[raw.check];
    if (meta === undefined) continue;
    const finding = expandFinding(raw, meta);
    const permission = allowed.find(finding);
    const suppression = raw.suppression ?? permission;
    if (suppression === undefined) place(finding);
    else suppressed.push({ ...finding, suppression });
  }
  const isOn = (id: string): boolean =>
    registry.named(id).every((meta) => !registry.isDisabled(meta));
  for (const finding of allowed.complaints()) if (isOn(finding.check)) place(finding);
  return { findings, suppressed };
}
