import type { Cloud } from "../../../infra/cloud.ts";
import type { Resource } from "../../../infra/resource.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { namespaceOf, podsOf, type Pod } from "../../../infra/types/kubernetes/pods.ts";
import type { Value } from "../../../infra/value.ts";

const pods = new WeakMap<Cloud, readonly Pod[]>();

/** The pods of all workloads, found once for all checks. */
export function allPods(cloud: Cloud): readonly Pod[] {
  const known = pods.get(cloud);
  if (known !== undefined) return known;
  const found = cloud.all(workload).flatMap(({ resource }) => podsOf(resource));
  pods.set(cloud, found);
  return found;
}

const byLabel = new WeakMap<Cloud, ReadonlyMap<string, readonly Pod[]>>();

function labelled(cloud: Cloud): ReadonlyMap<string, readonly Pod[]> {
  const known = byLabel.get(cloud);
  if (known !== undefined) return known;
  const found = new Map<string, Pod[]>();
  for (const pod of allPods(cloud)) {
    if (pod.labels?.kind !== "map") continue;
    for (const [key, value] of pod.labels.entries) {
      const label = `${key}\0${sameness(value)}`;
      const list = found.get(label);
      if (list === undefined) found.set(label, [pod]);
      else list.push(pod);
    }
  }
  byLabel.set(cloud, found);
  return found;
}

/** The pods that a selector may be about: those with the rarest of its labels, so that few are asked. */
export function candidates(cloud: Cloud, selector: Value | undefined): readonly Pod[] {
  if (selector?.kind !== "map" || selector.entries.size === 0) return allPods(cloud);
  const labels = labelled(cloud);
  const lists = [...selector.entries].map(
    ([key, value]) => labels.get(`${key}\0${sameness(value)}`) ?? [],
  );
  return lists.reduce((least, each) => (each.length < least.length ? each : least));
}

/**
 * True where two resources are in one namespace; the one that is not written is the same for all that
 * are installed together.
 */
export function isBeside(one: Resource, other: Resource): boolean {
  const isTogether =
    one.scope === undefined || other.scope === undefined || one.scope === other.scope;
  return isTogether && namespaceOf(one) === namespaceOf(other);
}

/**
 * What tells a text from others, also where parts of it are not known: charts write one and the same
 * expression in the selector and in the labels that it selects.
 */
export function sameness(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "scalar":
      return String(value.value);
    case "unknown":
      return `?${value.cause}`;
    case "template":
      return value.parts
        .map((part) => (typeof part === "string" ? part : (sameness(part) ?? "?")))
        .join("\0");
    case "choice":
      return value.options.map((option) => sameness(option) ?? "?").join("\0");
    default:
      return undefined;
  }
}

/** True where labels have everything that a selector asks for. */
export function selects(selector: Value | undefined, labels: Value | undefined): boolean {
  if (selector === undefined || labels === undefined) return false;
  if (selector.kind !== "map") {
    // A whole selector that Helm writes selects what Helm writes by the same words.
    const name = sameness(selector);
    const own = labels.kind === "map" ? labels.open && `?${labels.open}` : sameness(labels);
    return name !== undefined && name === own;
  }
  if (labels.kind !== "map")
    return selector.open !== undefined && sameness(labels) === `?${selector.open}`;
  if (selector.entries.size === 0 && selector.open === undefined) return false;
  const isOpenAlike = selector.open === undefined || selector.open === labels.open;
  return (
    isOpenAlike &&
    [...selector.entries].every(
      ([key, value]) => sameness(labels.entries.get(key)) === sameness(value),
    )
  );
}
