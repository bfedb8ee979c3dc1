import type { FindingDetails } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { installOf, isTool, type Install } from "./installs.ts";
import { publishingJobs } from "./publishing.ts";

/** Where a command stands, as far as it counts. */
type Place = "image" | "publishing" | "test";

function nameAll(words: readonly { readonly text: string }[]): string {
  const shown = words.slice(0, 3).map(({ text }) => `\`${text.slice(0, 60)}\``);
  return words.length > 3 ? `${shown.join(", ")} and ${words.length - 3} more` : shown.join(", ");
}

function judge(install: Install, place: Place): FindingDetails | undefined {
  const { loose, versioned, lists, archives, renews } = install;
  const products = loose.filter((word) => !isTool(word));
  const isShown = place === "publishing" || (place === "image" && products.length > 0);
  if (loose.length > 0) {
    const message = `${nameAll(products.length > 0 ? products : loose)} is installed in whatever version is newest`;
    // Nobody leaves pip as it is, and a lock for it alone helps little.
    const isPipAlone = loose.every(({ text }) => text === "pip");
    if (isShown) return isPipAlone ? { audience: "pedantic", message } : { message };
    return products.length > 0 ? { audience: "pedantic", message } : { audience: "audit", message };
  }
  if (archives.length > 0)
    return { audience: "pedantic", message: `${nameAll(archives)} is installed without a digest` };
  if (renews !== undefined)
    return {
      audience: "pedantic",
      message: `\`${renews.text}\` takes the newest versions, whatever the lock file says`,
    };
  if (versioned.length > 0)
    return { audience: "audit", message: `${nameAll(versioned)} is installed without hashes` };
  return lists.length > 0
    ? { audience: "audit", message: `${nameAll(lists)} is installed without \`--require-hashes\`` }
    : undefined;
}

export const installUnlocked = defineCheck({
  meta: {
    id: "install-unlocked",
    code: "PV-CI-019",
    title: "Packages are installed without a lock or hashes",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["DL3013", "zizmor:adhoc-packages"],
    controls: [
      "CWE-829",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.001",
    ],
    why: "What is released under that name in the next hour is part of the image, or runs beside the token that publishes the package: so a poisoned `torchtriton` (December 2022) and `ultralytics` 8.3.41 (December 2024) came in.",
    mend: "Install from a lock: `uv sync --locked`, `pip install --require-hashes -r requirements.txt` (written by `uv pip compile --generate-hashes` or `pip-compile --generate-hashes`), `poetry install`, or an explicit `conda-lock` file.",
    blind: "Whether a list of requirements holds hashes; what a script in a file installs.",
    since: "0.1.0",
    examples: {
      found: [
        { path: "Dockerfile", code: "FROM python:3.12\nRUN pip install torch transformers\n" },
      ],
      clean: [
        {
          path: "Dockerfile",
          code: "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install --require-hashes -r requirements.txt\nRUN pip install --no-deps .\n",
        },
      ],
    },
  },
  run: (view, report) => {
    function look(commands: readonly Command[], place: Place): void {
      for (const command of commands) {
        const install = installOf(command);
        const details = install === undefined ? undefined : judge(install, place);
        if (details !== undefined) report(command, details);
      }
    }
    if (view.jobs.length === 0) return look(view.commands, "image");
    const publishing = publishingJobs(view);
    for (const job of view.jobs) {
      const place = publishing.has(job) ? "publishing" : "test";
      for (const step of job.steps) look(step.commands, place);
    }
  },
});
