import type { ClassDef } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

/** Classes by which a script is a dataset or a metric, and what loads it. */
const builders: ReadonlyMap<string, string> = new Map([
  ["datasets.GeneratorBasedBuilder", "load_dataset"],
  ["datasets.ArrowBasedBuilder", "load_dataset"],
  ["datasets.BeamBasedBuilder", "load_dataset"],
  ["datasets.DatasetBuilder", "load_dataset"],
  ["datasets.Metric", "load_metric"],
  ["evaluate.Metric", "evaluate.load"],
  ["evaluate.Measurement", "evaluate.load"],
  ["evaluate.Comparison", "evaluate.load"],
]);

/** True where the hub looks for a script: it is called like its folder, which of the root is not known. */
function isScriptOfFolder(path: string): boolean {
  const parts = path.split("/");
  const name = parts.at(-1)?.replace(/\.py$/, "");
  const folder = parts.at(-2);
  return name !== parts.at(-1) && (folder === undefined || folder === name);
}

function loaderOf({ bases }: ClassDef, { value }: PythonView): string | undefined {
  for (const base of bases) {
    const loader = builders.get(value(base).name());
    if (loader !== undefined) return loader;
  }
  return undefined;
}

/** What starts a program or runs a text. */
const programs = [
  "os.system",
  "os.popen",
  "subprocess.run",
  "subprocess.call",
  "subprocess.check_call",
  "subprocess.check_output",
  "subprocess.Popen",
  "exec",
  "eval",
] as const;

export const datasetScriptExecuted = defineCheck({
  meta: {
    id: "dataset-script-executed",
    code: "PV-MODEL-035",
    title: "A dataset or metric is a script that runs when it is loaded",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-94", "OWASP-LLM03:2025", "ATLAS:AML.T0010.002"],
    why: "Whoever loads the folder by its name imports this file. `load_dataset` did so without asking before datasets 2.20, and with `trust_remote_code=True` up to 4.0.",
    mend: "Publish the data as Parquet, CSV or JSON, which load without code. Else read the script, keep it under review, and pin the revision.",
    blind: "Whether anybody loads the folder; scripts that are named otherwise.",
    since: "0.1.0",
    references: ["https://huggingface.co/docs/datasets/about_dataset_load"],
    examples: {
      found: [
        {
          path: "reviews/reviews.py",
          code: "import datasets\n\nclass Reviews(datasets.GeneratorBasedBuilder):\n    ...\n",
        },
      ],
      clean: [
        {
          path: "reviews/train.py",
          code: "from datasets import load_dataset\n\ndata = load_dataset('parquet', data_files='reviews.parquet')\n",
        },
      ],
    },
  },
  wants: (file) => file.mentions("datasets") || file.mentions("evaluate"),
  run: (view, report) => {
    if (!isScriptOfFolder(view.path)) return;
    for (const node of view.facts.classes) {
      const loader = loaderOf(node, view);
      if (loader === undefined) continue;
      const where = { start: node.start, end: view.text.indexOf("\n", node.start) };
      const message = `\`${loader}\` of this folder runs the whole file`;
      // A script that loads data needs none of these.
      const isGrave = view.calls(...programs).some(() => true);
      const details = isGrave
        ? { message: `${message}, and it starts programs or runs texts`, severity: "high" as const }
        : { message };
      report({ ...where, end: Math.max(where.start, where.end) }, details);
      return;
    }
  },
});
