import type { Waypoint } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { asText, linkOf, walk, type Fact } from "../fact.ts";

import type { Resource } from "../resource.ts";
import type { FactSpecs, Item } from "../type.ts";
import type { Place, Value } from "../value.ts";
import { danger, thingOf } from "../way.ts";
import {
  internetGateway,
  route,
  routeTable,
  routeTableAssociation,
  subnet,
} from "../types/aws/network.ts";

export { linkOf } from "../fact.ts";

/** Whether what stands in a subnet is on the internet's side of a router. */
export type Reach =
  | { readonly kind: "public"; readonly way: readonly Waypoint[]; readonly at: Place }
  | { readonly kind: "private" }
  | { readonly kind: "unknown"; readonly cause: string }
  | { readonly kind: "unread"; readonly missing: string };

type Subnet = Item<(typeof subnet)["facts"]>;
type Table = Item<(typeof routeTable)["facts"]>;

/** A range that takes in addresses of the internet: all of it, or a large part. */
function isInternet(cidr: string | undefined): boolean {
  return cidr !== undefined && /^(?:0\.0\.0\.0|128\.0\.0\.0|::|2000::|8000::)\/[0-3]$/.test(cidr);
}

/** An internet gateway, by reference or by its id; nothing for one that only lets out. */
function gatewayAt(cloud: Cloud, link: Value | undefined, from: Resource): Gateway | undefined {
  if (link === undefined) return undefined;
  const found = cloud.find(internetGateway, link, from);
  if (found.kind === "found") return { name: thingOf(found.item).name, at: found.item.resource.at };
  const id = text(link);
  return id !== undefined && /^igw-[0-9a-f]+$/.test(id) ? { name: id, at: link.at } : undefined;
}

interface Gateway {
  readonly name: string;
  readonly at: Place;
}

interface Way {
  readonly at: Place;
  readonly destination: string;
  readonly gateway: Gateway;
}

/** The route of a table that leads to the internet; what is not known of its routes where none does. */
function wayOut(cloud: Cloud, table: Table): Way | { readonly doubt: string } | undefined {
  const inline = table.facts.routes;
  let doubt: string | undefined;
  if (inline.kind === "unknown" || inline.kind === "choice") doubt = inline.cause;
  if (inline.kind === "known") {
    doubt = inline.value.open;
    for (const each of inline.value.items) {
      const [destination, gateway] = [
        ["cidr_block", "DestinationCidrBlock", "ipv6_cidr_block", "DestinationIpv6CidrBlock"]
          .map((key) => walk(each, [key]))
          .flatMap((found) => (found === undefined ? [] : [asText(found)]))
          .map((fact) => (fact.kind === "known" ? fact.value : undefined))
          .find(isInternet),
        walk(each, ["gateway_id"]) ?? walk(each, ["GatewayId"]),
      ];
      const door = gatewayAt(cloud, gateway, table.resource);
      if (destination !== undefined && door !== undefined)
        return { at: each.at, destination, gateway: door };
    }
  }
  const routes = cloud.pointingAt(table, { type: route, fact: "table" });
  for (const { facts, resource } of routes.items) {
    const destination = [facts.destination, facts.destination6]
      .map((fact) => (fact.kind === "known" ? fact.value : undefined))
      .find(isInternet);
    if (destination === undefined) continue;
    const gateway = gatewayAt(cloud, linkOf(facts.gateway), resource);
    if (gateway !== undefined) return { at: resource.at, destination, gateway };
  }
  const cause = doubt ?? routes.maybe;
  return cause === undefined ? undefined : { doubt: cause };
}

/** The table that says where a subnet's packets go: its own, else the main one of its VPC. */
function tableOf(
  cloud: Cloud,
  it: Subnet,
): { readonly table: Table; readonly by: Place } | { readonly cause: string } | undefined {
  // Live: associations are part of the table.
  const id = it.facts.id.kind === "known" ? it.facts.id.value : undefined;
  let main: Table | undefined;
  const vpcId = textAt(it.facts.vpc);
  for (const table of cloud.all(routeTable)) {
    const { associations } = table.facts;
    if (associations.kind !== "known") continue;
    for (const each of associations.value.items) {
      const subnetId = text(walk(each, ["SubnetId"]));
      if (id !== undefined && subnetId === id) return { table, by: each.at };
      const isMain = text(walk(each, ["Main"])) === "true";
      if (isMain && vpcId !== undefined && textAt(table.facts.vpc) === vpcId) main = table;
    }
  }
  if (main !== undefined) return { table: main, by: main.resource.at };

  const own = cloud.pointingAt(it, {
    type: routeTableAssociation,
    fact: "subnet",
  });
  const [first] = own.items;
  if (first !== undefined) {
    const found = cloud.find(routeTable, linkOf(first.facts.table), first.resource);
    if (found.kind === "found") return { table: found.item, by: first.resource.at };
    return {
      cause: found.kind === "elsewhere" ? `${found.name} is not described here` : found.cause,
    };
  }
  if (own.maybe !== undefined) return { cause: own.maybe };
  return mainTable(cloud, it);
}

/** In templates: what is said to be the main table of the VPC. */
function mainTable(
  cloud: Cloud,
  it: Subnet,
): { readonly table: Table; readonly by: Place } | { readonly cause: string } | undefined {
  const link = linkOf(it.facts.vpc);
  const address = link?.kind === "reference" ? link.resource : undefined;
  if (address === undefined) return { cause: "the VPC of the subnet is not described here" };
  for (const each of cloud.all(routeTableAssociation)) {
    const vpc = linkOf(each.facts.vpc);
    if (vpc?.kind !== "reference" || vpc.resource !== address) continue;
    const found = cloud.find(routeTable, linkOf(each.facts.table), each.resource);
    if (found.kind === "found") return { table: found.item, by: each.resource.at };
  }
  const table = cloud.all(routeTable).find(({ facts }) => {
    const of = linkOf(facts.mainOf);
    return of?.kind === "reference" && of.resource === address;
  });
  if (table !== undefined) return { table, by: table.resource.at };
  // A route may be put into the main table by the VPC's attribute.
  for (const each of cloud.all(route)) {
    const to = linkOf(each.facts.table);
    const isMain = to?.kind === "reference" && to.resource === address;
    if (isMain) return { cause: `${each.resource.address} changes the main route table` };
  }
  return undefined;
}

function text(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const fact = asText(value);
  return fact.kind === "known" ? fact.value : undefined;
}

function textAt(fact: Fact<Value>): string | undefined {
  return fact.kind === "known" ? text(fact.value) : undefined;
}

/**
 * Whether a subnet is public: its route table, or the main one of its VPC, sends packets for the
 * internet to an internet gateway. What gives machines an address (`map_public_ip_on_launch`) is not
 * asked: who is routed can be given one.
 */
export function reachOf<S extends FactSpecs>(
  cloud: Cloud,
  link: Value | undefined,
  from: Item<S>,
): Reach {
  const found = cloud.find(subnet, link, from.resource);
  const missing =
    cloud.gap(subnet, from.resource.region) ?? cloud.gap(routeTable, from.resource.region);
  if (found.kind !== "found" && missing !== undefined) return { kind: "unread", missing };
  if (found.kind === "elsewhere")
    return { kind: "unknown", cause: `${found.name} is not described here` };
  if (found.kind === "unknown") return { kind: "unknown", cause: found.cause };
  const { item } = found;
  const routing = tableOf(cloud, item);
  // A VPC that nobody routed anywhere leads nowhere.
  if (routing === undefined)
    return missing === undefined ? { kind: "private" } : { kind: "unread", missing };
  if ("cause" in routing) return { kind: "unknown", cause: routing.cause };
  const out = wayOut(cloud, routing.table);
  if (out === undefined) return { kind: "private" };
  if ("doubt" in out) return { kind: "unknown", cause: out.doubt };
  const way: Waypoint[] = [
    {
      at: from.resource.at,
      message: `stands in ${item.resource.address}`,
      thing: thingOf(from),
    },
    {
      at: routing.by,
      message: `is routed by ${routing.table.resource.address}`,
      thing: thingOf(item),
    },
    {
      at: out.at,
      message: `sends ${out.destination} to the gateway`,
      thing: thingOf(routing.table),
    },
    {
      at: out.gateway.at,
      message: "leads to the internet, and from it",
      thing: danger("internet gateway", out.gateway.name),
    },
  ];
  return { kind: "public", way, at: out.at };
}
