import type { Expression } from "../../formats/python/nodes.ts";
import { PythonCall, PythonValue } from "../../formats/python/values.ts";

/** Where a path or a name that is written in the source leads, as far as it can be told. */
export type Place = "hub" | "local" | "url" | "unknown";

/** True for the hash of a commit, whole or shortened to no less than seven digits. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}

/** True for a path that names a place on this machine by its form. */
export function isLocalPath(text: string): boolean {
  return /^(?:\.{1,2}(?:[/\\]|$)|[/\\~]|[A-Za-z]:[/\\]|file:)/.test(text) || /\/.*\//.test(text);
}

/** True for a URL with a scheme that leads off this machine. */
export function isUrl(text: string): boolean {
  return /^(?:https?|ftp|s3a?|gs|gcs|az|abfss?|wasbs?|hdfs|dbfs|hf):\/\//i.test(text);
}

/** Judges the first argument of `from_pretrained` and its like: a hub has names with at most one slash. */
export function placeOf(value: PythonValue | undefined): Place {
  const text = value?.string();
  if (text === undefined) return "unknown";
  if (isUrl(text)) return "url";
  return isLocalPath(text) || text === "" ? "local" : "hub";
}

/** Functions that answer with what they fetched, or with the path where they left it. */
const downloads = new Set([
  "huggingface_hub.hf_hub_download",
  "huggingface_hub.snapshot_download",
  "huggingface_hub.cached_download",
  "transformers.utils.cached_file",
  "transformers.utils.hub.cached_file",
  "modelscope.snapshot_download",
  "modelscope.hub.snapshot_download.snapshot_download",
  "kagglehub.model_download",
  "kagglehub.dataset_download",
  "requests.get",
  "requests.post",
  "requests.request",
  "requests.Session().get",
  "httpx.get",
  "httpx.post",
  "urllib.request.urlopen",
  "urllib.request.urlretrieve",
  "wget.download",
  "gdown.download",
  "gdown.cached_download",
  "pooch.retrieve",
  "keras.utils.get_file",
  "torch.hub.load_state_dict_from_url",
  "mlflow.artifacts.download_artifacts",
  "s3fs.S3FileSystem().open",
  "gcsfs.GCSFileSystem().open",
]);

/** Functions whose result is what they are given, opened, unpacked or renamed. */
const wrappers = new Set([
  "open",
  "io.BytesIO",
  "io.StringIO",
  "io.open",
  "gzip.open",
  "gzip.GzipFile",
  "gzip.decompress",
  "bz2.open",
  "lzma.open",
  "zlib.decompress",
  "base64.b64decode",
  "os.path.join",
  "os.fspath",
  "pathlib.Path",
  "pathlib.PurePath",
  "str",
  "bytes",
  "bytearray",
  "compile",
  "fsspec.open",
  "smart_open.open",
  "smart_open.smart_open",
  "tensorflow.gfile.GFile",
  "tensorflow.io.gfile.GFile",
]);

/** What an expression was fetched with: a call that downloads, or the text of a URL that is opened. */
export type Origin = { readonly call: PythonCall } | { readonly url: string };

/** Follows an expression through names, wrappers and attributes back to a download; else undefined. */
export function downloadBehind(value: PythonValue | undefined): Origin | undefined {
  if (value === undefined) return undefined;
  const open: { value: PythonValue; depth: number }[] = [{ value, depth: 0 }];
  // A bound on the whole walk: expressions can be made that branch without end.
  for (let seen = 0; open.length > 0 && seen < 60; seen++) {
    const { value: current, depth } = open.pop()!;
    const node = current.node.kind === "Name" ? current.origin() : current.node;
    const next = (child: Expression): void => {
      if (depth < 12) open.push({ value: new PythonValue(child, current.scope), depth: depth + 1 });
    };
    switch (node.kind) {
      case "Constant":
        if (typeof node.value === "string" && node.type === "str" && isUrl(node.value))
          return { url: node.value };
        break;
      case "Attribute":
      case "Subscript":
      case "Await":
      case "NamedExpr":
        next(node.value);
        break;
      case "BinOp":
        next(node.left);
        next(node.right);
        break;
      case "JoinedStr":
        for (const part of node.values) next(part.kind === "Constant" ? part : part.value);
        break;
      case "Call": {
        const call = new PythonCall(node, current.scope);
        if (downloads.has(call.name)) return { call };
        if (wrappers.has(call.name)) for (const argument of node.args) next(argument);
        else if (node.func.kind === "Attribute") next(node.func.value);
        break;
      }
      default:
    }
  }
  return undefined;
}

/** True where the download names a commit or a hash, so that it always brings the same bytes. */
export function isPinned(origin: Origin): boolean {
  if (!("call" in origin)) return false;
  const { call } = origin;
  const revision = call.keyword("revision")?.string();
  if (revision !== undefined) return isCommit(revision);
  const hash = call.keyword("known_hash") ?? call.keyword("file_hash") ?? call.keyword("md5_hash");
  return hash !== undefined && !hash.is(null);
}
