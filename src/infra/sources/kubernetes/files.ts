import { parseYaml } from "../../../formats/yaml/parse.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import type { Document } from "../../value.ts";
import { placeOf, valueOfTree } from "../trees.ts";
import { kustomized } from "./kustomize/build.ts";
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
 * Reads all manifests of a project: templates with the defaults of their charts, and in the place of what
 * kustomizations take in, what they build of it.
 */
export function readKubernetesFiles(documents: readonly Document[]): SourceReading {
  const values = new Map(
    documents
      .filter(({ path }) => valuesFile.test(path))
      .map((document) => [folderOf(document.path), document]),
  );
  const { used, ...built } = kustomized(documents);
  const resources: Resource[] = [...built.resources];
  const problems: SourceProblem[] = [...built.problems];
  for (const document of documents) {
    const { path } = document;
    if (anyValues.test(path)) {
      resources.push(...valuesIn(document));
      continue;
    }
    if (chartFile.test(path) || used.has(path)) continue;
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
