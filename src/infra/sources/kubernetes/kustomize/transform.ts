// What a kustomization changes in everything that it builds: namespace, images, labels.
import { entryOf, textOf, type MapValue, type Place, type Value } from "../../../value.ts";

/** Kinds that stand in no namespace. */
const clusterWide =
  /\/(?:Namespace|Node|PersistentVolume|StorageClass|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|PriorityClass|IngressClass|GatewayClass|RuntimeClass|(?:Mutating|Validating)(?:WebhookConfiguration|AdmissionPolicy(?:Binding)?)|ClusterServingRuntime|ClusterTrainingRuntime|ClusterWorkflowTemplate|ClusterPolicy|APIService|CSIDriver)$/;

function withEntry(map: MapValue, key: string, value: Value): MapValue {
  return { ...map, entries: new Map(map.entries).set(key, value) };
}

function mapAt(value: Value | undefined, at: Place): MapValue {
  return value?.kind === "map" ? value : { kind: "map", entries: new Map(), at };
}

/** A resource in the namespace of a kustomization. */
export function inNamespace(body: MapValue, type: string, namespace: Value): MapValue {
  if (clusterWide.test(type)) return body;
  const metadata = mapAt(body.entries.get("metadata"), body.at);
  const moved = withEntry(body, "metadata", withEntry(metadata, "namespace", namespace));
  const subjects = moved.entries.get("subjects");
  if (!type.endsWith("/RoleBinding") || subjects?.kind !== "list") return moved;
  const items = subjects.items.map((subject) =>
    subject.kind === "map" &&
    textOf(subject.entries.get("kind")) === "ServiceAccount" &&
    textOf(subject.entries.get("name")) === "default"
      ? withEntry(subject, "namespace", namespace)
      : subject,
  );
  return withEntry(moved, "subjects", { ...subjects, items });
}

/** Labels on a resource and on the pods that it makes. Selectors stay: who they choose is the same. */
export function labelled(body: MapValue, labels: MapValue): MapValue {
  const add = (holder: MapValue): MapValue => {
    const metadata = mapAt(holder.entries.get("metadata"), labels.at);
    const own = mapAt(metadata.entries.get("labels"), labels.at);
    const entries = new Map([...own.entries, ...labels.entries]);
    return withEntry(holder, "metadata", withEntry(metadata, "labels", { ...own, entries }));
  };
  const spec = body.entries.get("spec");
  const template = entryOf(spec, "template");
  const own = add(body);
  if (spec?.kind !== "map" || template?.kind !== "map") return own;
  return withEntry(own, "spec", withEntry(spec, "template", add(template)));
}

/** How an image is called otherwise. */
export interface ImageChange {
  readonly name: string;
  readonly newName?: Value;
  readonly newTag?: Value;
  readonly digest?: Value;
  readonly at: Place;
}

/** Name, tag and digest of an image; a port of the registry is no tag. */
function partsOf(image: string): { readonly name: string; readonly rest: string } {
  const [named = "", digest] = image.split("@", 2);
  const colon = named.lastIndexOf(":");
  const name = colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
  const tag = named.slice(name.length);
  return { name, rest: digest === undefined ? tag : `${tag}@${digest}` };
}

function changed(image: Value, changes: readonly ImageChange[]): Value {
  const text = textOf(image);
  if (text === undefined) return image;
  const { name, rest } = partsOf(text.slice(0, 2_000));
  // Several may follow one another: the later ones see what the earlier ones made.
  let current = { name, rest, at: image.at };
  for (const change of changes) {
    if (change.name !== current.name) continue;
    const { newName, newTag, digest } = change;
    const tag = textOf(digest) ?? textOf(newTag);
    const mark = digest === undefined ? ":" : "@";
    current = {
      name: textOf(newName) ?? current.name,
      rest: tag === undefined ? current.rest : `${mark}${tag}`,
      at: (digest ?? newTag ?? newName)?.at ?? change.at,
    };
  }
  const whole = `${current.name}${current.rest}`;
  return whole === text ? image : { kind: "scalar", value: whole, at: current.at };
}

const maxDepth = 100;

/** Every container of a resource, wherever it stands, with the image that a kustomization says. */
export function withImages(value: Value, changes: readonly ImageChange[], depth = 0): Value {
  if (changes.length === 0 || depth > maxDepth) return value;
  if (value.kind === "list")
    return { ...value, items: value.items.map((item) => withImages(item, changes, depth + 1)) };
  if (value.kind !== "map") return value;
  const entries = new Map<string, Value>();
  for (const [key, each] of value.entries) {
    const inner = withImages(each, changes, depth + 1);
    const isContainers = /^(?:containers|initContainers|ephemeralContainers)$/.test(key);
    entries.set(
      key,
      isContainers && inner.kind === "list"
        ? { ...inner, items: inner.items.map((item) => imageOf(item, changes)) }
        : inner,
    );
  }
  return { ...value, entries };
}

function imageOf(container: Value, changes: readonly ImageChange[]): Value {
  const image = entryOf(container, "image");
  if (container.kind !== "map" || image === undefined) return container;
  return withEntry(container, "image", changed(image, changes));
}
