import {
  indexLines,
  type AssetKind,
  type LineIndex,
  type Location,
  type Severity,
  type Span,
} from "../../core/index.ts";
import type { Layout, Mention, Word } from "./word.ts";

/** What a check has said of a file, for who would load it. */
export interface PartFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location: Location;
  readonly evidence: string;
}

/** A file of a model's folder, as the scan knows it. */
export interface FolderFile {
  /** From the folder on, with forward slashes. */
  readonly name: string;
  /** As reports name it. */
  readonly path: string;
  readonly kind: AssetKind;
  readonly size: number;
  readonly word?: Word;
  /** What the checks said of it; undefined where none has looked. */
  readonly findings?: () => readonly PartFinding[];
}

/** What is found where a file says that another one is. */
export type Neighbour =
  | {
      readonly kind: "file";
      readonly size: number;
      /** Names that the file has in the file system, where it may matter. */
      readonly links: number;
      /** Modules of the folder that it imports in turn, itself left out. */
      readonly imports?: readonly string[];
    }
  | { readonly kind: "folder" | "missing" | "outside" }
  /** A link that ends outside the folder and is none of a cache's own. */
  | { readonly kind: "link-outside"; readonly size: number; readonly leads: string };

/** A place that a file names, what is there, and the line of the listing that says so. */
export interface SeenMention extends Mention {
  readonly where: Span;
  /** Where it is written. */
  readonly location: Location;
  readonly found: Neighbour;
}

/** A file of the folder and its line in the listing. */
export interface FolderPart extends FolderFile {
  readonly where: Span;
  readonly mentions: readonly SeenMention[];
}

/** A folder whose files make up one model. Its text is a listing of them. */
export interface FolderView {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly layouts: ReadonlySet<Layout>;
  readonly parts: readonly FolderPart[];
}

/** A folder as it was found. */
export interface FolderFacts {
  readonly path: string;
  readonly files: readonly FolderFile[];
  /** What is where `from` says that something is. */
  readonly look: (from: FolderFile, mention: Mention) => Neighbour;
}

/** Lines of the listing with the places that they are about. */
interface Line extends Span {
  readonly location: Location;
}

/** Mentions of one file that are looked up and listed. */
const maxMentions = 5_000;

/** Makes the listing of a folder, and finds for each line of it the place that it is about. */
export function viewFolder(facts: FolderFacts): {
  readonly view: FolderView;
  readonly locationAt: (where: Span) => Location | undefined;
} {
  const { path, files, look } = facts;
  const layouts = new Set(files.flatMap(({ word }) => word?.layout ?? []));
  const shown: string[] = [];
  const lines: Line[] = [];
  let length = 0;
  function write(text: string, location: Location): Span {
    const where = { start: length, end: length + text.length };
    shown.push(text);
    lines.push({ ...where, location });
    length = where.end + 1;
    return where;
  }

  write(titleOf(files), { path });
  const parts = files.map((file): FolderPart => {
    const where = write(lineOf(file), { path: file.path });
    const mentions = (file.word?.mentions ?? []).slice(0, maxMentions).flatMap((mention) => {
      const { key, name, symbol, at } = mention;
      const location = { path: file.path, ...at };
      const said = `    ${key}: ${name}${symbol === undefined ? "" : ` (${symbol})`}`;
      const found = look(file, mention);
      // The loader goes on without it, and so does the listing.
      if (mention.isOptional === true && found.kind !== "file" && found.kind !== "link-outside")
        return [];
      return [{ ...mention, where: write(said, location), location, found }];
    });
    return { ...file, where, mentions };
  });
  const text = `${shown.join("\n")}\n`;
  return {
    view: { path, text, lines: indexLines(text), layouts, parts },
    locationAt: ({ start }) => lineAt(lines, start)?.location,
  };
}

function lineAt(lines: readonly Line[], at: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.end < at) low = middle + 1;
    else high = middle;
  }
  return lines[low];
}

function titleOf(files: readonly FolderFile[]): string {
  const about = files.filter(({ word }) => word?.layout !== undefined && !isQuiet(word));
  const first = about.find(({ word }) => isWhole(word)) ?? about[0];
  const { layout, title } = first?.word ?? {};
  if (layout === undefined) return "# weights of a model";
  return `# a model of ${layoutNames[layout]}${title === undefined ? "" : `: ${title}`}`;
}

/** True for what says of more than one folder what they are. */
function isWhole(word: Word | undefined): boolean {
  return word?.layout === "sentence-transformers" || word?.layout === "mlflow";
}

function isQuiet({ layout }: Word): boolean {
  return layout === "index";
}

const layoutNames: Readonly<Record<Layout, string>> = {
  transformers: "Transformers",
  diffusers: "Diffusers",
  "sentence-transformers": "Sentence Transformers",
  adapter: "PEFT, an adapter",
  index: "several files",
  mlflow: "MLflow",
  onnx: "ONNX",
};

function lineOf({ name, kind, word }: FolderFile): string {
  if (word?.isPickle === true) return `${name}  # pickle`;
  return dataKinds.has(kind) ? `${name}  # ${kind}` : name;
}

/** Kinds that a name does not always tell. */
const dataKinds: ReadonlySet<AssetKind> = new Set([
  "safetensors",
  "gguf",
  "onnx",
  "hdf5",
  "pickle",
  "zip",
  "numpy",
  "tflite",
  "executable",
]);
