// Programs under names that models have. What hands such a file to a loader fails; what starts it, or a script that
// makes it runnable, runs a program, and lists of what is harmless let it pass for its name.
import type { ByteSource } from "../formats/bytes/source.ts";
import { walkZip } from "../formats/zip/walk.ts";
import { actLine, type ListingLine } from "./listing.ts";
import { hasNativeHeader, nativeKind } from "./native.ts";
import type { SizeBeside } from "./places.ts";

/** Suffixes that only models have. */
const modelSuffix =
  /\.(?:pt|pth|pt2|ckpt|pkl|pickle|joblib|dill|sav|model|onnx|h5|hdf5|keras|safetensors|gguf|ggml|tflite|npy|npz|msgpack|mlmodel|pdmodel|pdparams|caffemodel|t7|nemo|ubj|cbm|params|weights|torchscript|mar|rds)$/i;
/** `.bin` is also what firmware and installers are called: there the rest of the name must be that of a model. */
const modelWord =
  /(?:model|weights?|encoder|decoder|adapter|checkpoint|ckpt|embed|tokeni[sz]er|classifier|regressor|predictor|detector|vectori[sz]er|consolidated|lora|unet|vae|transformer|optimizer|ggml|bert|llama)/i;
/** What stands beside the weights of a model. */
const companions = [
  "config.json",
  "model_index.json",
  "tokenizer.json",
  "tokenizer_config.json",
  "adapter_config.json",
  "model.safetensors",
  "pytorch_model.bin.index.json",
];

/** True for a name by which people and programs take a file for a model. */
export function isModelName(path: string, sizeBeside?: SizeBeside): boolean {
  if (modelSuffix.test(path)) return true;
  if (!/\.bin$/i.test(path)) return false;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return modelWord.test(name) || companions.some((each) => sizeBeside?.(each) !== undefined);
}

/** What begins a program of Cosmopolitan, which is a script of a shell at the same time. */
const everywhere = /^(?:MZqFpD|jartsr)='/;
/** The script ends long before. */
const maxScript = 8 * 1024;
const fetches =
  /\b(?:curl|wget)\b[^\n\0]{0,300}(?:\bhttps?:\/\/|\|\s*(?:ba|z|da)?sh\b)|\/dev\/tcp\/|\bbase64\s+(?:-d|--decode)\b/;

/** True for the beginning of a program of Cosmopolitan, `llamafile` above all. */
export function isEverywhere(head: Buffer): boolean {
  return everywhere.test(head.toString("latin1", 0, 8));
}

/** What the script does that starts such a program: its own makes a loader of what is in the file, and asks no host. */
function scriptLines(head: Buffer): readonly ListingLine[] {
  if (!isEverywhere(head)) return [];
  const found = fetches.exec(head.toString("latin1", 0, maxScript));
  if (found === null) return [];
  const shown = found[0].slice(0, 120);
  return [
    actLine(
      `# ${shown}`,
      "runs",
      `The script that starts the program fetches or unpacks another: \`${shown}\``,
    ),
  ];
}

/** A program by its first bytes, in words. */
function programOf(head: Buffer): string | undefined {
  if (hasNativeHeader(head)) return `machine code (${nativeKind(head)})`;
  if (head.length >= 8 && head.readUInt32BE(0) === 0xcafebabe && head.readUInt16BE(6) >= 43)
    return "a class of Java";
  const text = head.toString("latin1", 0, 4_096).replace(/^\xef\xbb\xbf/, "");
  const [, interpreter] = /^#!\s*(\/\S{1,200}(?:[ \t]+\S{1,60})?)/.exec(text) ?? [];
  if (interpreter !== undefined) return `a script for \`${interpreter.slice(0, 60)}\``;
  if (/^\s{0,20}@echo\s+o(?:ff|n)\b/i.test(text)) return "a batch file";
  return /^\s{0,20}(?:powershell(?:\.exe)?\s+-\w|(?:iex|invoke-expression)\b[ \t(]|start-process\b|\$\w{1,60}\s*=\s*new-object\b)/i.test(
    text,
  )
    ? "a script of PowerShell"
    : undefined;
}

/** True for an archive that is a program of Java: a manifest, and classes. */
function isJar(source: ByteSource): boolean {
  if (source.read(0, 4).toString("latin1") !== "PK\x03\x04") return false;
  const { members } = walkZip(source);
  return (
    members.some(({ name }) => name === "META-INF/MANIFEST.MF") &&
    members.some(({ name }) => name.endsWith(".class"))
  );
}

/** Lines where a file is called a model and is a program. */
export function disguisedLines(
  source: ByteSource,
  { path, sizeBeside }: { readonly path: string; readonly sizeBeside?: SizeBeside | undefined },
): readonly ListingLine[] {
  const head = source.read(0, maxScript);
  const script = scriptLines(head);
  if (script.length > 0) return script;
  if (!isModelName(path, sizeBeside)) return [];
  const program = programOf(head) ?? (isJar(source) ? "a program of Java" : undefined);
  if (program === undefined) return [];
  const suffix = path.slice(path.lastIndexOf("."));
  const message = `It is called ${suffix} and is ${program}`;
  return [actLine(`# ${message}`, "lies", message)];
}
