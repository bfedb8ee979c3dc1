import type { Control } from "./framework.ts";

type Row = readonly [title: string, file: string];

const risks2026: readonly Row[] = [
  ["Prompt Injection", "LLM01_PromptInjection"],
  ["Sensitive Information Disclosure", "LLM02_SensitiveInformationDisclosure"],
  ["Excessive Agency", "LLM03_ExcessiveAgency"],
  ["Supply Chain", "LLM04_SupplyChain"],
  ["Data and Model Poisoning", "LLM05_DataModelPoisoning"],
  ["Unbounded Consumption", "LLM06_UnboundedConsumption"],
  ["Misinformation", "LLM07_Misinformation"],
  ["Hidden Context Exposure", "LLM08_HiddenContextExposure"],
  ["Vector and Embedding Weaknesses", "LLM09_VectorAndEmbeddingWeaknesses"],
  ["Improper Output Handling", "LLM10_ImproperOutputHandling"],
];

const risks2025: readonly Row[] = [
  ["Prompt Injection", "LLM01_PromptInjection"],
  ["Sensitive Information Disclosure", "LLM02_SensitiveInformationDisclosure"],
  ["Supply Chain", "LLM03_SupplyChain"],
  ["Data and Model Poisoning", "LLM04_DataModelPoisoning"],
  ["Improper Output Handling", "LLM05_ImproperOutputHandling"],
  ["Excessive Agency", "LLM06_ExcessiveAgency"],
  ["System Prompt Leakage", "LLM07_SystemPromptLeakage"],
  ["Vector and Embedding Weaknesses", "LLM08_VectorAndEmbeddingWeaknesses"],
  ["Misinformation", "LLM09_Misinformation"],
  ["Unbounded Consumption", "LLM10_UnboundedConsumption"],
];

function risks(edition: string, folder: string, rows: readonly Row[]): readonly Control[] {
  return rows.map(([title, file], index) => ({
    id: `OWASP-LLM${String(index + 1).padStart(2, "0")}:${edition}`,
    framework: `OWASP-LLM:${edition}`,
    kind: "risk",
    title,
    url: `${folder}/${file}.md`,
  }));
}

/** The ten risks of the edition of August 2026. */
export function owaspLlm2026(): readonly Control[] {
  return risks(
    "2026",
    "https://github.com/GenAI-Security-Project/GenAI-LLM-Top10/blob/main/2026/final",
    risks2026,
  );
}

/** The ten risks of the edition of November 2024. */
export function owaspLlm2025(): readonly Control[] {
  return risks(
    "2025",
    "https://github.com/OWASP/www-project-top-10-for-large-language-model-applications/blob/main/2_0_vulns",
    risks2025,
  );
}
