import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { installArguments } from "./pip.ts";

/** What is installed from a repository without naming a commit; undefined where one is named. */
export function judgeGitRequirement(requirement: string): FindingDetails | undefined {
  const git = /git\+(?:https?|ssh|git|file):\/\/[^\s#]+/.exec(requirement)?.[0];
  if (git === undefined) {
    // An archive of a branch changes with the branch.
    const archive =
      /^(?:[\w.[\],-]+ ?@ ?)?https:\/\/github\.com\/[^/]+\/[^/]+\/(?:archive|zipball|tarball)\/(?:refs\/heads\/)?([^#\s]+)/.exec(
        requirement,
      );
    return archive !== null && /^(?:main|master|dev|develop)(?:\.|$)/.test(archive[1] ?? "")
      ? { message: "A package is installed from a branch: it changes with every push" }
      : undefined;
  }
  const path = git.slice(git.indexOf("://") + 3);
  const at = path.lastIndexOf("@");
  const reference = at > path.indexOf("/") ? path.slice(at + 1) : undefined;
  if (reference === undefined)
    return { message: "A package is installed from whatever its repository holds today" };
  if (/^[0-9a-f]{7,64}$/i.test(reference)) return undefined;
  if (/^v?\d+(?:\.\d+)+/.test(reference)) {
    return {
      severity: "low",
      audience: "pedantic",
      message: `A package is installed from the tag \`${reference}\`, which can be moved`,
    };
  }
  return {
    message: `A package is installed from the branch \`${reference}\`: it changes with every push`,
  };
}

export const pipGitUnpinned = defineCheck({
  meta: {
    id: "pip-git-unpinned",
    code: "PV-CMD-019",
    title: "A package is installed from a branch of a repository",
    asset: "command",
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
    why: "Whoever can push there, today or after taking the account over, runs code here.",
    mend: "Install a release, or name a commit: `git+https://…@<40 hex>`.",
    blind: "Requirement files.",
    since: "0.1.0",
    examples: {
      found: [{ path: "setup.sh", code: "pip install git+https://github.com/acme/net.git\n" }],
      clean: [
        {
          path: "setup.sh",
          code: "pip install git+https://github.com/acme/net.git@0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      for (const word of installArguments(command) ?? []) {
        if (!word.isKnown) continue;
        const details = judgeGitRequirement(word.text);
        if (details !== undefined) report(word, { extent: command, ...details });
      }
    }
  },
});
