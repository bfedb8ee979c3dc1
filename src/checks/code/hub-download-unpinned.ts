import type { FindingDetails, Report } from "../../core/index.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { isCommit, placeOf } from "./artifacts.ts";
import { seemsForeign } from "./support.ts";

/** What Bandit's B615 looks at: a function, and a module that must stand in its qualified name. */
const banditModules: ReadonlyMap<string, string> = new Map([
  ["from_pretrained", "transformers"],
  ["load_dataset", "datasets"],
  ["hf_hub_download", "huggingface_hub"],
  ["snapshot_download", "huggingface_hub"],
  ["repository_id", "huggingface_hub"],
]);

/** Further calls that fetch from the Hugging Face hub, with the parameter that names the repository. */
const others: ReadonlyMap<string, readonly [index: number, name: string]> = new Map<
  string,
  readonly [number, string]
>([
  ["sentence_transformers.SentenceTransformer", [0, "model_name_or_path"]],
  ["sentence_transformers.CrossEncoder", [0, "model_name_or_path"]],
  ["sentence_transformers.SparseEncoder", [0, "model_name_or_path"]],
  ["sentence_transformers.cross_encoder.CrossEncoder", [0, "model_name_or_path"]],
  ["transformers.pipeline", [1, "model"]],
  ["transformers.pipelines.pipeline", [1, "model"]],
  ["datasets.load_dataset_builder", [0, "path"]],
  ["evaluate.load", [0, "path"]],
  ["modelscope.snapshot_download", [0, "model_id"]],
  ["modelscope.hub.snapshot_download.snapshot_download", [0, "model_id"]],
  ["faster_whisper.WhisperModel", [0, "model_size_or_path"]],
  ["timm.create_model", [0, "model_name"]],
  ["open_clip.create_model_and_transforms", [0, "model_name"]],
  ["open_clip.create_model", [0, "model_name"]],
  ["vllm.LLM", [0, "model"]],
  ["huggingface_hub.from_pretrained_keras", [0, "pretrained_model_name_or_path"]],
  ["huggingface_hub.from_pretrained_fastai", [0, "repo_id"]],
  ["peft.PeftModel.from_pretrained", [1, "model_id"]],
  ["peft.PeftModelForCausalLM.from_pretrained", [1, "model_id"]],
]);

/** Libraries whose `from_pretrained` takes a `revision`. */
const libraries =
  /^(?:diffusers|peft|optimum|setfit|trl|unsloth|auto_gptq|awq|span_marker|gliner|adapters|open_clip|ctransformers|llama_cpp)\b/;

/** Formats that `load_dataset` reads from files of your own; they name no repository. */
const builders = new Set([
  "csv",
  "json",
  "parquet",
  "text",
  "arrow",
  "pandas",
  "xml",
  "sql",
  "imagefolder",
  "audiofolder",
  "videofolder",
  "webdataset",
]);

type Pin = "commit" | "moving" | "none" | "elsewhere";

function pinOf(call: PythonCall): Pin {
  const revision = call.keyword("revision") ?? call.keyword("commit_id");
  if (revision === undefined) return call.hasUnknownArguments() ? "elsewhere" : "none";
  const constant = revision.constant();
  if (constant === undefined) return "elsewhere";
  if (constant.value === null || constant.value === "") return "none";
  return isCommit(String(constant.value)) ? "commit" : "moving";
}

/**
 * True where Bandit 1.9.4 reports B615: it follows imports but no variables, takes any revision
 * that is not a literal for a pin, does not see `**`, and lets paths pass by their first character.
 */
function isBanditFinding(call: PythonCall, view: PythonView): boolean {
  const module = banditModules.get(call.method);
  if (module === undefined || !call.isWrittenOut() || !call.name.split(".").includes(module))
    return false;
  const isImported = view
    .imports()
    .some(
      ({ name }) =>
        name.includes("transformers") ||
        name.includes("datasets") ||
        name.includes("huggingface_hub"),
    );
  if (!isImported) return false;
  for (const { arg, value } of call.node.keywords) {
    if (arg !== "revision" && arg !== "commit_id") continue;
    if (value.kind !== "Constant") return false;
    if (typeof value.value === "string" && value.value.length >= 7 && isHex(value.value))
      return false;
  }
  const [first] = call.node.args;
  const path = first?.kind === "Constant" && first.type === "str" ? String(first.value) : "";
  return !/^(?:\.\/|\/|\.\.\/)/.test(path);
}

function isHex(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
}

function repositoryOf(call: PythonCall): PythonValue | undefined {
  const [index, name] = others.get(call.name) ?? [0, "pretrained_model_name_or_path"];
  return (
    call.keyword(name) ?? call.keyword("repo_id") ?? call.keyword("path") ?? call.positional(index)
  );
}

/** True for what is taken out of something, `request.args["model"]`; a plain name says too little. */
function isChosen(value: PythonValue | undefined): boolean {
  const kind = value?.origin().kind;
  return kind === "Subscript" || kind === "Call" || kind === "Attribute";
}

/** Says how bad it is; undefined where it is no weakness. */
function judge(call: PythonCall, pin: Pin): FindingDetails | undefined {
  const repository = repositoryOf(call);
  const name = repository?.string();
  const place = placeOf(repository);
  const quiet: FindingDetails = { severity: "low", confidence: "low", audience: "pedantic" };
  if (pin === "commit" || call.keyword("local_files_only")?.is(true)) return undefined;
  if (
    place === "local" ||
    place === "url" ||
    (name !== undefined && call.method === "load_dataset" && builders.has(name))
  )
    return undefined;
  if (place === "unknown" && seemsForeign(repository) && isChosen(repository)) {
    return {
      confidence: "medium",
      message: "Somebody else chooses which model or data set is loaded from the hub",
    };
  }
  if (place === "unknown")
    return {
      ...quiet,
      message: "Where this names a hub repository, whatever is there on that day is loaded",
    };
  if (pin === "elsewhere") return quiet;
  const revision = call.keyword("revision")?.string() ?? call.keyword("commit_id")?.string();
  return pin === "moving"
    ? {
        message: `\`${name}\` is loaded at \`${revision}\`, a branch or tag that its owner can move`,
      }
    : { message: `\`${name}\` is loaded without a commit: whatever is there on that day` };
}

/** Functions with names of their own, where a hub is meant only by what stands before or in the name. */
const namesHubByPrefix = /^(?:timm|open_clip|faster_whisper)\./;

function isOfHub(call: PythonCall): boolean {
  return /^(?:hf[-_]hub:|local-dir:)?[\w.-]+\/[\w.-]+$/.test(repositoryOf(call)?.string() ?? "");
}

function run(view: PythonView, report: Report): void {
  for (const call of view.methods(...banditModules.keys())) {
    const pin = pinOf(call);
    const details = judge(call, pin);
    if (isBanditFinding(call, view)) {
      // What we know to be harmless stays in the list for the sake of comparison, out of sight.
      report(
        call,
        details ?? {
          severity: "info",
          audience: "audit",
          message: "Loaded from a place that is local or pinned",
        },
      );
    } else if (details?.audience === undefined && details !== undefined && isHub(call)) {
      report(call, { ...details, aliases: [] });
    }
  }
  for (const call of view.calls(...others.keys())) {
    if (banditModules.has(call.method) && !call.name.startsWith("modelscope.")) continue;
    if (namesHubByPrefix.test(call.name) && !isOfHub(call)) continue;
    const details = judge(call, pinOf(call));
    if (details !== undefined && details.audience === undefined)
      report(call, { ...details, aliases: [] });
  }
}

/** True for a call that is known to reach the hub, though Bandit does not see it. */
function isHub(call: PythonCall): boolean {
  const module = banditModules.get(call.method) ?? "";
  return call.name.split(/[.()]+/).includes(module) || libraries.test(call.name);
}

export const hubDownloadUnpinned = defineCheck({
  meta: {
    id: "hub-download-unpinned",
    code: "PV-CODE-201",
    title: "A model or data set is loaded from the hub without a commit",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B615"],
    controls: [
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0010.002",
    ],
    why: "Branches and tags move. Whoever gets hold of the repository, or re-registers a deleted name, puts other weights or data under the same name, and the next start loads them.",
    mend: "Pass `revision=` with the full hash of a commit that you have looked at.",
    blind:
      "Names that come from a caller or a configuration; adapters and tokenizers that a model's own configuration points to.",
    references: [
      "https://huggingface.co/docs/huggingface_hub/guides/download#from-specific-version",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net")\n',
        },
      ],
      clean: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net", revision="5c6d1e0b5a7f4e3d2c1b0a9f8e7d6c5b4a3f2e1d")\n',
        },
      ],
    },
  },
  run,
});
