// What a pipeline of spaCy says of itself: https://spacy.io/api/data-formats#meta .
import type { Contribution, Dataset, Dependency, Metric } from "./bill.ts";
import { cleanUrl } from "./clean.ts";
import type { Folder } from "./folder.ts";
import { licenseOf } from "./licenses.ts";
import { pypi, requirement } from "./packages.ts";
import { at, defined, listOf, pairsOf, proseAt, textOf, textsOf, treeIn } from "./tree.ts";
import type { TreeNode } from "../../formats/setting/tree.ts";

const maxFiles = 20;
const maxMetrics = 50;

/** Pipelines are installed as packages, in which `meta.json` stands in a folder of its own. */
function metaOf(folder: Folder): { name: string; tree: TreeNode } | undefined {
  const names = folder.names.filter((name) => /(?:^|\/)meta\.json$/.test(name)).slice(0, maxFiles);
  for (const name of names) {
    const tree = treeIn(folder, name);
    if (tree !== undefined && at(tree, "spacy_version") !== undefined) return { name, tree };
  }
  return undefined;
}

function datasetsOf(tree: TreeNode): readonly Dataset[] {
  return listOf(at(tree, "sources")).flatMap((source) => {
    const name = textOf(source) ?? textOf(at(source, "name"));
    if (name === undefined) return [];
    return [
      defined<Dataset>({
        name,
        uses: ["training"],
        url: cleanUrl(textOf(at(source, "url"), 2000) ?? ""),
        license: licenseOf({ license: textOf(at(source, "license")) }),
        publisher: textOf(at(source, "author")),
      }),
    ];
  });
}

/** Numbers of the whole; those of each label are left to the file. */
function metricsOf(tree: TreeNode): readonly Metric[] {
  return pairsOf(at(tree, "performance"))
    .flatMap(({ key, value }): readonly Metric[] => {
      const text = textOf(value, 60);
      return text !== undefined && Number.isFinite(Number(text))
        ? [{ type: key, value: text }]
        : [];
    })
    .slice(0, maxMetrics);
}

function dependenciesOf(tree: TreeNode, source: string): readonly Dependency[] {
  const spacy = pypi("spacy", { constraint: textOf(at(tree, "spacy_version")), source });
  const others = textsOf(at(tree, "requirements")).flatMap(
    (each) => requirement(each, source) ?? [],
  );
  return [...(spacy === undefined ? [] : [spacy]), ...others];
}

/** Reads `meta.json` of a spaCy pipeline. */
export function readSpacy(folder: Folder): Contribution | undefined {
  const meta = metaOf(folder);
  if (meta === undefined) return undefined;
  const { name: file, tree } = meta;
  const [language, name] = [textOf(at(tree, "lang"), 40), textOf(at(tree, "name"))];
  const website = cleanUrl(textOf(at(tree, "url"), 2000) ?? "");
  const pipeline = textsOf(at(tree, "pipeline")).join(", ");
  return defined<Contribution>({
    name: name !== undefined && language !== undefined ? `${language}_${name}` : name,
    version: textOf(at(tree, "version"), 100),
    description: proseAt(at(tree, "description")),
    supplier: textOf(at(tree, "author")),
    license: licenseOf({ license: textOf(at(tree, "license")) }),
    family: "spacy",
    // `xx` is spaCy's word for several.
    languages: language === undefined || language === "xx" ? [] : [language],
    datasets: datasetsOf(tree),
    metrics: metricsOf(tree),
    dependencies: dependenciesOf(tree, file),
    references: website === undefined ? [] : [{ kind: "website", url: website }],
    properties: pipeline === "" ? [] : [{ name: "spacy:pipeline", value: pipeline.slice(0, 500) }],
  });
}
