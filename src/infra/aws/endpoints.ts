import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { valueOf, type Fact } from "../fact.ts";
import { perCloud } from "../per-cloud.ts";
import type { Resource } from "../resource.ts";
import type { Item } from "../type.ts";
import type { Value } from "../value.ts";
import { subnet, vpc, vpcEndpoint } from "../types/aws/network.ts";
import { linkOf } from "./network.ts";

/** A VPC as a check reads it. */
export type Vpc = Item<(typeof vpc)["facts"]>;

/** A VPC endpoint with the service that it leads to. */
export interface EndpointTo {
  /** Without region: `sagemaker.api`, `s3`, `ecr.dkr`. */
  readonly service: string;
  readonly item: Item<(typeof vpcEndpoint)["facts"]>;
}

/**
 * The service of an endpoint. `com.amazonaws.eu-west-1.s3`, `aws.sagemaker.eu-west-1.notebook`; the region
 * may be unknown.
 */
function serviceOf(name: string): string {
  const notebook = /^aws\.sagemaker\.[^.]+\.(notebook|studio|experiments|partner-app)$/.exec(name);
  if (notebook !== null) return notebook[1]!;
  return name.replace(/^(?:cn\.)?com\.amazonaws\.[^.]+\./, "");
}

/** The endpoints whose service can be told. */
export const endpointsTo = perCloud((cloud): readonly EndpointTo[] =>
  cloud.all(vpcEndpoint).flatMap((item) => {
    const service = serviceAt(item);
    return service === undefined ? [] : [{ service, item }];
  }),
);

/** The service of one endpoint, where it can be told. */
export function serviceAt({ facts: { service } }: EndpointTo["item"]): string | undefined {
  const name = valueOf(service) ?? (service.kind === "set" ? nameIn(service.value) : undefined);
  return name === undefined ? undefined : serviceOf(name);
}

/** `com.amazonaws.${var.region}.s3` with a word in the place of what is not known. */
function nameIn(value: Value): string | undefined {
  if (value.kind !== "template") return undefined;
  return value.parts
    .map((part) =>
      typeof part === "string" ? part : part.kind === "scalar" ? String(part.value) : "REGION",
    )
    .join("");
}

function linksOf(fact: Fact<Value>): readonly Value[] {
  const link = linkOf(fact);
  return link === undefined ? [] : link.kind === "list" ? link.items : [link];
}

/** The VPCs that somebody's subnets lie in, as far as these are described here. */
export function vpcsOf(cloud: Cloud, subnets: Fact<Value>, from: Resource): readonly Vpc[] {
  return linksOf(subnets).flatMap((link) => {
    const place = cloud.find(subnet, link, from);
    if (place.kind !== "found") return [];
    const around = cloud.find(vpc, linkOf(place.item.facts.vpc), place.item.resource);
    return around.kind === "found" ? [around.item] : [];
  });
}

const servicesByVpc = perCloud((cloud): ReadonlyMap<Vpc, ReadonlySet<string>> => {
  const found = new Map<Vpc, Set<string>>();
  for (const { service, item } of endpointsTo(cloud)) {
    const around = cloud.find(vpc, linkOf(item.facts.vpc), item.resource);
    if (around.kind !== "found") continue;
    const services = found.get(around.item) ?? new Set();
    found.set(around.item, services.add(service));
  }
  return found;
});

/** A VPC has an endpoint for each service that somebody in it needs. */
export function mustReach(
  it: Vpc,
  cloud: Cloud,
  {
    needed,
    user,
    what,
  }: {
    readonly needed: readonly string[];
    readonly user: Resource;
    /** Who reaches them over the internet otherwise. */
    readonly what: string;
  },
): Answer {
  const { at, region } = it.resource;
  const missing = cloud.gap(vpcEndpoint, region);
  if (missing !== undefined) return { kind: "not-assessed", at, missing };
  const services = servicesByVpc(cloud).get(it) ?? new Set();
  const absent = needed.filter((service) => !services.has(service));
  if (absent.length === 0) return pass;
  const stray = cloud
    .all(vpcEndpoint)
    .find((each) => serviceAt(each) === undefined && each.facts.service.kind !== "absent");
  if (stray !== undefined)
    return unknown(at, `it is not known where ${stray.resource.address} leads`);
  const message = `${what} reaches ${absent.join(", ")} over the internet`;
  return fail(at, { message, way: [{ at: user.at, message: "stands in this VPC" }] });
}
