// Folders of pictures: one folder a class, as torchvision's `ImageFolder` and Keras's
// `image_dataset_from_directory` read them, or one folder with a table of labels.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileReason } from "../../core/index.ts";
import { parseCsv } from "./csv.ts";
import { dataLimits, invalid, openFile, wholeOf } from "./fault.ts";
import type { Items } from "./items.ts";
import { byCode } from "./labels.ts";
import { decodePicture } from "./pictures.ts";

const read = /\.(?:png|jpe?g)$/i;
const unread = /\.(?:gif|bmp|webp|tiff?|avif|heic|ppm|pgm)$/i;
/** Folders within a class. */
const maxDepth = 16;
/** Tables of labels that Hugging Face's `imagefolder` knows. */
const usualTables = ["metadata.csv", "labels.csv"];

interface Found {
  readonly files: string[];
  other: number;
}

function walk(folder: string, into: Found, depth: number): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw invalid(
      `${folder} cannot be read: ${fileReason(cause)}`,
      "Check the path and its rights.",
      cause,
    );
  }
  for (const entry of entries.sort((a, b) => byCode(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(path));
    if (isFolder) {
      if (depth < maxDepth) walk(path, into, depth + 1);
    } else if (read.test(entry.name)) into.files.push(path);
    else if (unread.test(entry.name)) into.other++;
    if (into.files.length > dataLimits.items)
      throw invalid(`${folder} holds too many pictures`, "Name a smaller folder.");
  }
}

function isFolderAt(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

interface Listed {
  readonly files: readonly string[];
  readonly labels?: readonly string[];
  readonly isSorted?: boolean;
  readonly notes: readonly string[];
}

/** A table of two columns: names of files, and labels. */
function listed(folder: string, table: string): Listed {
  const file = openFile(table);
  try {
    const { names, rows } = parseCsv(wholeOf(file, dataLimits.text).toString("utf8"), table);
    const nameAt = Math.max(
      0,
      names.findIndex((name) => /^(?:file_?name|file|image|path|name|id)$/i.test(name)),
    );
    const wanted = names.findIndex((name) => /^(?:label|class|target|category|y)s?$/i.test(name));
    const labelAt = wanted < 0 ? (nameAt === 0 ? 1 : 0) : wanted;
    const files: string[] = [];
    const labels: string[] = [];
    for (const [index, row] of rows.entries()) {
      const [name, label] = [row[nameAt], row[labelAt]];
      if (name === undefined || label === undefined)
        throw invalid(
          `row ${index + 1} of ${table} has no label`,
          "Write one line a picture: file name, label.",
        );
      const path = [name, `${name}.png`, `${name}.jpg`]
        .map((each) => join(folder, each))
        .find((each) => existsSync(each));
      if (path === undefined)
        throw invalid(
          `${table} names ${name.slice(0, 120)}, which is not in ${folder}`,
          "Paths in the table are relative to the folder.",
        );
      files.push(path);
      labels.push(label.trim());
    }
    return { files, labels, notes: [] };
  } finally {
    file.close();
  }
}

function walked(folder: string): Listed {
  const classes = readdirSync(folder)
    .filter((name) => !name.startsWith(".") && isFolderAt(join(folder, name)))
    .sort(byCode);
  const found: Found = { files: [], other: 0 };
  const labels: string[] = [];
  for (const name of classes) {
    walk(join(folder, name), found, 0);
    while (labels.length < found.files.length) labels.push(name);
  }
  const isLabelled = found.files.length > 0;
  if (!isLabelled) walk(folder, found, maxDepth);
  const notes =
    found.other === 0
      ? []
      : [
          `${found.other} pictures are of kinds that are not read (only PNG and JPEG are) and were left out`,
        ];
  return { files: found.files, notes, ...(isLabelled ? { labels, isSorted: true } : {}) };
}

/** Opens a folder of pictures; `table` names files and labels where folders don't. */
export function openFolder(folder: string, table?: string): Items {
  const usual = usualTables.map((name) => join(folder, name)).find((path) => existsSync(path));
  const path = table ?? usual;
  const { files, labels, isSorted, notes } =
    path === undefined ? walked(folder) : listed(folder, path);
  if (files.length === 0)
    throw invalid(
      `${folder} holds no PNG or JPEG`,
      "Lay pictures out as class/picture.png, or name a folder of pictures and a CSV with their labels.",
    );
  const prefix = folder.endsWith("/") ? folder.length : folder.length + 1;
  const name = (index: number): string => {
    const path = files[index] ?? "";
    return path.startsWith(folder) ? path.slice(prefix) : basename(path);
  };
  return {
    count: files.length,
    holds: "pictures",
    name,
    // oxlint-disable-next-line require-await -- the interface is for readers that wait
    async *read(indices) {
      for (const index of indices) {
        const path = files[index]!;
        const { size } = statSync(path);
        if (size > dataLimits.picture) throw invalid(`${path} has ${size} bytes`, "Leave it out.");
        const { width, height, channels, data } = decodePicture(readFileSync(path), path);
        yield { data, shape: [height, width, channels] };
      }
    },
    ...(labels === undefined ? {} : { labels }),
    ...(isSorted === true ? { isSorted, classNames: [...new Set(labels)] } : {}),
    notes,
    close: () => undefined,
  };
}
