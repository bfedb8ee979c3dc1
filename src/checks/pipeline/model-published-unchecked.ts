import type { Span } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";
import { copyOf, isLookedAt, modelFormat } from "./model-names.ts";
import { snippetsOf } from "./snippets.ts";

/** Where a command hands a model to others. */
function publishedBy(command: Command): Span | undefined {
  const { program, args } = command;
  const words = args.filter(({ text }) => !text.startsWith("-")).map(({ text }) => text);
  const begins = (...parts: readonly string[]): boolean =>
    parts.every((part, at) => words[at] === part);
  if (/^(?:hf|huggingface-cli)$/.test(program) && /^upload(?:-large-folder)?$/.test(words[0] ?? ""))
    return command;
  if (program === "ollama" && begins("push")) return command;
  if (program === "aws" && begins("sagemaker") && (words[1] ?? "").startsWith("create-model"))
    return command;
  if (program === "gcloud" && words.includes("models") && words.includes("upload")) return command;
  if (program === "az" && begins("ml", "model", "create")) return command;
  if (program === "bentoml" && begins("push")) return command;
  const copy = copyOf(command);
  if (copy?.direction === "up" && modelFormat(copy.path) !== undefined) return copy.where;
  return snippetsOf([command]).find(({ code }) =>
    /push_to_hub|upload_folder|upload_file|register_model|create_model_version/.test(code),
  )?.where;
}

export const modelPublishedUnchecked = defineCheck({
  meta: {
    id: "model-published-unchecked",
    code: "PV-CI-021",
    title: "A pipeline publishes a model that nothing scanned or signed",
    asset: "pipeline",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["CKV_GHA_5"],
    controls: [
      "CWE-345",
      "CWE-353",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
    ],
    why: "Whoever loads it cannot tell that it is the one that was trained here, and code in it reaches every one of them.",
    mend: "Before the upload: `pavise scan model/ --fail-on medium` and `pavise sign model/`; whoever loads it runs `pavise verify model/`.",
    blind: "What a script in a file does; other pipelines.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/release.yml",
          code: "on: push\njobs:\n  publish:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: hf upload riverbank/credit model/\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/release.yml",
          code: "on: push\njobs:\n  publish:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: pavise scan model/ && pavise sign model/\n      - run: hf upload riverbank/credit model/\n",
        },
      ],
    },
  },
  run: (view, report) => {
    if (view.jobs.length === 0 || isLookedAt(view)) return;
    for (const command of view.commands) {
      const where = publishedBy(command);
      if (where !== undefined) report(where, { extent: command });
    }
  },
});
