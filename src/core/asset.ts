/** What a file is, judged by its content first and its name second. */
export const assetKinds = [
  "python",
  "notebook",
  "shell",
  "dockerfile",
  "yaml",
  "toml",
  "ini",
  "dotenv",
  "json",
  "javascript",
  "typescript",
  "terraform",
  "markdown",
  "text",
  "pickle",
  "zip",
  "tar",
  "gzip",
  "7z",
  "safetensors",
  "gguf",
  "onnx",
  "hdf5",
  "numpy",
  "tflite",
  "parquet",
  "sqlite",
  "executable",
  "image",
  "binary",
  "directory",
  "resource",
  "empty",
] as const;
export type AssetKind = (typeof assetKinds)[number];

/** One thing that can be secured. */
export interface Asset {
  readonly path: string;
  readonly kind: AssetKind;
  /** Size in bytes. */
  readonly size: number;
}
