// Strategic merge patches, as kustomize and kubectl apply them.
// https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
import { isNull, textOf, type List, type MapValue, type Value } from "../../../value.ts";

/** By what elements of a list of the usual kinds are told apart; other lists are put in place of one another. */
const keys: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  volumes: ["name"],
  env: ["name"],
  imagePullSecrets: ["name"],
  secrets: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  ports: ["containerPort", "port"],
  hostAliases: ["ip"],
  topologySpreadConstraints: ["topologyKey"],
};

const maxDepth = 100;
const maxItems = 10_000;

/** Kinds that Kubernetes itself has, whose lists merge; of others it is not known how they would. */
export function isUsualKind(type: string): boolean {
  const group = type.slice(0, Math.max(0, type.indexOf("/")));
  return !group.includes(".") || group.endsWith(".k8s.io");
}

/** What a patch makes of a value; undefined where it takes it away. */
export function merged(
  value: Value | undefined,
  patch: Value,
  how: { readonly isUsual: boolean; readonly key?: string; readonly depth?: number },
): Value | undefined {
  const { isUsual, key = "", depth = 0 } = how;
  if (isNull(patch)) return undefined;
  if (depth > maxDepth) return patch;
  if (patch.kind === "map") {
    const directive = textOf(patch.entries.get("$patch"));
    if (directive === "delete") return undefined;
    if (directive === "replace" || value?.kind !== "map") return withoutDirectives(patch, depth);
    return mergedMap(value, patch, { isUsual, depth });
  }
  if (patch.kind === "list" && value?.kind === "list") {
    const names = isUsual ? keys[key] : undefined;
    if (names !== undefined) return mergedList(value, patch, { names, depth });
  }
  return patch.kind === "list" ? withoutDirectives(patch, depth) : patch;
}

function mergedMap(
  value: MapValue,
  patch: MapValue,
  { isUsual, depth }: { readonly isUsual: boolean; readonly depth: number },
): MapValue {
  const entries = new Map(value.entries);
  for (const [key, each] of patch.entries) {
    if (key.startsWith("$")) continue;
    const made = merged(entries.get(key), each, { isUsual, key, depth: depth + 1 });
    if (made === undefined) entries.delete(key);
    else entries.set(key, made);
  }
  return { ...value, entries };
}

function mergedList(
  value: List,
  patch: List,
  { names, depth }: { readonly names: readonly string[]; readonly depth: number },
): List {
  const items: (Value | undefined)[] = [...value.items];
  const idOf = (item: Value | undefined): string | undefined =>
    item?.kind !== "map"
      ? undefined
      : names
          .map((name) => (item.entries.has(name) ? textOf(item.entries.get(name)) : undefined))
          .find((id) => id !== undefined);
  const at = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const id = idOf(item);
    if (id !== undefined && !at.has(id)) at.set(id, index);
  }
  for (const item of patch.items) {
    if (
      item.kind === "map" &&
      textOf(item.entries.get("$patch")) === "replace" &&
      item.entries.size === 1
    )
      return { ...patch, items: patch.items.filter((each) => each !== item) };
    const id = idOf(item);
    const index = id === undefined ? undefined : at.get(id);
    const made = merged(index === undefined ? undefined : items[index], item, {
      isUsual: true,
      depth: depth + 1,
    });
    if (index !== undefined) items[index] = made;
    else if (made !== undefined && items.length < maxItems) items.push(made);
  }
  return { ...value, items: items.filter((item) => item !== undefined) };
}

/** A value of a patch by itself: what it says about merging is no part of it. */
function withoutDirectives(value: Value, depth: number): Value {
  if (depth > maxDepth) return value;
  if (value.kind === "list")
    return { ...value, items: value.items.map((item) => withoutDirectives(item, depth + 1)) };
  if (value.kind !== "map") return value;
  const entries = new Map<string, Value>();
  for (const [key, each] of value.entries)
    if (!key.startsWith("$") && !isNull(each)) entries.set(key, withoutDirectives(each, depth + 1));
  return { ...value, entries };
}
