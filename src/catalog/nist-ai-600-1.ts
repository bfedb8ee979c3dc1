import type { Control } from "./framework.ts";

// Titles and definitions of section 2 of NIST AI 600-1 (July 2024), a work of the US government.
const risks: readonly (readonly [slug: string, title: string, text: string])[] = [
  [
    "cbrn",
    "CBRN Information or Capabilities",
    "Eased access to or synthesis of materially nefarious information or design capabilities related to chemical, biological, radiological, or nuclear (CBRN) weapons or other dangerous materials or agents.",
  ],
  [
    "confabulation",
    "Confabulation",
    "The production of confidently stated but erroneous or false content (known colloquially as “hallucinations” or “fabrications”) by which users may be misled or deceived.",
  ],
  [
    "dangerous-violent-hateful-content",
    "Dangerous, Violent, or Hateful Content",
    "Eased production of and access to violent, inciting, radicalizing, or threatening content as well as recommendations to carry out self-harm or conduct illegal activities. Includes difficulty controlling public exposure to hateful and disparaging or stereotyping content.",
  ],
  [
    "data-privacy",
    "Data Privacy",
    "Impacts due to leakage and unauthorized use, disclosure, or de-anonymization of biometric, health, location, or other personally identifiable information or sensitive data.",
  ],
  [
    "environmental-impacts",
    "Environmental Impacts",
    "Impacts due to high compute resource utilization in training or operating GAI models, and related outcomes that may adversely impact ecosystems.",
  ],
  [
    "harmful-bias-homogenization",
    "Harmful Bias and Homogenization",
    "Amplification and exacerbation of historical, societal, and systemic biases; performance disparities between sub-groups or languages, possibly due to non-representative training data, that result in discrimination, amplification of biases, or incorrect presumptions about performance; undesired homogeneity that skews system or model outputs, which may be erroneous, lead to ill-founded decision-making, or amplify harmful biases.",
  ],
  [
    "human-ai-configuration",
    "Human-AI Configuration",
    "Arrangements of or interactions between a human and an AI system which can result in the human inappropriately anthropomorphizing GAI systems or experiencing algorithmic aversion, automation bias, over-reliance, or emotional entanglement with GAI systems.",
  ],
  [
    "information-integrity",
    "Information Integrity",
    "Lowered barrier to entry to generate and support the exchange and consumption of content which may not distinguish fact from opinion or fiction or acknowledge uncertainties, or could be leveraged for large-scale dis- and mis-information campaigns.",
  ],
  [
    "information-security",
    "Information Security",
    "Lowered barriers for offensive cyber capabilities, including via automated discovery and exploitation of vulnerabilities to ease hacking, malware, phishing, offensive cyber operations, or other cyberattacks; increased attack surface for targeted cyberattacks, which may compromise a system’s availability or the confidentiality or integrity of training data, code, or model weights.",
  ],
  [
    "intellectual-property",
    "Intellectual Property",
    "Eased production or replication of alleged copyrighted, trademarked, or licensed content without authorization (possibly in situations which do not fall under fair use); eased exposure of trade secrets; or plagiarism or illegal replication.",
  ],
  [
    "obscene-degrading-abusive-content",
    "Obscene, Degrading, and/or Abusive Content",
    "Eased production of and access to obscene, degrading, and/or abusive imagery which can cause harm, including synthetic child sexual abuse material (CSAM), and nonconsensual intimate images (NCII) of adults.",
  ],
  [
    "value-chain-component-integration",
    "Value Chain and Component Integration",
    "Non-transparent or untraceable integration of upstream third-party components, including data that has been improperly obtained or not processed and cleaned due to increased automation from GAI; improper supplier vetting across the AI lifecycle; or other issues that diminish transparency or accountability for downstream users.",
  ],
];

const url = "https://doi.org/10.6028/NIST.AI.600-1";

/** The risks of NIST's Generative AI Profile. Its suggested actions are left out. */
export function nistAi600(): readonly Control[] {
  return risks.map(([slug, title, text]) => ({
    id: `NIST-AI-600-1:2024:${slug}`,
    framework: "NIST-AI-600-1:2024",
    kind: "risk",
    title,
    text,
    url,
  }));
}
