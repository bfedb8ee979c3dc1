import type { CheckMeta } from "../core/index.ts";

const blind =
  "Comments of Bandit and ruff are only judged where every code in them belongs to a check of Pavise; those of Checkov and Trivy never are, since what they speak for may stand in another file.";

/** A suppression, in a comment or in `pavise.yaml`, that no finding answers to. */
export const unusedSuppression: CheckMeta = {
  id: "unused-suppression",
  code: "PV-CORE-001",
  title: "A suppression matches nothing",
  asset: "suppression",
  severity: "low",
  confidence: "high",
  audience: "default",
  aliases: [],
  controls: [],
  why: "The weakness it allowed is gone, but the permission stays and will hide the next one.",
  mend: "Delete the suppression, or correct the name of the check in it.",
  blind,
  since: "0.1.0",
  examples: {
    found: [{ path: "a.py", code: "print(1)  # pavise: allow exec-used -- it was needed once\n" }],
    clean: [{ path: "a.py", code: "print(1)  # a comment that mentions pavise\n" }],
  },
};

/** A suppression that does not say why. */
export const suppressionWithoutReason: CheckMeta = {
  id: "suppression-without-reason",
  code: "PV-CORE-002",
  title: "A suppression gives no reason",
  asset: "suppression",
  severity: "low",
  confidence: "high",
  audience: "default",
  aliases: [],
  controls: [],
  why: "Nobody can tell later whether the weakness was judged or only silenced.",
  mend: "Write the reason behind two hyphens: `# pavise: allow <check> -- why it is safe here`.",
  blind:
    "Whether the reason is a good one. `# nosec`, `# noqa` and the comments of Checkov and Trivy need none.",
  since: "0.1.0",
  examples: {
    found: [{ path: "a.py", code: "exec(code)  # pavise: allow exec-used\n" }],
    clean: [{ path: "a.py", code: "print(1)  # no suppression\n" }],
  },
};

/** A suppression whose date has passed; the findings under it count again. */
export const expiredSuppression: CheckMeta = {
  id: "expired-suppression",
  code: "PV-CORE-003",
  title: "A suppression has expired",
  asset: "suppression",
  severity: "low",
  confidence: "high",
  audience: "default",
  aliases: [],
  controls: [],
  why: "The weakness was accepted for a time that is over, and its findings count again.",
  mend: "Mend the weakness and delete the suppression, or judge it anew and set a later date.",
  blind: "Nothing is known of dates that stand in the reason without `until`.",
  since: "0.1.0",
  examples: {
    found: [
      {
        path: "a.py",
        code: "exec(code)  # pavise: allow exec-used -- migration until 2020-01-31\n",
      },
    ],
    clean: [{ path: "a.py", code: "print(1)  # until 2020-01-31\n" }],
  },
};

/** The checks that the engine itself makes, about suppressions. */
export const suppressionChecks: readonly CheckMeta[] = [
  unusedSuppression,
  suppressionWithoutReason,
  expiredSuppression,
];
