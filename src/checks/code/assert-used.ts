import { defineCheck } from "../define.ts";

export const assertUsed = defineCheck({
  meta: {
    id: "assert-used",
    code: "PV-CODE-001",
    title: "assert is removed when Python runs with -O",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B101", "S101"],
    controls: ["CWE-703"],
    why: "A check that guards data or access disappears under `python -O`, and with it the protection.",
    mend: "Raise an exception for what must always hold; keep assert for tests and invariants.",
    blind: "Whether the assertion guards anything: every one is listed.",
    since: "0.1.0",
    examples: {
      found: [{ code: "assert user.is_admin\n" }],
      clean: [{ code: "if not user.is_admin:\n    raise PermissionError(user)\n" }],
    },
  },
  run: ({ facts }, report) => {
    for (const node of facts.asserts) report(node);
  },
});
