import type { Control } from "./framework.ts";

const risks: readonly (readonly [title: string, page: string])[] = [
  ["Input Manipulation Attack", "ML01_2023-Input_Manipulation_Attack"],
  ["Data Poisoning Attack", "ML02_2023-Data_Poisoning_Attack"],
  ["Model Inversion Attack", "ML03_2023-Model_Inversion_Attack"],
  ["Membership Inference Attack", "ML04_2023-Membership_Inference_Attack"],
  ["Model Theft", "ML05_2023-Model_Theft"],
  ["AI Supply Chain Attacks", "ML06_2023-AI_Supply_Chain_Attacks"],
  ["Transfer Learning Attack", "ML07_2023-Transfer_Learning_Attack"],
  ["Model Skewing", "ML08_2023-Model_Skewing"],
  ["Output Integrity Attack", "ML09_2023-Output_Integrity_Attack"],
  ["Model Poisoning", "ML10_2023-Model_Poisoning"],
];

const site = "https://owasp.org/www-project-machine-learning-security-top-10";

/** The ten risks of the OWASP Machine Learning Security Top 10. */
export function owaspMl2023(): readonly Control[] {
  return risks.map(([title, page], index) => ({
    id: `OWASP-ML${String(index + 1).padStart(2, "0")}:2023`,
    framework: "OWASP-ML:2023",
    kind: "risk",
    title,
    url: `${site}/docs/${page}`,
  }));
}
