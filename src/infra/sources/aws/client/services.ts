// How each service is spoken to: protocol, host, target and version as AWS's service models have them.

import { PaviseError } from "../../../../core/index.ts";

/** How questions are put and answers read. */
export type Protocol = "json-1.0" | "json-1.1" | "rest-json" | "rest-xml" | "query" | "ec2";

/** A service of AWS. */
export interface Service {
  readonly protocol: Protocol;
  /** First word of its host. */
  readonly host: string;
  /** Name under which calls are signed; the host's where it is not said. */
  readonly signing?: string;
  /** Before the dot of `X-Amz-Target`. */
  readonly target?: string;
  readonly version?: string;
  /** One host for all regions, which signs for the first region of its partition. */
  readonly isGlobal?: true;
  /** Prefix of its permissions; the signing name where it is not said. */
  readonly permission?: string;
}

export const services = {
  sagemaker: {
    protocol: "json-1.1",
    host: "api.sagemaker",
    signing: "sagemaker",
    target: "SageMaker",
  },
  kms: { protocol: "json-1.1", host: "kms", target: "TrentService" },
  ecr: {
    protocol: "json-1.1",
    host: "api.ecr",
    signing: "ecr",
    target: "AmazonEC2ContainerRegistry_V20150921",
  },
  cloudtrail: {
    protocol: "json-1.1",
    host: "cloudtrail",
    target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
  },
  logs: { protocol: "json-1.1", host: "logs", target: "Logs_20140328" },
  secretsmanager: { protocol: "json-1.1", host: "secretsmanager", target: "secretsmanager" },
  aoss: { protocol: "json-1.0", host: "aoss", target: "OpenSearchServerless" },
  comprehend: { protocol: "json-1.1", host: "comprehend", target: "Comprehend_20171127" },
  kendra: { protocol: "json-1.1", host: "kendra", target: "AWSKendraFrontendService" },
  config: { protocol: "json-1.1", host: "config", target: "StarlingDoveService" },
  bedrock: { protocol: "rest-json", host: "bedrock" },
  "bedrock-agent": { protocol: "rest-json", host: "bedrock-agent", signing: "bedrock" },
  opensearch: { protocol: "rest-json", host: "es" },
  lambda: { protocol: "rest-json", host: "lambda" },
  guardduty: { protocol: "rest-json", host: "guardduty" },
  s3: { protocol: "rest-xml", host: "s3" },
  s3control: { protocol: "rest-xml", host: "s3-control", signing: "s3" },
  ec2: { protocol: "ec2", host: "ec2", version: "2016-11-15" },
  iam: { protocol: "query", host: "iam", version: "2010-05-08", isGlobal: true },
  sts: { protocol: "query", host: "sts", version: "2011-06-15" },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceId = keyof typeof services;

/** The service of an id, with what it may have. */
export function serviceOf(id: ServiceId): Service {
  return services[id];
}

/** A part of AWS that shares accounts and names. */
export interface Partition {
  readonly name: string;
  readonly suffix: string;
  /** Where services that have one host for all regions are signed for. */
  readonly home: string;
}

/** True for what may be a region: it becomes part of the name of a host that is told who we are. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/.test(text);
}

/** The partition of a region. */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-"))
    return { name: "aws-cn", suffix: "amazonaws.com.cn", home: "cn-north-1" };
  if (region.startsWith("us-gov-"))
    return { name: "aws-us-gov", suffix: "amazonaws.com", home: "us-gov-west-1" };
  if (region.startsWith("us-iso-"))
    return { name: "aws-iso", suffix: "c2s.ic.gov", home: "us-iso-east-1" };
  if (region.startsWith("us-isob-"))
    return { name: "aws-iso-b", suffix: "sc2s.sgov.gov", home: "us-isob-east-1" };
  if (region.startsWith("eusc-"))
    return { name: "aws-eusc", suffix: "amazonaws.eu", home: "eusc-de-east-1" };
  return { name: "aws", suffix: "amazonaws.com", home: "us-east-1" };
}

/** Environment variables in which an endpoint may be said, as AWS's own tools have it. */
const endpointNames: Partial<Readonly<Record<ServiceId, string>>> = {
  "bedrock-agent": "BEDROCK_AGENT",
  aoss: "OPENSEARCHSERVERLESS",
  logs: "CLOUDWATCH_LOGS",
  config: "CONFIG_SERVICE",
  secretsmanager: "SECRETS_MANAGER",
  s3control: "S3_CONTROL",
};

/** What is said of endpoints, and whether it counts. */
export type Environment = Readonly<Record<string, string | undefined>>;

const loopback = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/;

/**
 * An endpoint that is said. One that is no address is not passed over, or AWS itself would be asked; and
 * tokens go along with what is asked, which nobody may read on the way. Throws `usage`.
 */
export function saidEndpoint(name: string, said: string): URL {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  const isKept =
    url?.protocol === "https:" || (url?.protocol === "http:" && loopback.test(url.hostname));
  if (url !== undefined && isKept) return url;
  throw new PaviseError("usage", `${name}: not the address of a server reached by https`, {
    hint: "Only a server on this machine is asked by http.",
  });
}

/** Where a service is asked. */
export function endpointOf(
  id: ServiceId,
  { region, env }: { readonly region: string; readonly env: Environment },
): URL {
  if (env["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.toLowerCase() !== "true") {
    const name = endpointNames[id] ?? id.toUpperCase().replaceAll("-", "_");
    const own = `AWS_ENDPOINT_URL_${name}`;
    const said = env[own] || env["AWS_ENDPOINT_URL"];
    if (said) return saidEndpoint(env[own] ? own : "AWS_ENDPOINT_URL", said);
  }
  const { suffix, name, home } = partitionOf(region);
  const { host, isGlobal } = serviceOf(id);
  if (isGlobal !== true) return new URL(`https://${host}.${region}.${suffix}`);
  if (name === "aws") return new URL(`https://${host}.${suffix}`);
  if (name === "aws-us-gov") return new URL(`https://${host}.us-gov.${suffix}`);
  return new URL(`https://${host}.${home}.${suffix}`);
}
