import { valueOf } from "../fact.ts";
import { perCloud } from "../per-cloud.ts";
import type { Item } from "../type.ts";
import type { Value } from "../value.ts";
import { vpcEndpoint } from "../types/aws/network.ts";

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
