import type { FindingDetails, Span } from "../../core/index.ts";
import { templateThreats, type TemplateThreat } from "../../detect/template.ts";

/** What is known of every template that reaches for Python's objects. */
export const templateMeta = {
  severity: "critical",
  confidence: "high",
  audience: "default",
  aliases: [],
  controls: ["CWE-1336", "CWE-94", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0011.000"],
  why: "A chat template is rendered for every request. Where the renderer is not sandboxed, or its sandbox has a hole, the author of the model runs code on the server (CVE-2024-34359, CVE-2026-5760). One that adds words of its own where a user speaks of something gives the model orders that nobody sees.",
  mend: "Do not load the model. Take its template from the authors of the base model, and render it in an immutable sandbox (`jinja2.sandbox.ImmutableSandboxedEnvironment`).",
  blind:
    "Names that are put together from what a user says; templates that add the same words to every conversation.",
  since: "0.1.0",
  references: ["CVE-2024-34359", "CVE-2026-5760"],
} as const;

/** What is said of a template: the worst of what it does, since one payload has many parts. */
export interface TemplateFinding {
  readonly where: Span;
  readonly details: FindingDetails;
}

/** Judges a template. One that is not known to be for a chat may load others and use Flask's names. */
export function judgeTemplate(
  template: string,
  { isChat }: { readonly isChat: boolean },
): TemplateFinding | undefined {
  const threats = templateThreats(template).filter(({ kind }) => isChat || kind === "escape");
  const escape = threats.find(({ kind }) => kind === "escape");
  const first = escape ?? threats.find(({ kind }) => kind === "odd") ?? threats[0];
  if (first === undefined) return undefined;
  const severity = severities[first.kind];
  const confidence = escape === undefined ? "medium" : "high";
  return { where: first, details: { severity, confidence, message: messageOf(first, threats) } };
}

const severities = { escape: "critical", odd: "high", rewrite: "medium" } as const;

function messageOf({ message }: TemplateThreat, threats: readonly TemplateThreat[]): string {
  const others = new Set(threats.map((each) => each.message)).size - 1;
  const more = others === 0 ? "" : `, and does ${others} more of the kind`;
  return `The template leaves what a chat needs: ${message}${more}`;
}
