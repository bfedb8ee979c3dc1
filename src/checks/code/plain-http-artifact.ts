import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

type Parameter = readonly [index: number, name: string];

const tables = [
  "read_csv",
  "read_json",
  "read_parquet",
  "read_excel",
  "read_table",
  "read_fwf",
  "read_feather",
  "read_xml",
  "read_html",
  "read_pickle",
  "read_stata",
];

/** Functions that fetch data or models, with the parameter that takes the URL. */
const fetchers: ReadonlyMap<string, Parameter> = new Map<string, Parameter>([
  ...["pandas", "polars", "dask.dataframe", "modin.pandas", "cudf"].flatMap((library) =>
    tables.map((name): [string, Parameter] => [`${library}.${name}`, [0, "filepath_or_buffer"]]),
  ),
  ["polars.scan_csv", [0, "source"]],
  ["polars.scan_parquet", [0, "source"]],
  ["numpy.genfromtxt", [0, "fname"]],
  ["numpy.loadtxt", [0, "fname"]],
  ["urllib.request.urlretrieve", [0, "url"]],
  ["wget.download", [0, "url"]],
  ["gdown.download", [0, "url"]],
  ["pooch.retrieve", [0, "url"]],
  ["keras.utils.get_file", [1, "origin"]],
  ["torch.hub.load_state_dict_from_url", [0, "url"]],
  ["torch.hub.download_url_to_file", [0, "url"]],
  ["torch.utils.model_zoo.load_url", [0, "url"]],
  ["torchvision.datasets.utils.download_url", [0, "url"]],
  ["torchvision.datasets.utils.download_and_extract_archive", [0, "url"]],
  ["torchaudio.datasets.utils.download_url", [0, "url"]],
  ["skimage.io.imread", [0, "fname"]],
  ["imageio.imread", [0, "uri"]],
  ["fsspec.open", [0, "urlpath"]],
  ["smart_open.open", [0, "uri"]],
  ["datasets.load_dataset", [0, "path"]],
  ["ultralytics.YOLO", [0, "model"]],
  ["torchvision.datasets.utils.download_file_from_url", [0, "url"]],
]);

/** What follows a plain http URL to weights or data that `requests` and its like fetch. */
const artifact =
  /\.(?:pt|pth|bin|ckpt|safetensors|gguf|ggml|onnx|h5|hdf5|keras|pb|tflite|pkl|pickle|joblib|npy|npz|csv|tsv|parquet|jsonl|json|zip|tar|tgz|tar\.gz|tar\.bz2|7z|mar|nemo)(?:[?#].*)?$/i;

/** The host that is reached without encryption; undefined for https, and for this machine. */
function plainHost(url: string | undefined): string | undefined {
  const host = /^(?:http|ftp):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(url ?? "")?.[1];
  if (
    host === undefined ||
    /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal$)/.test(host)
  )
    return undefined;
  return host;
}

/** The strings of an argument: itself, or those in a list, or in a dict of them, that is written out. */
function urlsIn(value: PythonValue | undefined, view: PythonView): readonly (string | undefined)[] {
  if (value === undefined) return [];
  const node = value.origin();
  const items = node.kind === "Dict" ? node.values.map((item) => view.value(item)) : [value];
  return items.flatMap(
    (item) => item.elements()?.map((element) => element.string()) ?? [item.string()],
  );
}

function urlsOf(call: PythonCall, view: PythonView): readonly (string | undefined)[] {
  const [index, name] = fetchers.get(call.name) ?? [0, "url"];
  const urls = urlsIn(call.argument(index, name), view);
  return call.method === "load_dataset"
    ? [...urls, ...urlsIn(call.keyword("data_files"), view)]
    : urls;
}

export const plainHttpArtifact = defineCheck({
  meta: {
    id: "plain-http-artifact",
    code: "PV-CODE-700",
    title: "Data or a model is fetched over plain http",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-319",
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML02:2023",
      "ATLAS:AML.T0020",
    ],
    why: "Anybody on the way can change what arrives: rows that poison the training, or a model with code in it.",
    mend: "Use https, and compare a hash that is written in the source.",
    blind: "URLs that are put together at run time or come from a configuration.",
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import pandas as pd\ntrain = pd.read_csv("http://data.example.com/train.csv")\n' },
      ],
      clean: [
        {
          code: 'import pandas as pd\ntrain = pd.read_csv("https://data.example.com/train.csv")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.calls(...fetchers.keys())) {
      const host = urlsOf(call, view)
        .map(plainHost)
        .find((name) => name !== undefined);
      if (host !== undefined)
        report(call, { message: `${call.method} fetches from \`${host}\` without encryption` });
    }
    for (const call of view.calls(
      "requests.get",
      "httpx.get",
      "urllib.request.urlopen",
      "requests.Session().get",
    )) {
      const url = call.argument(0, "url")?.string();
      const host = plainHost(url);
      if (host !== undefined && artifact.test(url ?? "")) {
        report(call, {
          message: `A file of data or weights is fetched from \`${host}\` without encryption`,
        });
      }
    }
  },
});
