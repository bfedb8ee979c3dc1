// What a kustomization says. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
import {
  entriesOf,
  entry,
  itemsOf,
  scalar,
  type TreeNode,
} from "../../../../formats/setting/tree.ts";
import { parseYaml } from "../../../../formats/yaml/parse.ts";
import type { Document, MapValue, Place, Value } from "../../../value.ts";
import { placeOf, valueOfTree, type Budget } from "../../trees.ts";
import { relocated } from "./inline.ts";
import type { ImageChange } from "./transform.ts";

/** A file or folder that a kustomization names. */
export interface Named {
  readonly path: string;
  readonly at: Place;
}

/** Which resources a patch is for; what is not said fits all. */
export interface Target {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: string;
}

/** A patch, written here or in a file. */
export interface Patch {
  readonly at: Place;
  readonly path?: string;
  readonly values?: readonly Value[];
  readonly target?: Target;
}

/** A config map or a secret that is made of what is written here. */
export interface Generated {
  readonly kind: "ConfigMap" | "Secret";
  readonly body: MapValue;
  readonly at: Place;
}

/** A kustomization. */
export interface Spec {
  readonly isComponent: boolean;
  readonly resources: readonly Named[];
  readonly components: readonly Named[];
  readonly patches: readonly Patch[];
  readonly generated: readonly Generated[];
  readonly images: readonly ImageChange[];
  readonly labels?: MapValue;
  readonly namespace?: Value;
  readonly prefix: string;
  readonly suffix: string;
  /** Keys of what it does besides, which is not done here. */
  readonly others: readonly { readonly key: string; readonly at: Place }[];
}

const maxItems = 1_000;

/** Reads a kustomization; undefined for what is none, such as a Kustomization of Flux. */
export function specOf(document: Document): Spec | undefined {
  const [root] = parseYaml(document.text).roots;
  const version = scalar(entry(root, "apiVersion"))?.value;
  if (root?.kind !== "map") return undefined;
  if (version !== undefined && !version.startsWith("kustomize.config.k8s.io/")) return undefined;
  const budget: Budget = { values: 0 };
  const valueAt = (node: TreeNode | undefined): Value | undefined =>
    node === undefined ? undefined : valueOfTree(document, node, budget);
  const named = (...keys: readonly string[]): readonly Named[] =>
    keys.flatMap((key) =>
      itemsOf(entry(root, key))
        .slice(0, maxItems)
        .flatMap((item) => {
          const path = scalar(item)?.value;
          return path === undefined ? [] : [{ path, at: placeOf(document, item) }];
        }),
    );
  const labels = labelsOf(root, valueAt);
  const namespace = valueAt(entry(root, "namespace"));
  return {
    isComponent: scalar(entry(root, "kind"))?.value === "Component",
    resources: named("resources", "bases"),
    components: named("components"),
    patches: ["patchesStrategicMerge", "patches", "patchesJson6902"].flatMap((key) =>
      itemsOf(entry(root, key))
        .slice(0, maxItems)
        .flatMap((item) => patchOf(document, item)),
    ),
    generated: (["ConfigMap", "Secret"] as const).flatMap((kind) =>
      itemsOf(entry(root, kind === "Secret" ? "secretGenerator" : "configMapGenerator"))
        .slice(0, maxItems)
        .map((item) => generatedOf(document, { kind, item })),
    ),
    images: itemsOf(entry(root, "images"))
      .slice(0, maxItems)
      .flatMap((item): readonly ImageChange[] => {
        const name = scalar(entry(item, "name"))?.value;
        if (name === undefined) return [];
        const [newName, newTag, digest] = ["newName", "newTag", "digest"].map((key) =>
          valueAt(entry(item, key)),
        );
        const at = placeOf(document, item);
        return [
          {
            name,
            at,
            ...(newName && { newName }),
            ...(newTag && { newTag }),
            ...(digest && { digest }),
          },
        ];
      }),
    ...(labels && { labels }),
    ...(namespace && { namespace }),
    prefix: scalar(entry(root, "namePrefix"))?.value ?? "",
    suffix: scalar(entry(root, "nameSuffix"))?.value ?? "",
    others: entriesOf(root).flatMap(({ key, keySpan, value }) =>
      /^(?:helmCharts|helmChartInflationGenerator|generators|transformers|replacements|vars)$/.test(
        key,
      ) && itemsOf(value).length > 0
        ? [{ key, at: placeOf(document, keySpan) }]
        : [],
    ),
  };
}

function labelsOf(
  root: TreeNode,
  valueAt: (node: TreeNode | undefined) => Value | undefined,
): MapValue | undefined {
  const maps = [
    entry(root, "commonLabels"),
    ...itemsOf(entry(root, "labels")).map((item) => entry(item, "pairs")),
  ].flatMap((node) => valueAt(node) ?? []);
  const found = maps.filter((map) => map.kind === "map");
  const [first] = found;
  if (first === undefined) return undefined;
  return { ...first, entries: new Map(found.flatMap((map) => [...map.entries])) };
}

function patchOf(document: Document, item: TreeNode): readonly Patch[] {
  const at = placeOf(document, item);
  const plain = scalar(item);
  if (plain !== undefined)
    return plain.value.includes("\n")
      ? [{ at, values: inlineOf(document, plain) }]
      : [{ at, path: plain.value }];
  const path = scalar(entry(item, "path"))?.value;
  const written = scalar(entry(item, "patch"));
  const target = targetOf(entry(item, "target"));
  if (path === undefined && written === undefined) return [];
  return [
    {
      at,
      ...(path !== undefined && { path }),
      ...(written !== undefined && { values: inlineOf(document, written) }),
      ...(target && { target }),
    },
  ];
}

/** Values of YAML that is written as a text, each where it stands in the file. */
function inlineOf(
  document: Document,
  node: NonNullable<ReturnType<typeof scalar>>,
): readonly Value[] {
  const budget: Budget = { values: 0 };
  return parseYaml(node.value).roots.map((root) =>
    relocated(valueOfTree(document, root, budget), ({ start, end }) =>
      placeOf(document, node.place(start, end)),
    ),
  );
}

function targetOf(node: TreeNode | undefined): Target | undefined {
  if (node?.kind !== "map") return undefined;
  const said = (key: string): string | undefined => scalar(entry(node, key))?.value;
  const [group, kind, name, namespace] = ["group", "kind", "name", "namespace"].map(said);
  const labels = said("labelSelector");
  return {
    ...(group !== undefined && { group }),
    ...(kind !== undefined && { kind }),
    ...(name !== undefined && { name }),
    ...(namespace !== undefined && { namespace }),
    ...(labels !== undefined && { labels }),
  };
}

function generatedOf(
  document: Document,
  { kind, item }: { readonly kind: Generated["kind"]; readonly item: TreeNode },
): Generated {
  const at = placeOf(document, item);
  const text = (value: string, place = at): Value => ({ kind: "scalar", value, at: place });
  const entries = new Map<string, Value>();
  for (const literal of itemsOf(entry(item, "literals")).slice(0, maxItems)) {
    const [, key, value] = /^([^=]{1,300})=([^]*)$/.exec(scalar(literal)?.value ?? "") ?? [];
    if (key === undefined || value === undefined) continue;
    entries.set(key, text(value.replace(/^(["'])([^]*)\1$/, "$2"), placeOf(document, literal)));
  }
  const isMore = ["files", "envs", "env"].some((key) => entry(item, key) !== undefined);
  const data: Value = { kind: "map", entries, at, ...(isMore && { open: "it is made of files" }) };
  const name = scalar(entry(item, "name"))?.value ?? "*";
  const metadata = new Map<string, Value>([["name", text(name)]]);
  const namespace = scalar(entry(item, "namespace"))?.value;
  if (namespace !== undefined) metadata.set("namespace", text(namespace));
  const body = new Map<string, Value>([
    ["apiVersion", text("v1")],
    ["kind", text(kind)],
    ["metadata", { kind: "map", entries: metadata, at }],
    [kind === "Secret" ? "stringData" : "data", data],
  ]);
  return { kind, at, body: { kind: "map", entries: body, at } };
}
