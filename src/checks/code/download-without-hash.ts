import type { FindingDetails } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

/** Downloads that can compare a hash, and whether this one does. */
const fetchers: ReadonlyMap<string, (call: PythonCall) => boolean> = new Map<
  string,
  (call: PythonCall) => boolean
>([
  ["pooch.retrieve", (call) => given(call, "known_hash", 1)],
  ["keras.utils.get_file", (call) => given(call, "file_hash", 4) || given(call, "md5_hash", 3)],
  [
    "keras.utils.data_utils.get_file",
    (call) => given(call, "file_hash", 4) || given(call, "md5_hash", 3),
  ],
  [
    "torch.hub.load_state_dict_from_url",
    (call) => call.argument(4, "check_hash")?.truth() !== false && given(call, "check_hash", 4),
  ],
  [
    "torch.utils.model_zoo.load_url",
    (call) => call.argument(4, "check_hash")?.truth() !== false && given(call, "check_hash", 4),
  ],
  ["torch.hub.download_url_to_file", (call) => given(call, "hash_prefix", 2)],
  ["torchvision.datasets.utils.download_url", (call) => given(call, "md5", 3)],
  ["torchvision.datasets.utils.download_and_extract_archive", (call) => given(call, "md5", 4)],
  ["gdown.cached_download", (call) => given(call, "md5", 2) || given(call, "hash", 5)],
]);

/** Those where going without is said outright, or unpickles. */
const loud = new Set([
  "pooch.retrieve",
  "torch.hub.load_state_dict_from_url",
  "torch.utils.model_zoo.load_url",
]);

function given(call: PythonCall, name: string, index: number): boolean {
  const value = call.argument(index, name);
  return value === undefined ? call.hasUnknownArguments() : !value.is(null);
}

/** Files that hold a model; most of them hold code too. */
const weights =
  /\.(?:pt|pth|ckpt|bin|pkl|pickle|joblib|h5|hdf5|keras|onnx|safetensors|gguf|ggml|pb|tflite|nemo|mar|npz)(?:[?#].*)?$/i;

function judge(call: PythonCall): FindingDetails {
  const message = `${call.method} takes whatever the server sends: no hash is compared`;
  if (call.method === "retrieve") return { message };
  if (loud.has(call.name) && call.keyword("weights_only")?.truth() !== true) {
    return { severity: "low", message: `${message}, and the file is unpickled` };
  }
  return { severity: "low", audience: "pedantic", message };
}

export const downloadWithoutHash = defineCheck({
  meta: {
    id: "download-without-hash",
    code: "PV-CODE-702",
    title: "A download is not compared with a hash",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-353",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.002",
    ],
    why: "Whoever takes over the server, or sits before it, gives you other data or weights, and nothing notices.",
    mend: "Write the SHA-256 into the source: `known_hash=`, `file_hash=`, `check_hash=True`, `hash_prefix=`.",
    blind: "Hashes that are compared by hand afterwards.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import pooch\npath = pooch.retrieve("https://example.com/a.csv", known_hash=None)\n',
        },
      ],
      clean: [
        {
          code: 'import pooch\npath = pooch.retrieve("https://example.com/a.csv", known_hash="sha256:ab12")\n',
        },
      ],
    },
  },
  run: ({ calls, text }, report) => {
    for (const call of calls(...fetchers.keys())) {
      if (fetchers.get(call.name)?.(call) === false) report(call, judge(call));
    }
    if (/sha256|sha512|blake2|\.hexdigest\(|checksum|known_hash/i.test(text)) return;
    for (const call of calls("urllib.request.urlretrieve", "wget.download", "gdown.download")) {
      const url = call.argument(0, "url")?.string();
      // Without TLS it is another weakness, and has a check of its own.
      const target = call.positional(1)?.string() ?? call.keyword("output")?.string() ?? "";
      // By the number of a file of Google Drive there is no URL to look at.
      const isDrive = call.method === "download" && call.keyword("id") !== undefined;
      if ((url === undefined && !isDrive) || url?.startsWith("http:") === true) continue;
      if (!weights.test(url ?? "") && !weights.test(target)) continue;
      report(call, {
        severity: "low",
        message: "Weights are taken as the server sends them: no hash is compared",
      });
    }
  },
});
