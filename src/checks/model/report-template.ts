import type { FindingDetails, Span } from "../../core/index.ts";
import { templateThreats, type TemplateThreat } from "../../detect/template.ts";

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
  const first = escape ?? threats[0];
  if (first === undefined) return undefined;
  const severity = escape === undefined ? "high" : "critical";
  const confidence = escape === undefined ? "medium" : "high";
  return { where: first, details: { severity, confidence, message: messageOf(first, threats) } };
}

function messageOf({ message }: TemplateThreat, threats: readonly TemplateThreat[]): string {
  const others = new Set(threats.map((each) => each.message)).size - 1;
  const more = others === 0 ? "" : `, and does ${others} more of the kind`;
  return `The template leaves what a chat needs: ${message}${more}`;
}
