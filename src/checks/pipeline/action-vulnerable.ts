import type { Use } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";

interface Weakness {
  readonly action: RegExp;
  /** Mended in this version. */
  readonly before: readonly [major: number, minor: number, patch: number];
  readonly says: string;
  readonly advisory: string;
}

/** Only weaknesses that run code or show secrets; which versions is what the advisories say. */
const weaknesses: readonly Weakness[] = [
  {
    action: /^tj-actions\/changed-files$/,
    before: [46, 0, 1],
    says: "its tags held code that wrote secrets to the log (March 2025)",
    advisory: "CVE-2025-30066",
  },
  {
    action: /^tj-actions\/branch-names$/,
    before: [8, 2, 1],
    says: "the name of a branch runs as a script",
    advisory: "CVE-2023-49291",
  },
  {
    action: /^ultralytics\/actions$/,
    before: [0, 0, 3],
    says: "the name of a branch runs as a script",
    advisory: "GHSA-7x29-qqmq-v6qc",
  },
  {
    action: /^actions\/download-artifact$/,
    before: [4, 1, 3],
    says: "an artifact writes outside of its folder",
    advisory: "CVE-2024-42471",
  },
];

/** Versions before that were not touched by an advisory. */
const untouched: Readonly<Record<string, number>> = { "actions/download-artifact": 4 };

function weaknessOf({ name, ref = "" }: Use): Weakness | undefined {
  const found = weaknesses.find(({ action }) => action.test(name));
  const version = /^v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?$/.exec(ref);
  if (found === undefined || version === null) return undefined;
  const [major, minor, patch] = version
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (major === undefined || major < (untouched[name] ?? 0)) return undefined;
  // `v4` is the newest of that line, which is mended.
  const written = [major, minor ?? Infinity, patch ?? Infinity];
  for (const [index, bound] of found.before.entries()) {
    if (written[index]! < bound) return found;
    if (written[index]! > bound) return undefined;
  }
  return undefined;
}

export const actionVulnerable = defineCheck({
  meta: {
    id: "action-vulnerable",
    code: "PV-CI-017",
    title: "An action has a known weakness in this version",
    asset: "pipeline",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["zizmor:known-vulnerable-actions", "poutine:known_vulnerability_in_build_component"],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Everybody knows how it is abused, and who uses it is found by a search.",
    mend: "Take the newest version and name its commit.",
    blind:
      "Versions that are named by a commit; every action that is not in the short list of the check.",
    references: ["CVE-2025-30066", "CVE-2023-49291", "CVE-2024-42471"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/lint.yml",
          code: "on: pull_request\njobs:\n  lint:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: tj-actions/changed-files@v44.5.1\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/lint.yml",
          code: "on: pull_request\njobs:\n  lint:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: tj-actions/changed-files@v46.0.5\n",
        },
      ],
    },
  },
  run: ({ jobs }, report) => {
    for (const { steps } of jobs) {
      for (const { uses } of steps) {
        const found = uses?.kind === "action" ? weaknessOf(uses) : undefined;
        if (uses === undefined || found === undefined) continue;
        report(uses, {
          message: `\`${uses.name}\` ${uses.ref}: ${found.says} (${found.advisory})`,
        });
      }
    }
  },
});
