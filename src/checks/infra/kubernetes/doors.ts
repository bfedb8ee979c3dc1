// What stands between the outside and the services of a route: gateways, and the logins that they ask for.
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import { gateway, gatewayPolicy } from "../../../infra/types/kubernetes/routes.ts";
import { namespaceOf } from "../../../infra/types/kubernetes/pods.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { isBeside, sameness } from "./joins.ts";
import { guardOfTarget, type Guard } from "./mesh.ts";

/** A way in through a gateway. */
export interface Door {
  readonly from: "internet" | "network";
  readonly guard: Guard;
}

/** A service that a route leads to. */
export interface Backend {
  /** What names it. */
  readonly name: Value;
  readonly service: string;
  readonly namespace: string | undefined;
}

const maxBackends = 500;

function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === "list" ? value.items : [];
}

/** True for a route of Istio; others are of the Gateway API. */
function isVirtual({ type }: Resource): boolean {
  return type.endsWith("/VirtualService");
}

/** The services that a route leads to. */
export function backendsOf(route: Resource): readonly Backend[] {
  const { body } = route;
  const found: Backend[] = [];
  if (isVirtual(route)) {
    for (const kind of ["http", "tls", "tcp"])
      for (const rule of itemsOf(walk(body, ["spec", kind])))
        for (const each of itemsOf(walk(rule, ["route"]))) {
          const name = walk(each, ["destination", "host"]);
          const host = sameness(name);
          if (name === undefined || host === undefined) continue;
          // `llm`, `llm.models`, `llm.models.svc.cluster.local`
          const [service = "", namespace] = host.split(".", 2);
          found.push({ name, service, namespace: namespace ?? namespaceOf(route) });
        }
    return found.slice(0, maxBackends);
  }
  for (const rule of itemsOf(walk(body, ["spec", "rules"])))
    for (const each of itemsOf(walk(rule, ["backendRefs"]))) {
      const name = walk(each, ["name"]);
      const service = sameness(name);
      const kind = textOf(walk(each, ["kind"])) ?? "Service";
      if (name === undefined || service === undefined || kind !== "Service") continue;
      const namespace = textOf(walk(each, ["namespace"])) ?? namespaceOf(route);
      found.push({ name, service, namespace });
    }
  return found.slice(0, maxBackends);
}

const inside = /internal|private|rilb|cluster-?local/i;

/** The gateways by which a route is reached; none where it is for the mesh alone. */
export function doorsOf(route: Resource, cloud: Cloud, service: Resource): readonly Door[] {
  const names = isVirtual(route)
    ? itemsOf(walk(route.body, ["spec", "gateways"])).map((each) => textOf(each) ?? "?")
    : itemsOf(walk(route.body, ["spec", "parentRefs"]))
        .filter((each) => (textOf(walk(each, ["kind"])) ?? "Gateway") === "Gateway")
        .map((each) => {
          const namespace = textOf(walk(each, ["namespace"]));
          const name = textOf(walk(each, ["name"])) ?? "?";
          return namespace === undefined ? name : `${namespace}/${name}`;
        });
  return names
    .filter((name) => name !== "mesh")
    .map((name) => doorBy(name, { route, cloud, service }));
}

function doorBy(
  written: string,
  { route, cloud, service }: { route: Resource; cloud: Cloud; service: Resource },
): Door {
  const name = written.slice(written.indexOf("/") + 1);
  const namespace = written.includes("/") ? written.slice(0, written.indexOf("/")) : undefined;
  const door = cloud
    .all(gateway)
    .map((each) => each.resource)
    .find(
      (each) =>
        textOf(walk(each.body, ["metadata", "name"])) === name &&
        (namespace === undefined ? isBeside(each, route) : namespaceOf(each) === namespace),
    );
  const selector = walk(door?.body, ["spec", "selector"]);
  const words = [
    textOf(walk(door?.body, ["spec", "gatewayClassName"])) ?? "",
    ...(selector?.kind === "map" ? [...selector.entries.values()].map((each) => textOf(each)) : []),
    textOf(walk(door?.body, ["metadata", "annotations", "networking.istio.io/service-type"])) ===
    "ClusterIP"
      ? "internal"
      : "",
  ];
  const from = words.some((word) => inside.test(word ?? "")) ? "network" : "internet";
  return { from, guard: guardBy({ name, door, selector }, { route, cloud, service }) };
}

const logins =
  /^(?:jwt|oidc|basicAuth|apiKeyAuth|apiKeyAuthentication|extAuth|extAuthz|authorization|rbac|iap|authScheme)$/;

/** Keys under which a policy asks for a login, at the depths where gateways have them. */
function asksForLogin({ type, body }: Resource): boolean {
  if (type.endsWith("/AuthPolicy") || type.endsWith("/AuthenticationFilter")) return true;
  const spec = walk(body, ["spec"]);
  const maps = [spec, walk(spec, ["default"]), walk(spec, ["rules"])];
  return maps.some(
    (map) =>
      map?.kind === "map" &&
      [...map.entries].some(
        ([key, value]) =>
          logins.test(key) && !(key === "iap" && textOf(walk(value, ["enabled"])) === "false"),
      ),
  );
}

function isAimed(policy: Resource, { kind, name, from }: Target): boolean {
  const refs = [
    walk(policy.body, ["spec", "targetRef"]),
    ...itemsOf(walk(policy.body, ["spec", "targetRefs"])),
  ];
  return refs.some(
    (ref) =>
      ref !== undefined &&
      textOf(walk(ref, ["kind"])) === kind &&
      sameness(walk(ref, ["name"])) === name &&
      isBeside(policy, from),
  );
}

interface Target {
  readonly kind: string;
  readonly name: string;
  readonly from: Resource;
}

function nameOf(resource: Resource): string {
  return sameness(walk(resource.body, ["metadata", "name"])) ?? "";
}

/** Whether the route, its gateway or its service has something that asks for a login. */
function guardBy(
  {
    name,
    door,
    selector,
  }: { name: string; door: Resource | undefined; selector: Value | undefined },
  { route, cloud, service }: { route: Resource; cloud: Cloud; service: Resource },
): Guard {
  const targets: readonly Target[] = [
    { kind: route.type.slice(route.type.indexOf("/") + 1), name: nameOf(route), from: route },
    { kind: "Gateway", name, from: door ?? route },
    { kind: "Service", name: nameOf(service), from: service },
  ];
  const policies = cloud.all(gatewayPolicy).map((each) => each.resource);
  if (
    policies.some((policy) => asksForLogin(policy) && targets.some((each) => isAimed(policy, each)))
  )
    return { kind: "guarded" };
  const annotations = walk(route.body, ["metadata", "annotations"]);
  if (annotations?.kind === "map" && annotations.entries.has("konghq.com/plugins"))
    return { kind: "guarded" };
  const chosen =
    door !== undefined && selector !== undefined ? { labels: selector, from: door } : undefined;
  const mesh = guardOfTarget(cloud, targets, chosen);
  if (mesh.kind !== "open") return mesh;
  const filter = itemsOf(walk(route.body, ["spec", "rules"]))
    .flatMap((rule) => itemsOf(walk(rule, ["filters"])))
    .find((each) => textOf(walk(each, ["type"])) === "ExtensionRef");
  if (filter === undefined) return mesh;
  const named = textOf(walk(filter, ["extensionRef", "name"])) ?? "a filter";
  return { kind: "doubt", cause: `what the filter ${named} does is not known` };
}
