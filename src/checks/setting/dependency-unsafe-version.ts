import { readRequirement, unsafetyOf } from "../command/unsafe-versions.ts";
import { defineCheck } from "../define.ts";
import { dependenciesOf, mayHaveDependencies } from "./dependencies.ts";

export const dependencyUnsafeVersion = defineCheck({
  meta: {
    id: "dependency-unsafe-version",
    code: "PV-CONF-018",
    title: "A project depends on a release that runs code in what it reads",
    asset: "setting",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1395",
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "A model, a checkpoint or an answer that is made for it runs code here, also where the program asks for the safe way.",
    mend: "Allow the release that mends it, and test with it.",
    blind:
      "All other weaknesses of dependencies, and requirements that allow a newer release: those are the work of an audit of what is installed.",
    references: ["CVE-2025-32434", "CVE-2026-24747", "CVE-2025-68664"],
    since: "0.1.0",
    examples: {
      found: [
        { path: "pyproject.toml", code: '[project]\ndependencies = ["torch<2.6"]\n' },
        { path: "environment.yml", code: "dependencies:\n  - pytorch=2.5.1\n" },
      ],
      clean: [{ path: "pyproject.toml", code: '[project]\ndependencies = ["torch>=2.10"]\n' }],
    },
  },
  wants: mayHaveDependencies,
  run: (view, report) => {
    if (!mayHaveDependencies({ path: view.path, mentions: () => false })) return;
    for (const { requirement, setting } of dependenciesOf(view)) {
      const read = readRequirement(requirement);
      const unsafe = read === undefined ? undefined : unsafetyOf(read);
      if (read === undefined || unsafe === undefined) continue;
      const until = unsafe.before === undefined ? "" : ` before ${unsafe.before}`;
      report(setting.at, {
        message: `${read.name}${until} ${unsafe.says} (${unsafe.advisory})`,
        severity: unsafe.exactly === undefined ? "medium" : "critical",
      });
    }
  },
});
