import { judgeGitRequirement } from "../command/pip-git-unpinned.ts";
import { defineCheck } from "../define.ts";
import { dependenciesOf, mayHaveDependencies } from "./dependencies.ts";

export const dependencyFromBranch = defineCheck({
  meta: {
    id: "dependency-from-branch",
    code: "PV-CONF-019",
    title: "A project depends on a branch of a repository",
    asset: "setting",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "Whoever can push there, today or after taking the account over, runs code wherever this is installed.",
    mend: 'Depend on a release, or name a commit: `git+https://…@<40 hex>`, `rev = "…"`.',
    blind: "A lock file beside it that names the commit.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pyproject.toml",
          code: '[project]\ndependencies = ["net @ git+https://github.com/acme/net.git"]\n',
        },
      ],
      clean: [
        {
          path: "pyproject.toml",
          code: '[project]\ndependencies = ["net @ git+https://github.com/acme/net.git@0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736"]\n',
        },
      ],
    },
  },
  wants: (file) => mayHaveDependencies(file) && (file.mentions("git") || file.mentions("archive")),
  run: (view, report) => {
    if (!mayHaveDependencies({ path: view.path, mentions: () => false })) return;
    for (const { requirement, setting } of dependenciesOf(view)) {
      const details = judgeGitRequirement(requirement);
      if (details !== undefined) report(setting.at, details);
    }
  },
});
