import { contradiction, type ListingLine } from "./listing.ts";

/** What the bytes of a file are. */
export type Content =
  | "pickle"
  | "zip"
  | "tar"
  | "7z"
  | "numpy"
  | "hdf5"
  | "safetensors"
  | "gguf"
  | "packed"
  | "tflite"
  | "graph"
  | "rdata"
  | "native"
  | "executorch"
  | "ggml"
  | "tensorrt";

/** What files of a suffix hold: those by which people and programs decide that a file is safe. */
const held: Readonly<Record<string, readonly Content[]>> = {
  safetensors: ["safetensors"],
  gguf: ["gguf"],
  ggml: ["gguf"],
  onnx: ["graph"],
  tflite: ["tflite"],
  npy: ["numpy"],
  npz: ["zip"],
  h5: ["hdf5"],
  hdf5: ["hdf5"],
  keras: ["zip", "hdf5"],
  ubj: [],
  cbm: [],
  xgb: [],
  msgpack: [],
  json: [],
  txt: [],
  md: [],
  csv: [],
  yaml: [],
  yml: [],
  png: [],
  jpg: [],
  jpeg: [],
  gif: [],
  parquet: [],
};
/** What may act when it is loaded. */
const acting = new Set<Content>([
  "pickle",
  "zip",
  "tar",
  "7z",
  "hdf5",
  "packed",
  "rdata",
  "native",
]);
/** What a file is, in words. */
export const contentNames: Readonly<Record<Content, string>> = {
  pickle: "a pickle",
  zip: "a ZIP archive",
  tar: "a tar archive",
  "7z": "a 7z archive",
  numpy: "an array of NumPy",
  hdf5: "HDF5",
  safetensors: "safetensors",
  gguf: "GGUF",
  packed: "packed",
  tflite: "TensorFlow Lite",
  graph: "a graph",
  rdata: "data of R",
  native: "machine code",
  executorch: "a program of ExecuTorch",
  ggml: "GGML",
  tensorrt: "an engine of TensorRT",
};

function heldBy(path: string): readonly Content[] | undefined {
  const suffix = suffixOf(path);
  return Object.hasOwn(held, suffix) ? held[suffix] : undefined;
}

function suffixOf(path: string): string {
  return /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** True where the suffix of a file says what it holds. */
export function hasPromise(path: string): boolean {
  return heldBy(path) !== undefined;
}

/** A line where a file is called what it is not, and what it is may act; nothing for every other. */
export function suffixLines(path: string, content: Content): readonly ListingLine[] {
  const wanted = heldBy(path);
  if (wanted === undefined || wanted.includes(content) || !acting.has(content)) return [];
  const message = `It is called .${suffixOf(path)} and is ${contentNames[content]}`;
  return [{ text: `# ${message}`, acts: [{ kind: "lies", message }] }];
}

/** A line where a file is called safetensors and no reader finds a header in it. A pointer of Git LFS is none. */
export function brokenPromise(path: string, head: Buffer): readonly ListingLine[] {
  if (suffixOf(path) !== "safetensors" || head.toString("latin1", 0, 8) === "version ") return [];
  return [contradiction("it has no header that fits into it")];
}
