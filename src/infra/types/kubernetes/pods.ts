import { asFlag, walk, type Decode, type Fact } from "../../fact.ts";
import type { Resource } from "../../resource.ts";
import { isNull, textOf, type MapValue, type Place, type Value } from "../../value.ts";

/** What a pod is made from, wherever a resource has it. */
export interface Pod {
  readonly resource: Resource;
  readonly spec: MapValue;
  /** Labels of the pods, by which services and policies find them. */
  readonly labels: Value | undefined;
  readonly annotations: Value | undefined;
  readonly containers: readonly Container[];
  /** Why there may be containers that are not here. */
  readonly open?: string;
}

/** One container of a pod. */
export interface Container {
  readonly body: MapValue;
  readonly pod: Pod;
  /** True for one that ends before the others begin. */
  readonly isInit: boolean;
  /** Why it may not be there. */
  readonly uncertain?: string;
}

const maxDepth = 14;
const maxPods = 500;

/**
 * Finds what pods are made from by its form: a map with `containers`, the `container` or `script` of a
 * step of Argo, the `model` of KServe. So operators that nobody has told us about are read as well.
 */
export function podsOf(resource: Resource): readonly Pod[] {
  const pods: Pod[] = [];
  look(resource.body, undefined, 0);
  return pods;

  function look(value: Value, around: MapValue | undefined, depth: number): void {
    if (depth > maxDepth || pods.length >= maxPods) return;
    if (value.kind === "list") for (const item of value.items) look(item, around, depth + 1);
    else if (value.kind === "choice")
      for (const option of value.options) look(option, around, depth + 1);
    else if (value.kind === "map") {
      if (isPodSpec(value)) pods.push(podOf(resource, value, around));
      for (const [key, own] of value.entries) {
        if (key === "status" || key === "metadata") continue;
        look(own, value, depth + 1);
      }
    }
  }
}

/** True where a list of containers, each with an image, stands somewhere in a resource. */
export function holdsContainers(value: Value, depth = 0): boolean {
  if (depth > maxDepth) return false;
  if (value.kind === "list") return value.items.some((item) => holdsContainers(item, depth + 1));
  if (value.kind === "choice")
    return value.options.some((option) => holdsContainers(option, depth + 1));
  if (value.kind !== "map") return false;
  const containers = value.entries.get("containers");
  if (containers?.kind === "list")
    for (const item of containers.items)
      if (item.kind === "map" && item.entries.has("image")) return true;
  for (const [key, own] of value.entries)
    if (key !== "status" && key !== "metadata" && holdsContainers(own, depth + 1)) return true;
  return false;
}

const containerLists = ["containers", "initContainers", "ephemeralContainers"];
/** Keys whose map is a container of its own: Argo, and the predictors of KServe. */
const singles = [
  "container",
  "script",
  "model",
  "sklearn",
  "xgboost",
  "tensorflow",
  "pytorch",
  "triton",
  "onnx",
  "huggingface",
  "pmml",
  "lightgbm",
  "paddle",
];

function isPodSpec({ entries }: MapValue): boolean {
  const containers = entries.get("containers");
  if (containers !== undefined)
    return containers.kind === "unknown" || some(containers, (item) => item.kind === "map");
  return singles.some((key) => {
    const single = entries.get(key);
    return (
      single?.kind === "map" &&
      ["image", "storageUri", "modelFormat", "command", "source", "resources"].some((each) =>
        single.entries.has(each),
      )
    );
  });
}

function some(value: Value, holds: (item: Value) => boolean): boolean {
  if (value.kind === "choice") return value.options.some((option) => some(option, holds));
  return (
    value.kind === "list" &&
    (value.items.length === 0 || value.items.some((item) => holds(item) || item.kind === "choice"))
  );
}

function podOf(resource: Resource, spec: MapValue, around: MapValue | undefined): Pod {
  const containers: Container[] = [];
  let open: string | undefined;
  // A pod is its own template; others have labels beside the spec.
  const template = resource.type === "/Pod" ? resource.body : around;
  const metadata = template?.entries.get("metadata");
  const made: Omit<Pod, "open"> = {
    resource,
    spec,
    labels: walk(metadata, ["labels"]),
    annotations: walk(metadata, ["annotations"]),
    containers,
  };
  for (const key of containerLists) {
    const list = spec.entries.get(key);
    if (list !== undefined) add(list, { isInit: key === "initContainers" });
  }
  for (const key of singles) {
    const single = spec.entries.get(key);
    if (single?.kind === "map") containers.push({ body: single, pod: made, isInit: false });
  }
  return open === undefined ? made : { ...made, open };

  function add(value: Value, as: { readonly isInit: boolean; readonly uncertain?: string }): void {
    if (value.kind === "list") {
      for (const item of value.items) add(item, as);
      open ??= value.open;
    } else if (value.kind === "choice") {
      for (const option of value.options) add(option, { ...as, uncertain: value.cause });
    } else if (value.kind === "map") containers.push({ body: value, pod: made, ...as });
    else if (!isNull(value)) open ??= value.kind === "unknown" ? value.cause : "it is not known";
  }
}

/** A fact of a value within a resource; `at` is what to show where nothing is written. */
export function factIn<T>(
  decode: Decode<T>,
  value: Value | undefined,
  { path, at }: { readonly path: string; readonly at: Place },
): Fact<T> {
  const found = walk(value, path.split("."));
  return found === undefined ? { kind: "absent", at } : decode(found);
}

/** Where a container is shown: its name, or itself. */
export function headOf({ body }: Container): Place {
  return body.entries.get("name")?.at ?? body.entries.get("image")?.at ?? body.at;
}

/** A part of the security context: the container's own, otherwise that of its pod. */
export function securityOf<T>(decode: Decode<T>, container: Container, key: string): Fact<T> {
  const at = headOf(container);
  const own = factIn(decode, container.body, { path: `securityContext.${key}`, at });
  if (own.kind !== "absent") return own;
  return factIn(decode, container.pod.spec, { path: `securityContext.${key}`, at });
}

/** What runs on every node is mostly there to look after nodes, and gets more of them. */
export function isNodeAgent({ type }: Resource): boolean {
  return type === "apps/DaemonSet";
}

/** The namespace that a resource says it is in. */
export function namespaceOf({ body }: Resource): string | undefined {
  return textOf(walk(body, ["metadata", "namespace"]));
}

/** True where a container asks for a graphics card or another accelerator. */
export function wantsAccelerator({ body }: Container): boolean {
  return ["limits", "requests"].some((key) => {
    const map = walk(body, ["resources", key]);
    return (
      map?.kind === "map" &&
      [...map.entries.keys()].some((name) =>
        /^(?:nvidia\.com\/|amd\.com\/gpu|intel\.com\/gpu|gpu\.intel\.com\/|habana\.ai\/|aws\.amazon\.com\/neuron|google\.com\/tpu|cloud-tpus\.google\.com\/)/.test(
          name,
        ),
      )
    );
  });
}

/** Whether the pod hands its account's token to its containers; the account may say otherwise. */
export function automountOf({ spec, resource }: Pod): Fact<boolean> {
  const at = resource.at;
  return factIn(asFlag, spec, { path: "automountServiceAccountToken", at });
}

/** The name of the account that a pod runs as. */
export function accountOf({ spec }: Pod): Value | undefined {
  return walk(spec, ["serviceAccountName"]) ?? walk(spec, ["serviceAccount"]);
}
