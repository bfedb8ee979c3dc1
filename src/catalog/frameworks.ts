import { createRequire } from "node:module";
import type { atlas } from "./atlas.ts";
import type { awsAisf } from "./aws-aisf.ts";
import type { cwe } from "./cwe.ts";
import type { euAiAct } from "./eu-ai-act.ts";
import type { Control, Framework } from "./framework.ts";
import type { nistAi600 } from "./nist-ai-600-1.ts";
import type { nistAiRmf } from "./nist-ai-rmf.ts";
import type { owaspAgentic2026 } from "./owasp-agentic-2026.ts";
import type { owaspLlm2025, owaspLlm2026 } from "./owasp-llm.ts";
import type { owaspMl2023 } from "./owasp-ml-2023.ts";

// A start of the CLI must not pay for tables that it does not read, and a lookup must not be
// asynchronous for them, so each framework's module is required when its controls are first asked
// for. The type imports keep it typed, and show the dependency to tools.
const load = createRequire(import.meta.url);
// `.ts` from the source tree, `.js` when built.
const suffix = import.meta.url.slice(-3);

function lazily(
  framework: Omit<Framework, "controls">,
  build: () => readonly Control[],
): Framework {
  let controls: readonly Control[] | undefined;
  return {
    ...framework,
    get controls() {
      controls ??= build();
      return controls;
    },
  };
}

// OWASP texts are share-alike, which would bind what includes them: ids, titles and links only.
const owaspLicence = "CC BY-SA 4.0; only ids and titles are carried here";
const nistLicence = "Public domain in the United States (17 USC 105)";

/** Every framework, in the order in which reports show them. */
export const frameworks: readonly Framework[] = [
  lazily(
    {
      id: "OWASP-LLM:2026",
      title: "OWASP Top 10 for LLM Applications",
      edition: "2026",
      publisher: "OWASP GenAI Security Project",
      url: "https://genai.owasp.org/llm-top-10/",
      licence: owaspLicence,
      state: "current",
    },
    () => {
      const module: { owaspLlm2026: typeof owaspLlm2026 } = load(`./owasp-llm${suffix}`);
      return module.owaspLlm2026();
    },
  ),
  lazily(
    {
      // Still the edition that most tools name.
      id: "OWASP-LLM:2025",
      title: "OWASP Top 10 for LLM Applications",
      edition: "2025",
      publisher: "OWASP GenAI Security Project",
      url: "https://owasp.org/www-project-top-10-for-large-language-model-applications/",
      licence: owaspLicence,
      state: "superseded",
    },
    () => {
      const module: { owaspLlm2025: typeof owaspLlm2025 } = load(`./owasp-llm${suffix}`);
      return module.owaspLlm2025();
    },
  ),
  lazily(
    {
      id: "OWASP-ASI:2026",
      title: "OWASP Top 10 for Agentic Applications",
      edition: "2026",
      publisher: "OWASP GenAI Security Project",
      url: "https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/",
      licence: owaspLicence,
      state: "current",
    },
    () => {
      const module: { owaspAgentic2026: typeof owaspAgentic2026 } = load(
        `./owasp-agentic-2026${suffix}`,
      );
      return module.owaspAgentic2026();
    },
  ),
  lazily(
    {
      // Its authors call it a draft still; nothing has replaced it for models that are no LLMs.
      id: "OWASP-ML:2023",
      title: "OWASP Machine Learning Security Top 10",
      edition: "2023",
      publisher: "OWASP",
      url: "https://owasp.org/www-project-machine-learning-security-top-10/",
      licence: owaspLicence,
      state: "draft",
    },
    () => {
      const module: { owaspMl2023: typeof owaspMl2023 } = load(`./owasp-ml-2023${suffix}`);
      return module.owaspMl2023();
    },
  ),
  lazily(
    {
      // Held against the generated file by a test.
      id: "ATLAS",
      title: "MITRE ATLAS",
      edition: "5.6.0",
      publisher: "MITRE",
      url: "https://atlas.mitre.org/",
      licence: "Apache-2.0; ids, names, tactics and maturity are carried here",
      state: "current",
    },
    () => {
      const module: { atlas: typeof atlas } = load(`./atlas${suffix}`);
      return module.atlas();
    },
  ),
  lazily(
    {
      id: "NIST-AI-RMF-1.0",
      title: "NIST AI Risk Management Framework",
      edition: "1.0",
      publisher: "NIST",
      url: "https://doi.org/10.6028/NIST.AI.100-1",
      licence: nistLicence,
      state: "current",
    },
    () => {
      const module: { nistAiRmf: typeof nistAiRmf } = load(`./nist-ai-rmf${suffix}`);
      return module.nistAiRmf();
    },
  ),
  lazily(
    {
      id: "NIST-AI-600-1:2024",
      title: "NIST AI 600-1, Generative Artificial Intelligence Profile",
      edition: "2024",
      publisher: "NIST",
      url: "https://doi.org/10.6028/NIST.AI.600-1",
      licence: nistLicence,
      state: "current",
    },
    () => {
      const module: { nistAi600: typeof nistAi600 } = load(`./nist-ai-600-1${suffix}`);
      return module.nistAi600();
    },
  ),
  lazily(
    {
      id: "EU-AI-ACT:2024/1689",
      title: "EU Artificial Intelligence Act",
      edition: "2024/1689, as amended by 2026/1744",
      publisher: "European Union",
      url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
      licence: "EUR-Lex, reuse with acknowledgement (2011/833/EU); titles are carried here",
      state: "current",
    },
    () => {
      const module: { euAiAct: typeof euAiAct } = load(`./eu-ai-act${suffix}`);
      return module.euAiAct();
    },
  ),
  lazily(
    {
      id: "AISF",
      title: "AWS AI Security Framework",
      edition: "1.0",
      publisher: "Amazon Web Services",
      url: "https://aws.amazon.com/blogs/security/the-aws-ai-security-framework-securing-ai-with-the-right-controls-at-the-right-layers-at-the-right-phases/",
      licence: "Ids and titles as Prowler publishes them, Apache-2.0",
      state: "current",
    },
    () => {
      const module: { awsAisf: typeof awsAisf } = load(`./aws-aisf${suffix}`);
      return module.awsAisf();
    },
  ),
  lazily(
    {
      id: "CWE",
      title: "Common Weakness Enumeration",
      edition: "4.20",
      publisher: "MITRE",
      url: "https://cwe.mitre.org/",
      licence:
        "CWE Terms of Use (https://cwe.mitre.org/about/termsofuse.html), copyright 2006-2026 MITRE",
      state: "current",
    },
    () => {
      const module: { cwe: typeof cwe } = load(`./cwe${suffix}`);
      return module.cwe();
    },
  ),
];
