import type { Control } from "./framework.ts";

const risks: readonly string[] = [
  "Agent Goal Hijack",
  "Tool Misuse & Exploitation",
  "Identity & Privilege Abuse",
  "Agentic Supply Chain Vulnerabilities",
  "Unexpected Code Execution (RCE)",
  "Memory & Context Poisoning",
  "Insecure Inter-Agent Communication",
  "Cascading Failures",
  "Human-Agent Trust Exploitation",
  "Rogue Agents",
];

// The list has no page of its own for each risk.
const url = "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/";

/** The ten risks of the edition for 2026, announced in December 2025. */
export function owaspAgentic2026(): readonly Control[] {
  return risks.map((title, index) => ({
    id: `OWASP-ASI${String(index + 1).padStart(2, "0")}:2026`,
    framework: "OWASP-ASI:2026",
    kind: "risk",
    title,
    url,
  }));
}
