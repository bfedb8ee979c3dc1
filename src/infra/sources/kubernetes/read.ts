import { entry, itemsOf, scalar, type TreeNode } from "../../../formats/setting/tree.ts";
import { parseYaml } from "../../../formats/yaml/parse.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import { entryOf, textOf, type Document, type MapValue, type Value } from "../../value.ts";
import { maxValues, placeOf, problemsOf, treesOf, valueOfTree, type Budget } from "../trees.ts";
import { isHelmTemplate } from "./helm/actions.ts";
import { fillTree, regionBetween, unfilled, type Filling } from "./helm/fill.ts";
import { prepareTemplate, type Region } from "./helm/prepare.ts";

/** What is known beside a document of Kubernetes. */
export interface KubernetesOptions {
  /** `values.yaml` of the chart that a template belongs to. */
  readonly values?: Document;
}

/** True where a text may have manifests: a look at words, before any parsing. */
export function looksLikeKubernetes(text: string): boolean {
  return text.includes("apiVersion") && text.includes("kind");
}

/**
 * Reads manifests of Kubernetes, in YAML or JSON, with as many documents as there are. Templates of
 * Helm are read as far as the defaults of their chart decide them. Total and bounded.
 */
export function readKubernetes(
  document: Document,
  { values }: KubernetesOptions = {},
): SourceReading {
  if (isHelmTemplate(document.text)) return readHelmTemplate(document, values);
  const trees = treesOf(document);
  const sink: Sink = {
    filling: { document, prepared: unfilled, budget: { values: 0 } },
    resources: [],
    problems: [],
    names: new Map(),
  };
  for (const root of trees.roots) readRoot(sink, root);
  return finish(sink, problemsOf(document, trees.problems));
}

function readHelmTemplate(document: Document, values: Document | undefined): SourceReading {
  const budget: Budget = { values: 0 };
  const prepared = prepareTemplate(document, values && valuesOf(values));
  const trees = parseYaml(prepared.text);
  const filling = { document, prepared, budget };
  const sink: Sink = { filling, resources: [], problems: [], names: new Map() };
  const [first] = trees.problems;
  if (first !== undefined || prepared.isCut) {
    // What a template looks like before it is rendered says little; one word of it is enough.
    const message = "can only be read in part before Helm renders it (helm template)";
    const at = placeOf(document, { start: first?.at ?? 0, end: first?.at ?? 0 });
    sink.problems.push({ message, at });
  }
  for (const root of trees.roots) readRoot(sink, root);
  return finish(sink, []);
}

const read = new WeakMap<Document, Value>();

/** The values of a chart, read once for all of its templates. */
function valuesOf(document: Document): Value | undefined {
  const known = read.get(document);
  if (known !== undefined) return known;
  const [root] = parseYaml(document.text).roots;
  if (root === undefined) return undefined;
  const value = valueOfTree(document, root, { values: 0 });
  read.set(document, value);
  return value;
}

interface Sink {
  readonly filling: Filling;
  readonly resources: Resource[];
  readonly problems: SourceProblem[];
  /** How often an address came. */
  readonly names: Map<string, number>;
}

function finish({ filling, resources, problems }: Sink, first: readonly SourceProblem[]) {
  const all = [...first, ...problems];
  // Files that are no manifests may be broken as they like.
  if (resources.length === 0 && !looksLikeKubernetes(filling.document.text))
    return { resources, problems: [] };
  if (filling.budget.values > maxValues)
    all.push({ message: `only the first ${maxValues} values are read` });
  return { resources, problems: all };
}

const maxLists = 5;

/** What a list says of its items: those of a `PodList` need not say that they are pods. */
interface Within {
  readonly depth: number;
  readonly own?: { readonly kind: string; readonly apiVersion: string };
}

function readRoot(sink: Sink, root: TreeNode, { depth, own }: Within = { depth: 0 }): void {
  const kind = scalar(entry(root, "kind"))?.value ?? (own?.kind === "" ? undefined : own?.kind);
  const apiVersion = scalar(entry(root, "apiVersion"))?.value ?? own?.apiVersion;
  if (root.kind !== "map" || kind === undefined || apiVersion === undefined) return;
  const items = entry(root, "items");
  if (kind.endsWith("List") && items?.kind === "list" && depth < maxLists) {
    const each = { kind: kind.slice(0, -"List".length), apiVersion };
    for (const item of itemsOf(items)) readRoot(sink, item, { depth: depth + 1, own: each });
    return;
  }
  const body = fillTree(sink.filling, root);
  if (body.kind !== "map") return;
  const type = typeOf(body) ?? (own === undefined ? undefined : typeOfWords(kind, apiVersion));
  if (type === undefined) return;
  const { document, prepared } = sink.filling;
  const region = regionAround(prepared.regions, root);
  const base = addressOf(body, type);
  const count = (sink.names.get(base) ?? 0) + 1;
  sink.names.set(base, count);
  const named = entry(entry(root, "metadata"), "name") ?? entry(root, "kind") ?? root;
  sink.resources.push({
    dialect: "kubernetes",
    type,
    address: count === 1 ? base : `${base}#${count}`,
    body,
    at: placeOf(document, named),
    ...(region === undefined ? {} : { uncertain: region.cause }),
  });
}

function regionAround(regions: readonly Region[], root: TreeNode): Region | undefined {
  // Conditions that begin within a document are about its parts.
  return regionBetween(regions, -1, root.start);
}

/** `group/Kind`, without the version: that a check knows one should not make it blind to the next. */
function typeOf(body: MapValue): string | undefined {
  const kind = wordOf(body.entries.get("kind"));
  if (kind === undefined) return undefined;
  const version = wordOf(body.entries.get("apiVersion"));
  // Charts choose the version by what the cluster can do; the group is the same.
  if (version === undefined) return `${usualGroups.get(kind) ?? ""}/${kind}`;
  return typeOfWords(kind, version);
}

function typeOfWords(kind: string, version: string): string {
  const slash = version.indexOf("/");
  return `${slash < 0 ? "" : version.slice(0, slash)}/${kind}`;
}

/** A text, or the first of those that it may be. */
function wordOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "choice") return textOf(value);
  return value.options.map(textOf).find((text) => text !== undefined);
}

const usualGroups: ReadonlyMap<string, string> = new Map([
  ["Deployment", "apps"],
  ["StatefulSet", "apps"],
  ["DaemonSet", "apps"],
  ["Job", "batch"],
  ["CronJob", "batch"],
  ["Ingress", "networking.k8s.io"],
  ["NetworkPolicy", "networking.k8s.io"],
  ["Role", "rbac.authorization.k8s.io"],
  ["RoleBinding", "rbac.authorization.k8s.io"],
  ["ClusterRole", "rbac.authorization.k8s.io"],
  ["ClusterRoleBinding", "rbac.authorization.k8s.io"],
]);

/** `namespace/Kind/name`; what Helm writes of a name is a `*`. */
export function addressOf(
  body: MapValue,
  type: string,
  { prefix = "", suffix = "" }: { readonly prefix?: string; readonly suffix?: string } = {},
): string {
  const metadata = body.entries.get("metadata");
  const namespace = entryOf(metadata, "namespace");
  const generated = entryOf(metadata, "generateName");
  const name = entryOf(metadata, "name") ?? generated;
  const kind = type.slice(type.indexOf("/") + 1);
  const word = `${pattern(name)}${name === generated && name !== undefined ? "*" : ""}`;
  return [
    ...(namespace === undefined ? [] : [pattern(namespace)]),
    kind,
    `${prefix}${word}${suffix}`,
  ]
    .join("/")
    .slice(0, 500);
}

function pattern(value: Value | undefined): string {
  if (value?.kind === "template")
    return value.parts.map((part) => (typeof part === "string" ? part : "*")).join("");
  return textOf(value) ?? "*";
}
