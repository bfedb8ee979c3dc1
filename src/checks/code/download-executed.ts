import type { FindingDetails, Report } from "../../core/index.ts";
import { PythonValue, type PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { downloadBehind, isPinned, type Origin } from "./artifacts.ts";

/** Functions that run code in what they read, with the place of the argument that they read. */
const runners: ReadonlyMap<string, number> = new Map([
  ["pickle.load", 0],
  ["pickle.loads", 0],
  ["pickle.Unpickler", 0],
  ["dill.load", 0],
  ["dill.loads", 0],
  ["cloudpickle.load", 0],
  ["cloudpickle.loads", 0],
  ["joblib.load", 0],
  ["pandas.read_pickle", 0],
  ["torch.load", 0],
  ["torch.jit.load", 0],
  ["torch.export.load", 0],
  ["torch.package.PackageImporter", 0],
  ["numpy.load", 0],
  ["runpy.run_path", 0],
  ["importlib.util.spec_from_file_location", 1],
  ["importlib.machinery.SourceFileLoader", 1],
  ["imp.load_source", 1],
  ["sys.path.append", 0],
  ["sys.path.insert", 1],
  ["exec", 0],
  ["eval", 0],
]);

/** Functions that leave what they fetch under a name that they are given. */
const savers: ReadonlyMap<string, readonly [index: number, name: string]> = new Map([
  ["urllib.request.urlretrieve", [1, "filename"]],
  ["wget.download", [1, "out"]],
  ["gdown.download", [1, "output"]],
  ["torch.hub.download_url_to_file", [1, "dst"]],
]);

/** Names of files that this file downloads, as far as they are written out. */
function savedFiles(view: PythonView): ReadonlyMap<string, PythonCall> {
  const saved = new Map<string, PythonCall>();
  for (const call of view.calls(...savers.keys())) {
    const [index, name] = savers.get(call.name) ?? [1, ""];
    const path = call.argument(index, name)?.string();
    if (path !== undefined && path !== "") saved.set(path, call);
  }
  return saved;
}

/** True for loaders that are told, or by default know, to read data only. */
function readsDataOnly(call: PythonCall): boolean {
  if (call.name === "numpy.load")
    return (call.keyword("allow_pickle") ?? call.positional(2))?.truth() !== true;
  return call.name === "torch.load" && call.keyword("weights_only")?.truth() !== false;
}

/** `pickle-load` says this itself, where the network is named in the very argument. */
function isSaidElsewhere(call: PythonCall): boolean {
  return (
    /^(?:pickle|dill|pandas)\./.test(call.name) &&
    /^(?:requests|urllib|httpx|boto3)\b/.test(call.positional(0)?.name() ?? "")
  );
}

function describe(origin: Origin): string {
  if ("url" in origin) return "a URL";
  const { call } = origin;
  const name = (call.keyword("repo_id") ?? call.positional(0))?.string();
  return name === undefined ? `\`${call.name}\`` : `\`${name}\``;
}

function openedName(value: PythonValue): string | undefined {
  const node = value.origin();
  if (
    node.kind === "Call" &&
    node.func.kind === "Name" &&
    node.func.id === "open" &&
    node.args[0] !== undefined
  ) {
    return new PythonValue(node.args[0], value.scope).string();
  }
  return value.string();
}

function run(view: PythonView, report: Report): void {
  const found = view.calls(...runners.keys());
  if (found.length === 0) return;
  const saved = savedFiles(view);
  for (const call of found) {
    const argument = call.positional(runners.get(call.name) ?? 0);
    if (argument === undefined || readsDataOnly(call) || isSaidElsewhere(call)) continue;
    const path = saved.size === 0 ? undefined : openedName(argument);
    const saver = path === undefined ? undefined : saved.get(path);
    const origin = saver === undefined ? downloadBehind(argument) : { call: saver };
    if (origin === undefined) continue;
    const details: FindingDetails = isPinned(origin) ? { severity: "medium" } : {};
    const verb = call.name.startsWith("sys.path") ? "makes importable" : "runs";
    report(call, {
      ...details,
      message: `${call.name} ${verb} code that was downloaded from ${describe(origin)}`,
    });
  }
}

export const downloadExecuted = defineCheck({
  meta: {
    id: "download-executed",
    code: "PV-CODE-205",
    title: "Something that was just downloaded is run, or unpickled",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-502",
      "CWE-829",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0011.000",
    ],
    why: "Between the download and the loader there is no check: whoever controls the file at the other end runs code here.",
    mend: "Load a format that holds only data; else pin the commit and compare a hash before the file is opened.",
    blind:
      "Paths that pass through other functions or are put together at run time; a hash that is compared in between.",
    references: ["https://huggingface.co/docs/hub/security-pickle"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import joblib\nfrom huggingface_hub import hf_hub_download\nmodel = joblib.load(hf_hub_download("acme/net", "model.joblib"))\n',
        },
      ],
      clean: [
        {
          code: 'from huggingface_hub import hf_hub_download\nfrom safetensors.torch import load_file\nstate = load_file(hf_hub_download("acme/net", "model.safetensors"))\n',
        },
      ],
    },
  },
  run,
});
