import { dirname, join, relative, sep } from "node:path";
import {
  fingerprint,
  namesCheck,
  type CheckMeta,
  type Finding,
  type Suppression,
} from "../core/index.ts";
import type { AllowEntry, Config } from "./config.ts";
import { isExpired } from "./day.ts";
import { globTester } from "./ignore-rules.ts";
import { expiredSuppression, unusedSuppression } from "./suppression-checks.ts";

/** Applies the `allow` entries of `pavise.yaml`. */
export interface AllowList {
  /** Why a finding is allowed, if it is; remembers that the entry was needed. */
  readonly find: (finding: Finding) => Suppression | undefined;
  /** Findings about the entries themselves, after every finding was asked about. */
  readonly complaints: () => readonly Finding[];
}

interface Where {
  /** Folder that paths of findings are relative to. */
  readonly root: string;
  /** Absolute paths of the targets. */
  readonly targets: readonly string[];
  readonly today: string;
  /** True where the check of that name ran. */
  readonly ran: (name: string) => boolean;
}

/** A finding about an entry of the configuration, which no worker sees. */
function findingAbout(
  meta: CheckMeta,
  place: { path: string; entry: AllowEntry; ordinal: number; message: string },
): Finding {
  const { path, entry, ordinal, message } = place;
  const evidence = `allow: ${entry.check}${entry.path === undefined ? "" : ` in ${entry.path}`}`;
  return {
    check: meta.id,
    code: meta.code,
    title: meta.title,
    aliases: meta.aliases,
    asset: meta.asset,
    severity: meta.severity,
    confidence: meta.confidence,
    audience: meta.audience,
    location: { path, line: entry.line, column: entry.column },
    message,
    evidence,
    mend: meta.mend,
    controls: meta.controls,
    fingerprint: fingerprint({ check: meta.id, path, evidence, ordinal }),
  };
}

/** Prepares the `allow` entries of a configuration for one run. */
export function allowList(config: Config, where: Where): AllowList {
  const { root, targets, today } = where;
  const { file } = config;
  if (file === undefined || config.allow.length === 0)
    return { find: () => undefined, complaints: () => [] };
  const folder = dirname(file);
  const path = relative(root, file).split(sep).join("/");
  const entries = config.allow.map((entry) => ({
    entry,
    covers: entry.path === undefined ? () => true : globTester(folder, [entry.path]),
    expired: isExpired(entry.until, today),
    used: false,
  }));
  // An entry for a file that was not looked at says nothing by matching nothing.
  const wholeFolder = targets.some(
    (target) => folder === target || folder.startsWith(target + sep),
  );

  function find(finding: Finding): Suppression | undefined {
    let winner: Suppression | undefined;
    for (const candidate of entries) {
      const { entry } = candidate;
      if (!namesCheck(finding, entry.check)) continue;
      if (entry.fingerprint !== undefined && entry.fingerprint !== finding.fingerprint) continue;
      if (!candidate.covers(join(root, finding.location.path))) continue;
      candidate.used = true;
      if (winner !== undefined || candidate.expired) continue;
      const location = { path, line: entry.line, column: entry.column };
      winner = { kind: "config", reason: entry.reason, until: entry.until, location };
    }
    return winner;
  }

  function complaints(): readonly Finding[] {
    return entries.flatMap(({ entry, expired, used }, ordinal) => {
      if (expired) {
        const message = `The permission for ${entry.check} expired on ${entry.until}`;
        return [findingAbout(expiredSuppression, { path, entry, ordinal, message })];
      }
      if (used || !wholeFolder || !where.ran(entry.check)) return [];
      const message = `No finding of ${entry.check} answers to this`;
      return [findingAbout(unusedSuppression, { path, entry, ordinal, message })];
    });
  }
  return { find, complaints };
}
