import type { InventoryKind } from "../core/index.ts";
import { worldOf } from "./addresses.ts";
import { bucketIn, mayName, nameOf, calledBy, tellsOfModels } from "./names.ts";
import type { Resource } from "./resource.ts";
import { inventoryKindOf, ownerOfPart } from "./types/inventory-kinds.ts";
import { podsOf, wantsAccelerator } from "./types/kubernetes/pods.ts";
import { serverIn } from "./types/kubernetes/servers.ts";
import type { Value } from "./value.ts";

/** An asset of machine learning among the resources. */
export interface InfraAsset {
  readonly kind: InventoryKind;
  readonly resource: Resource;
  readonly name: string;
  /** What it refers to, in the order in which it is named. */
  readonly uses: readonly Resource[];
}

/** Values of one resource that are looked at for what they name. */
const maxValues = 20_000;
const maxUses = 200;

/** What a program that a container starts is. */
const programs: Readonly<Record<string, InventoryKind>> = {
  MLflow: "tracking",
  TensorBoard: "tracking",
  Ray: "cluster",
  JupyterHub: "notebook",
  Jupyter: "notebook",
  Qdrant: "index",
  Chroma: "index",
};

/** A workload of Kubernetes by what it runs; nothing where that has to do with no model. */
function workloadKind(resource: Resource): InventoryKind | undefined {
  const containers = podsOf(resource).flatMap((pod) => pod.containers);
  const server = containers.map(serverIn).find((each) => each !== undefined);
  if (server !== undefined) return programs[server.name] ?? "endpoint";
  if (!containers.some(wantsAccelerator)) return undefined;
  return resource.type.endsWith("Job") ? "job" : "service";
}

function kindOf(resource: Resource): InventoryKind | undefined {
  const known = inventoryKindOf(resource.type);
  if (known !== undefined || resource.dialect !== "kubernetes") return known;
  return ownerOfPart(resource.type) === undefined ? workloadKind(resource) : undefined;
}

interface Index {
  readonly at: (address: string, from: Resource) => Resource | undefined;
  readonly named: (name: string, from: Resource) => readonly Resource[];
  readonly bucket: (name: string, from: Resource) => Resource | undefined;
}

function indexOf(resources: readonly Resource[], assets: readonly Resource[]): Index {
  const addresses = new Map<string, Resource>();
  for (const each of resources) addresses.set(`${worldOf(each)}\0${each.address}`, each);
  const names = new Map<string, Resource[]>();
  const buckets = new Map<string, Resource>();
  for (const each of assets) {
    const name = calledBy(each);
    const key = `${worldOf(each)}\0${name}`;
    const list = names.get(key);
    if (list === undefined) names.set(key, [each]);
    else list.push(each);
    // The names of buckets are the same all over the world.
    if (inventoryKindOf(each.type) === "bucket") buckets.set(name, each);
  }
  return {
    at: (address, from) => addresses.get(`${worldOf(from)}\0${address}`),
    named: (name, from) => names.get(`${worldOf(from)}\0${name}`) ?? [],
    bucket: (name) => buckets.get(name),
  };
}

/** What a text that stands at an attribute leads to. */
function leadsTo(text: string, key: string, { index, from }: Look): readonly Resource[] {
  if (text.length < 3 || text.length > 2_000) return [];
  const own = index.at(text, from);
  if (own !== undefined) return [own];
  const bucket = bucketIn(text);
  if (bucket !== undefined) return [index.bucket(bucket, from) ?? []].flat();
  const last = /[^:/]+$/.exec(text)?.[0] ?? text;
  return index.named(last, from).filter(({ type }) => mayName(key, type));
}

interface Look {
  readonly index: Index;
  readonly from: Resource;
}

/** Everything that the values of a resource refer to; itself left out. */
function usesOf(index: Index, from: Resource): Set<Resource> {
  const found = new Set<Resource>();
  const look = { index, from };
  const stack: { readonly key: string; readonly value: Value }[] = [{ key: "", value: from.body }];
  const add = (resources: readonly Resource[]): void => {
    for (const each of resources) if (each !== from && found.size < maxUses) found.add(each);
  };
  for (let left = maxValues; left > 0; left--) {
    const next = stack.pop();
    if (next === undefined) break;
    const { key, value } = next;
    const push = (values: readonly Value[]): void => {
      for (const each of values.toReversed()) stack.push({ key, value: each });
    };
    switch (value.kind) {
      case "scalar":
        if (typeof value.value === "string") add(leadsTo(value.value, key, look));
        break;
      case "reference":
        add([index.at(value.resource, from) ?? []].flat());
        break;
      case "template": {
        const [head] = value.parts;
        const bucket = typeof head === "string" ? bucketIn(head) : undefined;
        if (bucket !== undefined) add([index.bucket(bucket, from) ?? []].flat());
        push(value.parts.filter((part) => typeof part !== "string"));
        break;
      }
      case "list":
        push(value.items);
        break;
      case "choice":
        push(value.options);
        break;
      case "json":
        push([value.value]);
        break;
      case "map":
        for (const [name, own] of [...value.entries].toReversed())
          stack.push({ key: name, value: own });
        break;
      default:
    }
  }
  return found;
}

/**
 * Every asset of machine learning that infrastructure tells of, with what it uses. Buckets are among
 * them where an asset uses them or where their name says so. Total; linear in the values of assets.
 */
export function assetsOf(resources: readonly Resource[]): readonly InfraAsset[] {
  const kinds = new Map<Resource, InventoryKind>();
  const parts: Resource[] = [];
  for (const resource of resources) {
    if (resource.isData === true) continue;
    const kind = kindOf(resource);
    if (kind !== undefined) kinds.set(resource, kind);
    else if (ownerOfPart(resource.type) !== undefined) parts.push(resource);
  }
  if (kinds.size === 0) return [];
  const index = indexOf(resources, [...kinds.keys(), ...parts]);
  const uses = new Map<Resource, Set<Resource>>();
  const names = new Map<Resource, string>();
  // The name and the uses of one after the other: a live body is made when it is asked for.
  for (const resource of [...kinds.keys(), ...parts]) {
    names.set(resource, nameOf(resource));
    if (kinds.get(resource) !== "bucket") uses.set(resource, usesOf(index, resource));
  }
  handOn(uses, { parts, kinds });
  const used = new Set([...uses.values()].flatMap((each) => [...each]));
  return [...kinds].flatMap(([resource, kind]) => {
    const name = names.get(resource) ?? resource.address;
    if (kind === "bucket" && !used.has(resource) && !tellsOfModels(name)) return [];
    return [{ kind, resource, name, uses: [...(uses.get(resource) ?? [])] }];
  });
}

/** Who names a part, or owns what a part joins, uses what that part uses. */
function handOn(
  uses: ReadonlyMap<Resource, Set<Resource>>,
  given: {
    readonly parts: readonly Resource[];
    readonly kinds: ReadonlyMap<Resource, InventoryKind>;
  },
): void {
  const { parts, kinds } = given;
  const isPart = new Set(parts);
  for (const part of parts) {
    const own = [...(uses.get(part) ?? [])];
    const owner = ownerOfPart(part.type);
    for (const asset of own.filter((each) => kinds.get(each) === owner))
      for (const more of own) if (more !== asset) uses.get(asset)?.add(more);
  }
  for (const [resource, own] of uses) {
    if (isPart.has(resource)) continue;
    const seen = new Set<Resource>([resource]);
    for (const each of own) {
      if (!isPart.has(each)) continue;
      own.delete(each);
      seen.add(each);
      for (const more of uses.get(each) ?? []) if (!seen.has(more)) own.add(more);
    }
  }
}
