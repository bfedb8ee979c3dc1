import type { Applies, Control, Duty } from "./framework.ts";

// Titles are the Regulation's; everything else is our own short account of it, no legal advice.
// Dates are those of Regulation (EU) 2024/1689 as amended by (EU) 2026/1744 (in force 27 July
// 2026). They were taken from secondary sources that quote the Official Journal, not read there:
// `datesFrom` says so wherever they are shown. No harmonised standard is cited in the Official
// Journal yet, so nothing here gives a presumption of conformity.

// Chapter III, sections 1 to 3.
const highRisk: readonly Applies[] = [
  { from: "2027-12-02", to: "high-risk systems listed in Annex III" },
  { from: "2028-08-02", to: "high-risk systems that are, or are in, products of Annex I" },
];

// Chapter V.
const generalPurpose: readonly Applies[] = [
  { from: "2025-08-02", to: "general-purpose AI models" },
];

// Chapter IX is outside the sections that the amendment postponed.
const general: readonly Applies[] = [
  { from: "2026-08-02", to: "high-risk systems, by the general date of application" },
];

type Row = Omit<Duty, "datesFrom"> & { readonly title: string; readonly parent?: string };

function rows(): Readonly<Record<string, Row>> {
  return {
    "ART-9": {
      title: "Risk management system",
      summary:
        "Run a documented risk management process over the whole life of the system, with testing against metrics set beforehand.",
      who: ["provider"],
      applies: highRisk,
      evidence: [
        "threats found, with ATLAS ids",
        "scan and robustness results for each release",
        "findings that remain, with accepted exceptions and their expiry",
      ],
      human: ["intended purpose and foreseeable misuse", "acceptance of residual risk"],
    },
    "ART-10": {
      title: "Data and data governance",
      summary:
        "Train, validate and test on data sets whose origin, preparation, suitability and possible biases have been examined.",
      who: ["provider"],
      applies: highRisk,
      evidence: [
        "digests of the data sets",
        "lineage attestations",
        "licence and provenance fields",
        "findings about poisoned or unverified data",
      ],
      human: ["examination of bias and its reasons", "legal basis of the collection"],
    },
    "ART-11": {
      title: "Technical documentation",
      summary:
        "Draw up the technical documentation of Annex IV before the system is placed on the market, and keep it up to date.",
      who: ["provider"],
      applies: highRisk,
      evidence: [
        "versions, digests and dependencies",
        "test reports",
        "cybersecurity measures found",
      ],
      human: ["purpose and design choices", "the description of human oversight"],
    },
    "ART-12": {
      title: "Record-keeping",
      summary: "Build the system so that it records events automatically over its lifetime.",
      who: ["provider"],
      applies: highRisk,
      evidence: ["schema of the log", "verification of a hash-chained log", "retention setting"],
      human: ["decision on what is kept and for how long"],
    },
    "ART-13": {
      title: "Transparency and provision of information to deployers",
      summary:
        "Give deployers instructions for use from which they can understand the system's output and limits.",
      who: ["provider"],
      applies: highRisk,
      evidence: ["links from the instructions to measured accuracy, robustness and security"],
      human: ["instructions for use"],
    },
    "ART-14": {
      title: "Human oversight",
      summary: "Design the system so that people can oversee it, step in and stop it.",
      who: ["provider"],
      applies: highRisk,
      evidence: ["configuration of approvals and stop mechanisms"],
      human: ["oversight measures", "the people who oversee, their competence and authority"],
    },
    "ART-15": {
      title: "Accuracy, robustness and cybersecurity",
      summary:
        "Reach and keep an appropriate level of accuracy, robustness and cybersecurity, with measures against poisoning, adversarial input, confidentiality attacks and model flaws.",
      who: ["provider"],
      applies: highRisk,
      evidence: [
        "results of security scans",
        "results of adversarial-robustness tests",
        "results of poisoning and backdoor scans",
        "signature verification of the deployed digest",
        "tests of guardrails",
      ],
      human: ["thresholds and why they are appropriate"],
    },
    "ART-17": {
      title: "Quality management system",
      summary:
        "Keep a documented quality management system that covers design, testing, data, risk, monitoring and incidents.",
      who: ["provider"],
      applies: highRisk,
      evidence: ["history of policy kept as code", "records of the gate's decisions"],
      human: ["the quality management system itself", "accountability of management"],
    },
    "ART-26": {
      title: "Obligations of deployers of high-risk AI systems",
      summary:
        "Use the system by its instructions, assign oversight, monitor it, keep its logs and report what goes wrong.",
      who: ["deployer"],
      applies: highRisk,
      evidence: ["record of verification at deployment", "monitoring exports", "kept logs"],
      human: ["assignment of oversight", "information of workers and affected people"],
    },
    "ART-53": {
      title: "Obligations for providers of general-purpose AI models",
      summary:
        "Keep technical documentation of the model, inform those who build on it, respect copyright and publish a summary of the training content.",
      who: ["gpai-provider"],
      applies: generalPurpose,
      evidence: [
        "AI bill of materials",
        "fields of the training-data summary",
        "evaluation results",
      ],
      human: ["copyright policy", "the public summary of training content"],
    },
    "ART-55": {
      title: "Obligations of providers of general-purpose AI models with systemic risk",
      summary:
        "Evaluate the model with adversarial testing, mitigate systemic risks, report serious incidents and protect model and infrastructure.",
      who: ["gpai-provider"],
      applies: generalPurpose,
      evidence: [
        "red-team reports",
        "incident log",
        "security findings on model and infrastructure",
      ],
      human: ["assessment of systemic risk"],
    },
    "ART-72": {
      title:
        "Post-market monitoring by providers and post-market monitoring plan for high-risk AI systems",
      summary:
        "Collect and analyse, by a plan, how the system performs over its lifetime once it is on the market.",
      who: ["provider"],
      applies: [
        ...general,
        { from: "2027-09-02", to: "the voluntary template for the plan, Article 72(3)" },
      ],
      evidence: ["monitoring exports", "drift and incident statistics"],
      human: ["the monitoring plan", "conclusions and corrective action"],
    },
    "ART-73": {
      title: "Reporting of serious incidents",
      summary:
        "Report serious incidents to the market surveillance authority within the set times.",
      who: ["provider"],
      applies: general,
      evidence: ["incident bundle with logs, versions and digests"],
      human: ["judgement that an incident is serious", "the report to the authority"],
    },
    "ANNEX-IV": {
      title: "Technical documentation referred to in Article 11(1)",
      parent: "ART-11",
      summary:
        "What the technical documentation must contain: the system, its development, monitoring, metrics, risk management and changes.",
      who: ["provider"],
      applies: highRisk,
      evidence: [
        "versions, digests and dependencies",
        "training configuration",
        "metrics and test reports with date and tool version",
        "cybersecurity measures found",
      ],
      human: ["purpose, design choices and human oversight", "the declaration of conformity"],
    },
  };
}

const id = "EU-AI-ACT:2024/1689";
const url = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj";

/** `#art_15` or `#anx_IV`, as EUR-Lex marks them. */
function anchor(name: string): string {
  return name.replace(/^ART-/, "#art_").replace(/^ANNEX-/, "#anx_");
}

/** The articles of the EU AI Act for which technical evidence exists, and Annex IV. */
export function euAiAct(): readonly Control[] {
  return Object.entries(rows()).map(([name, { title, parent, ...duty }]) => ({
    id: `${id}:${name}`,
    framework: id,
    kind: name.startsWith("ANNEX") ? "annex" : "article",
    title,
    parent: parent === undefined ? undefined : `${id}:${parent}`,
    url: `${url}${anchor(name)}`,
    duty: { ...duty, datesFrom: "secondary-sources" },
  }));
}
