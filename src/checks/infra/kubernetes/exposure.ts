import type { Severity } from "../../../core/index.ts";
import { walk } from "../../../infra/fact.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { perCloud } from "../../../infra/per-cloud.ts";
import type { Resource } from "../../../infra/resource.ts";
import {
  asksForKey,
  portNamed,
  serverIn,
  type Server,
} from "../../../infra/types/kubernetes/servers.ts";
import type { Container, Pod } from "../../../infra/types/kubernetes/pods.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { candidates, isBeside, selects } from "./joins.ts";
import { guardOfPod } from "./mesh.ts";

/** A server that answers everybody who reaches it. */
export interface OpenServer {
  readonly server: Server;
  readonly container: Container;
}

/** What a service leads to. */
export interface Behind {
  /** Servers that ask for nothing. */
  readonly open: readonly OpenServer[];
  /** True where there are servers at all, those that ask for a login included. */
  readonly hasServers: boolean;
  /** Why it is not known whether the mesh asks in the place of a server. */
  readonly doubt?: string;
}

/** Open servers that are told of one service; more of them are more of the same. */
const maxOpen = 10;

const behind = perCloud(() => new Map<Resource, Behind>());

/** The servers of models behind a service, found once however many doors lead to it. */
export function serversBehind(cloud: Cloud, service: Resource): Behind {
  const found = behind(cloud).get(service) ?? findServers(cloud, service);
  behind(cloud).set(service, found);
  return found;
}

function findServers(cloud: Cloud, service: Resource): Behind {
  const selector = walk(service.body, ["spec", "selector"]);
  const ports = walk(service.body, ["spec", "ports"]);
  const open: OpenServer[] = [];
  let hasServers = false;
  let doubt: string | undefined;
  for (const pod of candidates(cloud, selector)) {
    if (open.length >= maxOpen) break;
    if (!isBeside(pod.resource, service) || !selects(selector, pod.labels)) continue;
    for (const container of pod.containers) {
      const server = serverIn(container);
      if (server === undefined || isFronted(pod, container, ports)) continue;
      hasServers = true;
      const asks =
        server.login === "own" || (server.login === "optional" && asksForKey(container, server));
      if (asks) continue;
      const guard = guardOfPod(cloud, pod);
      if (guard.kind === "open") open.push({ server, container });
      else if (guard.kind === "doubt") doubt ??= guard.cause;
    }
  }
  return { open, hasServers, ...(doubt !== undefined && { doubt }) };
}

/** True where every port of the service is one of another container: a proxy that asks for a login. */
function isFronted({ containers }: Pod, container: Container, ports: Value | undefined): boolean {
  if (ports?.kind !== "list" || ports.items.length === 0) return false;
  const others = containers.filter((each) => each !== container && !each.isInit);
  return ports.items.every((port) => {
    const target = walk(port, ["targetPort"]) ?? walk(port, ["port"]);
    const name = textOf(target);
    return (
      name !== undefined &&
      !listensOn(container, name) &&
      others.some((each) => listensOn(each, name))
    );
  });
}

function listensOn(container: Container, port: string): boolean {
  if (portNamed(container, port) !== undefined) return true;
  const list = walk(container.body, ["ports"]);
  return (
    list?.kind === "list" &&
    list.items.some((item) => textOf(walk(item, ["containerPort"])) === port)
  );
}

/** How bad it is that strangers reach a server, by what they can do there and from where. */
export function weightOf({ harm }: Server, from: "internet" | "network"): Severity {
  if (from === "internet") return harm === "code" ? "critical" : "high";
  return harm === "code" ? "medium" : "low";
}

/** What a stranger does with it, to end a sentence. */
export function harmOf({ name, harm }: Server): string {
  return harm === "code" ? `run code in ${name}` : `use ${name}`;
}
