// Which controls of NIST and the EU AI Act are served by evidence about a weakness, so that a check
// names only CWE, OWASP and ATLAS. The rules by which the table was made:
//
// - A row needs a reason why a finding, or its absence, says something about what the target asks.
//   Where in doubt it is left out: many weaknesses of plain code quality lead nowhere.
// - For the OWASP LLM list of 2026 the rows follow OWASP's own mapping to NIST AI 600-1 and to the
//   categories of the AI RMF (Appendix 1 of that list), as far as a tool can see what it speaks of;
//   the subcategory within a category is our choice.
// - NIST AI 600-1 is about generative AI. Only controls about generative AI lead there.
// - Articles 13, 14, 17, 26, 53, 55, 72 and 73 of the EU AI Act ask for what people write, or for
//   evidence from running systems; no weakness in a file leads there.

/** Evidence about any of `from` serves each of `serves`. */
export interface CrosswalkRow {
  readonly about: string;
  readonly from: readonly string[];
  readonly serves: readonly string[];
  readonly because: string;
}

const measureSecurity = "NIST-AI-RMF-1.0:MEASURE-2.7";
const measureValidity = "NIST-AI-RMF-1.0:MEASURE-2.5";
const measurePrivacy = "NIST-AI-RMF-1.0:MEASURE-2.10";
const monitorInProduction = "NIST-AI-RMF-1.0:MEASURE-2.4";
const accountability = "NIST-AI-RMF-1.0:MEASURE-2.8";
const dataSelection = "NIST-AI-RMF-1.0:MAP-2.3";
const componentControls = "NIST-AI-RMF-1.0:MAP-4.2";
const thirdPartyPolicy = "NIST-AI-RMF-1.0:GOVERN-6.1";
const thirdPartyMonitoring = "NIST-AI-RMF-1.0:MANAGE-3.1";
const pretrainedModels = "NIST-AI-RMF-1.0:MANAGE-3.2";
const informationSecurity = "NIST-AI-600-1:2024:information-security";
const informationIntegrity = "NIST-AI-600-1:2024:information-integrity";
const dataPrivacy = "NIST-AI-600-1:2024:data-privacy";
const valueChain = "NIST-AI-600-1:2024:value-chain-component-integration";
const confabulation = "NIST-AI-600-1:2024:confabulation";
const humanAi = "NIST-AI-600-1:2024:human-ai-configuration";
const dataGovernance = "EU-AI-ACT:2024/1689:ART-10";
const recordKeeping = "EU-AI-ACT:2024/1689:ART-12";
const cybersecurity = "EU-AI-ACT:2024/1689:ART-15";

function atlas(...ids: readonly string[]): readonly string[] {
  return ids.map((id) => `ATLAS:AML.${id}`);
}

function cwe(...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `CWE-${number}`);
}

/** The table. A control may stand in several rows; what they serve is put together. */
export const crosswalk: readonly CrosswalkRow[] = [
  {
    about: "supply chain of software and models",
    from: [
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ASI04:2026",
      "OWASP-ML06:2023",
      ...atlas("T0010", "T0011.001", "T0011.002", "T0104", "T0109", "T0110", "T0111", "M0023"),
      ...cwe(494, 829, 830, 1104, 1357, 1395),
    ],
    serves: [
      measureSecurity,
      componentControls,
      thirdPartyPolicy,
      thirdPartyMonitoring,
      cybersecurity,
    ],
    because: "Shows which third-party parts are taken in unpinned, unverified or from anywhere.",
  },
  {
    about: "supply chain of generative AI",
    from: ["OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ASI04:2026"],
    serves: [valueChain, informationSecurity],
    because: "OWASP maps the risk to both; unverifiable parts are what the value-chain risk is.",
  },
  {
    about: "models that others have trained",
    from: [
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "OWASP-ML07:2023",
      ...atlas("T0010.003", "T0011.000", "T0058"),
    ],
    serves: [measureSecurity, thirdPartyMonitoring, pretrainedModels, cybersecurity],
    because: "Shows which pre-trained models are used and whether a change of them would be seen.",
  },
  {
    about: "integrity and origin of artifacts",
    from: [...atlas("T0076", "M0013", "M0014", "M0016"), ...cwe(345, 347, 353, 354)],
    serves: [measureSecurity, componentControls, cybersecurity],
    because: "Signatures, digests and scans are controls on components, applied or missing.",
  },
  {
    about: "poisoned data and models",
    from: [
      "OWASP-LLM05:2026",
      "OWASP-LLM04:2025",
      "OWASP-ML02:2023",
      "OWASP-ML08:2023",
      "OWASP-ML10:2023",
      ...atlas("T0010.002", "T0018", "T0019", "T0020", "T0031", "T0059", "M0007", "M0025"),
      ...cwe(349),
    ],
    serves: [measureSecurity, thirdPartyPolicy, cybersecurity],
    because: "Article 15 names measures against data and model poisoning; OWASP names GOVERN 6.",
  },
  {
    about: "origin of training data",
    from: [
      "OWASP-ML02:2023",
      "OWASP-ML08:2023",
      ...atlas("T0010.002", "T0019", "T0020", "T0059", "M0007", "M0025"),
    ],
    serves: [dataSelection, dataGovernance],
    because: "Shows where training data come from and whether they could be changed unseen.",
  },
  {
    about: "poisoning in generative AI",
    from: ["OWASP-LLM05:2026", "OWASP-LLM04:2025"],
    serves: [informationIntegrity, valueChain, informationSecurity],
    because: "OWASP maps the risk to all three.",
  },
  {
    about: "prompt injection",
    from: [
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      ...atlas("T0051", "T0054", "T0065", "T0068", "T0093", "T0094", "M0020", "M0033"),
      ...cwe(1427),
    ],
    serves: [measureSecurity, informationSecurity, cybersecurity],
    because: "Shows where untrusted text reaches a model as instructions.",
  },
  {
    about: "disclosure of sensitive information",
    from: ["OWASP-LLM02:2026", "OWASP-LLM02:2025", ...atlas("T0057", "T0086")],
    serves: [measureSecurity, measurePrivacy, dataPrivacy, informationSecurity, cybersecurity],
    because: "Shows where personal or secret data can leave the system.",
  },
  {
    about: "training data recovered from a model",
    from: ["OWASP-ML03:2023", "OWASP-ML04:2023", ...atlas("T0024.000", "T0024.001")],
    serves: [measureSecurity, measurePrivacy, cybersecurity],
    because: "Inversion and membership inference are confidentiality attacks on personal data.",
  },
  {
    about: "theft of models",
    from: [
      "OWASP-ML05:2023",
      ...atlas("T0024", "T0024.002", "T0025", "T0035", "T0044", "T0048.004"),
      ...atlas("M0001", "M0005", "M0012", "M0017", "M0019"),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Shows where model weights lie open.",
  },
  {
    about: "adversarial input",
    from: [
      "OWASP-ML01:2023",
      ...atlas("T0015", "T0043", "M0003", "M0006", "M0008", "M0010", "M0015"),
      ...cwe(1039),
    ],
    serves: [measureSecurity, measureValidity, cybersecurity],
    because: "Article 15 names adversarial examples; robustness bounds where a model is valid.",
  },
  {
    about: "agents that may do too much",
    from: [
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "OWASP-ASI03:2026",
      "OWASP-ASI10:2026",
      ...atlas("T0053", "T0081", "T0101", "T0103"),
      ...atlas("M0026", "M0027", "M0028", "M0029", "M0030", "M0032"),
    ],
    serves: [measureSecurity, componentControls, informationSecurity, humanAi, cybersecurity],
    because: "Shows which tools and rights an agent has, and what it does without asking.",
  },
  {
    about: "what a model says is trusted by code",
    from: [
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      ...atlas("T0050", "T0067", "T0077", "T0100", "T0102"),
      ...cwe(1426),
    ],
    serves: [measureSecurity, informationSecurity, cybersecurity],
    because: "Shows where output of a model is run, rendered or queried without a check.",
  },
  {
    about: "hidden context",
    from: ["OWASP-LLM08:2026", "OWASP-LLM07:2025", ...atlas("T0056", "T0069")],
    serves: [measureSecurity, informationSecurity, cybersecurity],
    because: "Shows secrets and rules that rest on a prompt staying unknown.",
  },
  {
    about: "vectors and embeddings",
    from: ["OWASP-LLM09:2026", "OWASP-LLM08:2025", ...atlas("T0064", "T0085.000")],
    serves: [
      measureSecurity,
      measurePrivacy,
      componentControls,
      dataPrivacy,
      informationSecurity,
      informationIntegrity,
      cybersecurity,
    ],
    because: "OWASP maps the risk to the three risks and to MAP 4; stores hold source text.",
  },
  {
    about: "poisoned memory and retrieval",
    from: [
      "OWASP-ASI06:2026",
      ...atlas("T0061", "T0066", "T0070", "T0071", "T0080", "T0092", "T0099", "M0031"),
    ],
    serves: [measureSecurity, informationSecurity, informationIntegrity, cybersecurity],
    because: "What is stored today is believed tomorrow.",
  },
  {
    about: "agents among themselves",
    from: ["OWASP-ASI07:2026", "OWASP-ASI08:2026", ...atlas("T0108")],
    serves: [measureSecurity, informationSecurity, cybersecurity],
    because: "Shows channels between agents without authentication or limits.",
  },
  {
    about: "false output",
    from: ["OWASP-LLM07:2026", "OWASP-LLM09:2025", ...atlas("T0060", "T0062"), ...cwe(1434)],
    serves: [measureValidity, confabulation, informationIntegrity, humanAi, cybersecurity],
    because: "OWASP maps the risk to the three risks; Article 15 asks for accuracy.",
  },
  {
    about: "people deceived by agents",
    from: ["OWASP-ASI09:2026"],
    serves: [humanAi, informationIntegrity],
    because: "Over-reliance is what the human-AI configuration risk is.",
  },
  {
    about: "changed output",
    from: ["OWASP-ML09:2023"],
    serves: [measureSecurity, cybersecurity],
    because: "Shows where results can be altered between model and reader.",
  },
  {
    about: "unbounded consumption of generative AI",
    from: ["OWASP-LLM06:2026", "OWASP-LLM10:2025", ...atlas("T0034")],
    serves: [measureSecurity, informationSecurity, cybersecurity],
    because: "OWASP maps the risk to information security; resilience is part of MEASURE 2.7.",
  },
  {
    about: "denial of service",
    from: [
      ...atlas("T0029", "T0046", "M0004"),
      ...cwe(400, 405, 407, 409, 674, 770, 776, 789, 834, 835, 1088, 1333),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Resilience is part of MEASURE 2.7 and robustness of Article 15.",
  },
  {
    about: "execution of code",
    from: [
      ...atlas(
        "T0011",
        "T0011.000",
        "T0018.002",
        "T0049",
        "T0072",
        "T0105",
        "T0107",
        "T0112",
        "M0011",
      ),
      ...cwe(22, 23, 36, 59, 73, 74, 77, 78, 79, 80, 88, 89, 90, 91, 94, 95, 96, 98, 134, 155, 426),
      ...cwe(427, 434, 470, 502, 506, 507, 510, 611, 643, 827, 913, 915, 917, 918, 943, 1321, 1336),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Article 15 asks that outsiders cannot alter use or output by exploiting weaknesses.",
  },
  {
    about: "open doors",
    from: [
      ...atlas("T0012", "T0040", "T0047", "T0075", "T0078"),
      ...cwe(250, 266, 269, 276, 284, 285, 287, 288, 290, 306, 307, 346, 350, 352, 377, 378, 379),
      ...cwe(419, 425, 489, 552, 601, 605, 613, 639, 668, 669, 732, 749, 862, 863, 923, 940, 942),
      ...cwe(1188, 1220, 1327, 1385, 1390, 1391, 1392, 1393),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Shows who can reach the system, its models and its data without being asked.",
  },
  {
    about: "cryptography and transport",
    from: [
      ...cwe(295, 296, 297, 298, 299, 311, 312, 319, 321, 322, 325, 326, 327, 328, 329, 330, 331),
      ...cwe(335, 337, 338, 757, 759, 760, 780, 916, 924, 1204, 1240, 1241, 1428),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Confidentiality and integrity of models, data and credentials rest on it.",
  },
  {
    about: "credentials",
    from: [
      ...atlas("T0055", "T0082", "T0083", "T0090", "T0091", "T0098", "T0106"),
      ...cwe(256, 257, 259, 260, 522, 523, 526, 540, 798),
    ],
    serves: [measureSecurity, cybersecurity],
    because: "Whoever holds a credential of the system can alter its use or its output.",
  },
  {
    about: "exposed information",
    from: [
      ...atlas("T0036", "T0037", "T0085"),
      ...cwe(200, 201, 209, 212, 215, 359, 497, 532, 538),
    ],
    serves: [measureSecurity, measurePrivacy, cybersecurity],
    because: "Shows where data that may be personal can be read by others.",
  },
  {
    about: "records of what happened",
    from: [...atlas("M0024"), ...cwe(117, 223, 778)],
    serves: [monitorInProduction, accountability, recordKeeping],
    because: "Shows whether events are recorded, and whether the record can be forged.",
  },
];
