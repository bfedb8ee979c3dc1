// Opening data and labels: what a file is, is seen from its first bytes.
import { existsSync, statSync } from "node:fs";
import { parseCsv } from "./csv.ts";
import { dataLimits, invalid, openFile, wholeOf, type OpenFile } from "./fault.ts";
import { openFolder } from "./folder.ts";
import { looksLikeIdx, openIdx, unzipped } from "./idx.ts";
import type { Items, LabelValues } from "./items.ts";
import { itemsOfArray, labelsOfArray, openNpy, openNpz } from "./npy.ts";
import { openParquet } from "./parquet.ts";
import type { Columns } from "./schema.ts";
import { itemsOfTable } from "./table.ts";

/** Where data are. */
interface Sources {
  readonly data: string;
  readonly labels?: string;
  readonly columns?: Columns;
}

const isText = /\.(?:csv|tsv|txt|tab)$/i;

/** Splits `file.npz!name`. */
export function inner(path: string): readonly [file: string, name: string | undefined] {
  const at = path.lastIndexOf("!");
  return at < 0 || existsSync(path) ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

/** Opens a file and hands it on; it is closed if that throws. */
async function withFile<T>(path: string, use: (file: OpenFile) => T | Promise<T>): Promise<T> {
  const file = openFile(path);
  try {
    return await use(file);
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

/** Names that arrays of inputs and of labels usually have: Keras's and scikit-learn's among them. */
const inputNames = [
  "x",
  "x_test",
  "X",
  "X_test",
  "images",
  "inputs",
  "data",
  "test_images",
  "arr_0",
];
const labelNames = [
  "y",
  "y_test",
  "Y",
  "labels",
  "label",
  "targets",
  "target",
  "test_labels",
  "arr_1",
];

function npzItems(file: OpenFile, wanted: string | undefined): Items {
  const arrays = openNpz(file);
  const name =
    wanted ??
    inputNames.find((each) => arrays.has(each)) ??
    (arrays.size === 1 ? [...arrays.keys()][0] : undefined);
  const open = name === undefined ? undefined : arrays.get(name);
  if (open === undefined)
    throw invalid(
      `${file.path} has no array ${wanted ?? "of a usual name"}`,
      `Its arrays are ${[...arrays.keys()].slice(0, 20).join(", ")}; name one as ${file.path}!NAME.`,
    );
  const label = wanted === undefined ? labelNames.find((each) => arrays.has(each)) : undefined;
  const labels = label === undefined ? undefined : labelsOfArray(arrays.get(label)!());
  return { ...itemsOfArray(open()), ...(labels && { labels }) };
}

/** Opens data of any kind; `labels` is looked at only where it is the table of a folder. */
export async function openItems({ data, labels, columns }: Sources): Promise<Items> {
  const [path, name] = inner(data);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory() ?? false)
    return openFolder(path, labels !== undefined && isText.test(labels) ? labels : undefined);
  return withFile(path, async (opened) => {
    const close = (): void => opened.close();
    const file = unzipped(opened);
    const head = file.source.read(0, 8);
    if (head.toString("latin1", 0, 6) === "\x93NUMPY")
      return { ...itemsOfArray(openNpy(path, file.source)), close };
    if (head.toString("latin1", 0, 4) === "PAR1")
      return { ...(await openParquet(file, columns)), close };
    if (head.toString("latin1", 0, 2) === "PK") return { ...npzItems(file, name), close };
    if (looksLikeIdx(head)) return { ...itemsOfArray(openIdx(file)), close };
    if (!isText.test(path.replace(/\.gz$/i, "")))
      throw invalid(
        `${path} is of no kind that is read`,
        "Data are read from .npy, .npz, .csv, .parquet, IDX files, and folders of PNG or JPEG pictures.",
      );
    const { names, rows } = parseCsv(
      wholeOf(file, dataLimits.text).toString("utf8"),
      path,
      columns?.header,
    );
    const table = {
      path,
      names,
      count: rows.length,
      cell: (row: number, column: number) => rows[row]![column],
    };
    return { ...itemsOfTable(table, columns), close };
  });
}

/** MNIST and its kin: `t10k-images-idx3-ubyte` has `t10k-labels-idx1-ubyte` beside it. */
export function neighbour(data: string): string | undefined {
  const path = data.replace(/images([-.])idx3/, "labels$1idx1");
  return path !== data && existsSync(path) ? path : undefined;
}

/** Reads labels that stand apart. */
export async function openLabels(labels: string): Promise<LabelValues> {
  const [path, name] = inner(labels);
  return withFile(path, (opened) => {
    const file = unzipped(opened);
    const head = file.source.read(0, 8);
    let values: LabelValues;
    if (head.toString("latin1", 0, 6) === "\x93NUMPY")
      values = labelsOfArray(openNpy(path, file.source));
    else if (head.toString("latin1", 0, 2) === "PK") {
      const arrays = openNpz(file);
      const array = arrays.get(
        name ?? labelNames.find((each) => arrays.has(each)) ?? [...arrays.keys()][0]!,
      );
      if (array === undefined)
        throw invalid(
          `${path} has no array ${name}`,
          `Its arrays are ${[...arrays.keys()].join(", ")}.`,
        );
      values = labelsOfArray(array());
    } else if (looksLikeIdx(head)) values = labelsOfArray(openIdx(file));
    else values = textLabels(file);
    file.close();
    return values;
  });
}

/** One label a line, with or without a heading, or the column of labels of a table. */
function textLabels(file: OpenFile): readonly string[] {
  const { names, rows } = parseCsv(wholeOf(file, dataLimits.text).toString("utf8"), file.path);
  const usual = names.findIndex((each) => /^(?:label|class|target|y)s?$/i.test(each));
  const at = Math.max(usual, names.length - 1 > 0 && usual < 0 ? names.length - 1 : 0);
  // A first row that is no heading is a label.
  const texts = rows.map((row) => row[at]!.trim());
  return usual < 0 &&
    names.length === 1 &&
    names[0] !== "0" &&
    !/^(?:label|class|target|y)/i.test(names[0]!)
    ? [names[0]!, ...texts]
    : texts;
}
