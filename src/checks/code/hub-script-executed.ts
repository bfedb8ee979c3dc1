import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { downloadBehind, isCommit, placeOf } from "./artifacts.ts";

/** Metrics that Hugging Face keeps itself; their scripts run too, but nobody else can change them. */
const official = /^[\w-]+$/;

/** Calls that run what a repository brings, without a switch that says so. */
const runners: ReadonlyMap<string, readonly [index: number, name: string, what: string]> = new Map([
  ["kernels.get_kernel", [0, "repo_id", "compiled kernels"]],
  [
    "transformers.dynamic_module_utils.get_class_from_dynamic_module",
    [1, "pretrained_model_name_or_path", "a Python module"],
  ],
  [
    "transformers.dynamic_module_utils.get_cached_module_file",
    [0, "pretrained_model_name_or_path", "a Python module"],
  ],
  ["speechbrain.inference.interfaces.foreign_class", [0, "source", "a Python module"]],
  ["speechbrain.inference.foreign_class", [0, "source", "a Python module"]],
  ["speechbrain.pretrained.interfaces.foreign_class", [0, "source", "a Python module"]],
  ["speechbrain.pretrained.foreign_class", [0, "source", "a Python module"]],
  ["transformers.load_tool", [0, "task_or_repo_id", "a tool's Python file"]],
]);

const quiet: FindingDetails = { severity: "low", audience: "pedantic" };

/** SpeechBrain builds a model from a YAML file that names the functions to call. */
const speechbrain = /^speechbrain\.(?:inference|pretrained)\.[\w.]*from_hparams$/;

function isPinned(call: PythonCall): boolean {
  const revision = call.keyword("revision");
  return (
    revision !== undefined &&
    (revision.constant() === undefined || isCommit(revision.string() ?? ""))
  );
}

function named(call: PythonCall, index: number, name: string): string {
  return call.argument(index, name)?.string() ?? "a repository";
}

export const hubScriptExecuted = defineCheck({
  meta: {
    id: "hub-script-executed",
    code: "PV-CODE-204",
    title: "A script or kernel from a hub is downloaded and run",
    asset: "python",
    severity: "medium",
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
    why: "Metrics, custom pipelines, tools and kernels are code. Whoever may write to the repository runs it in your process.",
    mend: "Install the code as a package with a hash, or pin `revision` to a commit that you have read.",
    blind: "A repository that is named elsewhere.",
    references: [
      "https://huggingface.co/docs/evaluate/a_quick_tour",
      "https://huggingface.co/docs/diffusers/using-diffusers/custom_pipeline_overview",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { code: 'from kernels import get_kernel\nactivation = get_kernel("acme/activation")\n' },
      ],
      clean: [
        { code: "from sklearn.metrics import accuracy_score\nscore = accuracy_score(y, p)\n" },
      ],
    },
  },
  run: ({ calls, methods }, report) => {
    for (const call of calls(...runners.keys())) {
      const [index, name, what] = runners.get(call.name) ?? [0, "", "code"];
      if (placeOf(call.argument(index, name)) === "local") continue;
      const message = `${call.method} downloads ${what} from \`${named(call, index, name)}\` and runs it`;
      const isPassedOn = call.argument(index, name)?.constant() === undefined;
      report(
        call,
        isPassedOn
          ? { ...quiet, message }
          : isPinned(call)
            ? { severity: "low", message }
            : { message },
      );
    }
    for (const call of calls("sys.path.insert", "sys.path.append")) {
      const folder = call.positional(call.method === "insert" ? 1 : 0);
      if (downloadBehind(folder) !== undefined)
        report(call, {
          severity: "high",
          message: "Modules are imported from what was downloaded",
        });
    }
    for (const call of calls("evaluate.load", "datasets.load_metric")) {
      const name = call.argument(0, "path")?.string();
      if (name !== undefined && placeOf(call.argument(0, "path")) === "local") continue;
      const isQuiet = name === undefined || official.test(name) || isPinned(call);
      const message = `The script of the metric \`${name ?? "that is named here"}\` is downloaded and run`;
      report(call, isQuiet ? { ...quiet, message } : { message });
    }
    for (const call of methods("from_pretrained", "from_hparams")) {
      const pipeline = call.keyword("custom_pipeline");
      if (
        pipeline !== undefined &&
        pipeline.string()?.includes("/") === true &&
        placeOf(pipeline) === "hub"
      ) {
        report(call, {
          message: `Code of the custom pipeline \`${pipeline.string()}\` is downloaded and run`,
        });
      }
      const source = call.argument(0, "source");
      if (speechbrain.test(call.name) && placeOf(source) !== "local") {
        const message =
          "from_hparams calls the functions that `hyperparams.yaml` of the repository names";
        const isPassedOn = source?.constant() === undefined;
        report(
          call,
          isPassedOn
            ? { ...quiet, message }
            : isPinned(call)
              ? { severity: "low", message }
              : { message },
        );
      }
    }
  },
});
