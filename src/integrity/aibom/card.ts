// The model card of Hugging Face: README.md with YAML in front
// (https://github.com/huggingface/hub-docs/blob/main/modelcard.md).
import type { TreeNode } from "../../formats/setting/tree.ts";
import { maxYamlLength } from "../../formats/yaml/parse.ts";
import {
  relations,
  type BaseModel,
  type Contribution,
  type Dataset,
  type Metric,
  type Property,
} from "./bill.ts";
import { readSections } from "./card-sections.ts";
import { cleanUrl } from "./clean.ts";
import type { Folder } from "./folder.ts";
import { baseModelOf, hubDataset } from "./hub.ts";
import { licensesOf } from "./licenses.ts";
import { at, defined, listOf, pairsOf, textOf, textsOf, treeOf } from "./tree.ts";

const longestCard = 4_000_000;
const maxMetrics = 500;

/** The YAML in front and the text behind it. */
function split(card: string): {
  readonly front: string;
  readonly body: string;
  readonly isOpen?: boolean;
} {
  const text = card.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const open = /^---[ \t]*\n/.exec(text);
  if (open === null) return { front: "", body: text };
  const close = /\n---[ \t]*(?:\n|$)/.exec(text.slice(open[0].length - 1));
  if (close === null) return { front: "", body: "", isOpen: true };
  const from = open[0].length;
  const end = from - 1 + close.index;
  return { front: text.slice(from, Math.max(from, end)), body: text.slice(end + close[0].length) };
}

function metricsOf(index: TreeNode | undefined): {
  readonly metrics: readonly Metric[];
  readonly datasets: readonly Dataset[];
  readonly tasks: readonly string[];
} {
  const metrics: Metric[] = [];
  const datasets = new Map<string, Dataset>();
  const tasks: string[] = [];
  for (const model of listOf(index))
    for (const result of listOf(at(model, "results"))) {
      const task = textOf(at(result, "task", "type"));
      if (task !== undefined) tasks.push(task);
      const type = textOf(at(result, "dataset", "type"));
      const name = textOf(at(result, "dataset", "name")) ?? type;
      if (name !== undefined) {
        const version = textOf(at(result, "dataset", "revision"));
        const known = hubDataset(type ?? name, "evaluation");
        datasets.set(known.name, { ...known, version });
      }
      const details = [
        name,
        textOf(at(result, "dataset", "config")),
        textOf(at(result, "dataset", "split")),
      ].flatMap((part) => part ?? []);
      for (const metric of listOf(at(result, "metrics"))) {
        const measured = textOf(at(metric, "type")) ?? textOf(at(metric, "name"));
        const value = textOf(at(metric, "value"), 100);
        if (measured === undefined || value === undefined || metrics.length >= maxMetrics) continue;
        metrics.push(defined({ type: measured, value, slice: details.join(", ") || undefined }));
      }
    }
  return { metrics, datasets: [...datasets.values()], tasks };
}

function basesOf(front: TreeNode | undefined): readonly BaseModel[] {
  const names = textsOf(at(front, "base_model"));
  const said = textOf(at(front, "base_model_relation"));
  const relation =
    relations.find((each) => each === said) ?? (names.length > 1 ? "merge" : "finetune");
  return names.map((name) => baseModelOf(name, { relation }));
}

/** `co2_eq_emissions`: a number in grams, or a map with more. */
function energyOf(node: TreeNode | undefined): readonly Property[] {
  const grams = textOf(node, 100);
  if (grams !== undefined) return [{ name: "co2_eq_emissions", value: `${grams} g` }];
  return pairsOf(node).flatMap(({ key, value }) => {
    const text = textOf(value, 200);
    return text === undefined ? [] : [{ name: `co2_eq_emissions:${key}`, value: text }];
  });
}

/** Facts of the card that no format has a field for. */
const kept = [
  "library_name",
  "model_creator",
  "quantized_by",
  "model_type",
  "gated",
  "extra_gated_heading",
  "thumbnail",
  "inference",
];

/** Reads the model card of a folder. */
export function readCard(folder: Folder): Contribution | undefined {
  const name = folder.names.find((each) => /^readme\.md$/i.test(each));
  const card = name === undefined ? undefined : folder.text(name, longestCard);
  if (name === undefined || card === undefined) return undefined;
  const { front, body, isOpen } = split(card);
  if (isOpen === true) folder.warn(`${name}: its front matter is not closed`);
  if (front.length > maxYamlLength) folder.warn(`${name}: its front matter is too long`);
  const tree = front === "" ? undefined : treeOf(folder, { name, text: front, kind: "yaml" });
  const { metrics, datasets, tasks } = metricsOf(at(tree, "model-index"));
  const { description, considerations } = readSections(body);
  const indexed = textOf(at(listOf(at(tree, "model-index"))[0], "name"));
  const link = textOf(at(tree, "license_link"), 2000);
  return defined<Contribution>({
    name: textOf(at(tree, "model_name")) ?? indexed,
    description: textOf(at(tree, "model_description"), 1000) ?? description,
    supplier: textOf(at(tree, "model_creator")),
    version: textOf(at(tree, "version"), 100) ?? textOf(at(tree, "model_version"), 100),
    license: licensesOf(textsOf(at(tree, "license")), {
      name: textOf(at(tree, "license_name")),
      link,
    }),
    task: textOf(at(tree, "pipeline_tag")) ?? tasks[0],
    tags: textsOf(at(tree, "tags")),
    languages: textsOf(at(tree, "language")),
    datasets: [
      ...textsOf(at(tree, "datasets")).map((each) => hubDataset(each, "training")),
      ...datasets,
    ],
    metrics,
    baseModels: basesOf(tree),
    considerations,
    energy: energyOf(at(tree, "co2_eq_emissions")),
    references: [
      { kind: "model-card", url: name, sha256: folder.digests.get(name) },
      ...[...body.slice(0, 200_000).matchAll(/\barxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})/gi)]
        .map(([, id]) => `https://arxiv.org/abs/${id}`)
        .filter((url, index, all) => all.indexOf(url) === index)
        .slice(0, 10)
        .map((url) => ({ kind: "paper", url }) as const),
      ...linkOf(link),
    ],
    properties: kept.flatMap((key) => {
      const value = textOf(at(tree, key), 300);
      return value === undefined ? [] : [{ name: `card:${key}`, value }];
    }),
  });
}

function linkOf(link: string | undefined): readonly { kind: "license"; url: string }[] {
  const url = link === undefined ? undefined : cleanUrl(link);
  return url === undefined ? [] : [{ kind: "license", url }];
}
