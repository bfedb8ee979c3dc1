import type { FindingDetails } from "../../core/index.ts";
import { imageName } from "../../formats/command/images.ts";
import { variable, type Reach, type Variable } from "../../formats/command/view.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { door } from "./doors.ts";

function judge(set: Variable, reach: Reach): FindingDetails | undefined {
  if (set.name === "OLLAMA_HOST" && isEveryInterface(set.value.text)) return door(reach, "medium");
  if (set.name !== "OLLAMA_ORIGINS" || set.value.text !== "*") return undefined;
  return {
    severity: "low",
    message: "Every web page that you visit may use and change this Ollama",
  };
}

export const ollamaOpen = defineCheck({
  meta: {
    id: "ollama-open",
    code: "PV-CMD-012",
    title: "Ollama is open to the network",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-1327",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "OWASP-ML10:2023",
      "ATLAS:AML.T0040",
      "ATLAS:AML.T0034",
    ],
    why: "Ollama has no login: everybody who reaches it uses your machine, and pulls, replaces or deletes models.",
    mend: "Publish the port on 127.0.0.1 only, or put a proxy with a key in front.",
    blind: "A proxy or firewall in front.",
    references: ["CVE-2024-37032"],
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "OLLAMA_HOST=0.0.0.0 ollama serve\n" }],
      clean: [{ path: "start.sh", code: "OLLAMA_HOST=127.0.0.1 ollama serve\n" }],
    },
  },
  run: (view, report) => {
    const seen = new Set<Variable>();
    for (const container of view.containers) {
      for (const set of container.environment) {
        const details = judge(set, container.reach);
        if (details !== undefined) report(set, details);
        seen.add(set);
      }
      const { image } = container;
      const isOpen =
        image !== undefined &&
        imageName(image.text).endsWith("ollama/ollama") &&
        container.reach === "network";
      // The image listens on all interfaces by itself.
      if (isOpen && variable(container, "OLLAMA_HOST") === undefined)
        report(image, { extent: container });
    }
    for (const set of view.environment) {
      if (seen.has(set)) continue;
      const details = judge(set, view.kind === "dockerfile" ? "unknown" : "network");
      if (details !== undefined) report(set, details);
    }
  },
});
