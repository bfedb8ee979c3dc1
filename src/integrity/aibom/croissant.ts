// Data sets that Croissant describes (https://docs.mlcommons.org/croissant/docs/croissant-spec.html),
// with its vocabulary for responsible AI.
import type { TreeNode } from "../../formats/setting/tree.ts";
import type { Contribution, Dataset, DatasetFile } from "./bill.ts";
import { cleanUrl } from "./clean.ts";
import type { Folder } from "./folder.ts";
import { licenseOf } from "./licenses.ts";
import { isoTime } from "./time.ts";
import { at, defined, listOf, proseAt, textOf, textsOf, treeIn } from "./tree.ts";

const maxFiles = 500;
const maxCandidates = 20;

/** Terms stand with and without the prefix that their context gives them. */
function term(node: TreeNode | undefined, name: string): TreeNode | undefined {
  return (
    at(node, name) ??
    at(node, `sc:${name}`) ??
    at(node, `cr:${name}`) ??
    at(node, `https://schema.org/${name}`) ??
    at(node, `http://mlcommons.org/croissant/${name}`)
  );
}

function isCroissant(tree: TreeNode | undefined): boolean {
  const profiles = textsOf(at(tree, "conformsTo")).concat(textsOf(at(tree, "dct:conformsTo")));
  const types = textsOf(at(tree, "@type"));
  return (
    profiles.some((each) => each.includes("mlcommons.org/croissant")) ||
    (types.some((each) => /(?:^|[:/])Dataset$/.test(each)) &&
      (term(tree, "recordSet") !== undefined || term(tree, "distribution") !== undefined))
  );
}

/** A person or organization, as a name. */
function agentOf(node: TreeNode | undefined): string | undefined {
  const [first] = listOf(node);
  return first === undefined ? undefined : (textOf(first) ?? textOf(term(first, "name")));
}

function fileOf(node: TreeNode): DatasetFile | undefined {
  const name = textOf(term(node, "name")) ?? textOf(at(node, "@id"));
  if (name === undefined) return undefined;
  const sha256 = textOf(term(node, "sha256"), 64)?.toLowerCase();
  return defined<DatasetFile>({
    name,
    sha256: sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : undefined,
    url: cleanUrl(textOf(term(node, "contentUrl"), 2000) ?? ""),
  });
}

/** Kinds of data by the media types of its files, in the words of SPDX. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^image\//, "image"],
  [/^audio\//, "audio"],
  [/^video\//, "video"],
  [/csv|parquet|arrow|excel|tab-separated/, "structured"],
  [/^text\/|jsonl?$/, "text"],
];

function datasetOf(tree: TreeNode, name: string): Dataset {
  const distribution = listOf(term(tree, "distribution"));
  const media = distribution.flatMap((each) => textOf(term(each, "encodingFormat"), 100) ?? []);
  const modalities = media.flatMap(
    (type) => kinds.find(([pattern]) => pattern.test(type))?.[1] ?? [],
  );
  const licence = listOf(term(tree, "license"))[0];
  const link = textOf(term(licence, "url"), 2000) ?? textOf(licence, 2000);
  const sensitive = at(tree, "rai:personalSensitiveInformation");
  return defined<Dataset>({
    name,
    uses: ["training"],
    version: textOf(term(tree, "version"), 100),
    description: proseAt(term(tree, "description")),
    url: cleanUrl(textOf(term(tree, "url"), 2000) ?? ""),
    license: licenseOf({
      license: textOf(licence, 2000),
      name: textOf(term(licence, "name")),
      link,
    }),
    publisher: agentOf(term(tree, "publisher")) ?? agentOf(term(tree, "creator")),
    released: isoTime(textOf(term(tree, "datePublished"), 40)),
    sensitive: sensitive === undefined ? undefined : textsOf(sensitive, 300),
    collection: proseAt(listOf(at(tree, "rai:dataCollection"))[0]),
    biases: textsOf(at(tree, "rai:dataBiases"), 1000),
    preprocessing: textsOf(at(tree, "rai:dataPreprocessingProtocol"), 1000),
    records: listOf(term(tree, "recordSet")).flatMap(
      (each) => textOf(term(each, "name")) ?? textOf(at(each, "@id")) ?? [],
    ),
    files: distribution.slice(0, maxFiles).flatMap((each) => fileOf(each) ?? []),
    modalities: [...new Set(modalities)],
  });
}

/** Reads every description of a data set at the top of the folder. */
export function readCroissant(folder: Folder): Contribution | undefined {
  const datasets = folder.names
    .filter((name) => /^[^/]*croissant[^/]*\.json$|^(?:metadata|dataset)\.json(?:ld)?$/i.test(name))
    .slice(0, maxCandidates)
    .flatMap((file) => {
      const tree = treeIn(folder, file);
      if (tree === undefined || !isCroissant(tree)) return [];
      const name = textOf(term(tree, "name"));
      if (name !== undefined) return [datasetOf(tree, name)];
      folder.warn(`${file}: the data set has no name`);
      return [];
    });
  return datasets.length === 0 ? undefined : { datasets };
}
