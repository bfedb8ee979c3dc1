import { entriesOf, entry, itemsOf, scalar } from "../../../formats/setting/tree.ts";
import { parseYaml } from "../../../formats/yaml/parse.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import type { Document } from "../../value.ts";
import { placeOf, valueOfTree } from "../trees.ts";
import { readKubernetes } from "./read.ts";

/** Files that say how manifests come about, and are none themselves. */
const valuesFile = /(?:^|\/)values\.ya?ml$/;
const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
const chartFile = /(?:^|\/)Chart\.ya?ml$/;
/** `values-prod.yaml` and its like, which are given when a chart is installed. */
const anyValues = /(?:^|\/)values[\w.-]{0,80}\.ya?ml$/;

/** True for files beside manifests that are needed to read them. */
export function isBesideManifests(path: string): boolean {
  return anyValues.test(path) || kustomization.test(path);
}

/**
 * Reads all manifests of a project: templates with the defaults of their charts, patches of kustomize
 * not as the resources that they change.
 */
export function readKubernetesFiles(documents: readonly Document[]): SourceReading {
  const values = new Map(
    documents
      .filter(({ path }) => valuesFile.test(path))
      .map((document) => [folderOf(document.path), document]),
  );
  const resources: Resource[] = [];
  const problems: SourceProblem[] = [];
  const patches = new Set<string>();
  for (const document of documents.filter(({ path }) => kustomization.test(path))) {
    for (const patch of patchesOf(document, problems)) patches.add(patch);
  }
  for (const document of documents) {
    const { path } = document;
    if (anyValues.test(path)) {
      resources.push(...valuesIn(document));
      continue;
    }
    if (chartFile.test(path) || kustomization.test(path) || patches.has(path)) continue;
    const chart = chartOf(path);
    const own = chart === undefined ? undefined : values.get(chart);
    const reading = readKubernetes(document, own === undefined ? {} : { values: own });
    // Charts know nothing of one another, though their templates have the same names.
    for (const resource of reading.resources)
      resources.push(chart === undefined ? resource : { ...resource, scope: chart });
    for (const problem of reading.problems) problems.push(problem);
  }
  return { resources, problems };
}

/** The values of a chart, by which charts of others are set up that are not here. */
function valuesIn(document: Document): readonly Resource[] {
  const [root] = parseYaml(document.text).roots;
  if (root?.kind !== "map") return [];
  const body = valueOfTree(document, root, { values: 0 });
  if (body.kind !== "map") return [];
  const at = placeOf(document, { start: root.start, end: root.start });
  return [{ dialect: "kubernetes", type: "helm.sh/Values", address: document.path, body, at }];
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The folder of the chart in whose `templates` a file is. */
function chartOf(path: string): string | undefined {
  const at = `/${path}`.lastIndexOf("/templates/");
  return at < 0 ? undefined : path.slice(0, Math.max(0, at - 1));
}

const maxPatches = 1_000;

/** Paths of the patches that a kustomization names; that they are not applied is said. */
function patchesOf(document: Document, problems: SourceProblem[]): readonly string[] {
  const [root] = parseYaml(document.text).roots;
  const folder = folderOf(document.path);
  const paths: string[] = [];
  for (const { key, keySpan, value } of entriesOf(root)) {
    if (!/^patches(?:StrategicMerge|Json6902)?$/.test(key) || itemsOf(value).length === 0) continue;
    const message = "patches are not applied: what kustomize builds from this is not read";
    problems.push({ message, at: placeOf(document, keySpan) });
    for (const item of itemsOf(value).slice(0, maxPatches)) {
      const path = scalar(item)?.value ?? scalar(entry(item, "path"))?.value;
      if (path !== undefined && !path.includes("\n")) paths.push(joinPath(folder, path));
    }
  }
  return paths;
}

function joinPath(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.slice(0, 1_000).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
