// A small `terraform apply` for moto's server: what Terraform's files say is made there by AWS's own calls,
// so that one platform can be judged as it is written and as it runs.
import type { Resource } from "../../../../resource.ts";
import type { Value } from "../../../../value.ts";
import { isObject, type Json, type JsonObject } from "../../../live/json.ts";
import type { Moto } from "../moto.ts";
import { accessMakers } from "./access.ts";
import { account, region, type Made, type Maker } from "./made.ts";
import { modelMakers } from "./models.ts";
import { networkMakers } from "./network.ts";
import { storageMakers } from "./storage.ts";

const makers: Readonly<Record<string, Maker>> = {
  ...networkMakers,
  ...accessMakers,
  ...storageMakers,
  ...modelMakers,
};

/** What was made of some files. */
export interface Applied {
  /** Addresses in the account by those in Terraform. */
  readonly live: ReadonlyMap<string, string>;
  /** What the account tells apart, by what it is a part of. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Resources that a value mentions. */
function mentioned(value: Value): readonly string[] {
  switch (value.kind) {
    case "reference":
      return [value.resource];
    case "list":
      return value.items.flatMap(mentioned);
    case "map":
      return [...value.entries.values()].flatMap(mentioned);
    case "json":
      return mentioned(value.value);
    case "template":
      return value.parts.flatMap((part) => (typeof part === "string" ? [] : mentioned(part)));
    default:
      return [];
  }
}

function settled(value: Value, made: ReadonlyMap<string, JsonObject>): Json {
  const each = (item: Value): Json => settled(item, made);
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "list":
      return value.items.map(each);
    case "map":
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, each(item)]));
    case "json":
      return JSON.stringify(each(value.value));
    case "template":
      return value.parts
        .map((part) => {
          const text = typeof part === "string" ? part : each(part);
          if (typeof text === "object") throw new Error("a template of something that is no text");
          return String(text);
        })
        .join("");
    case "reference": {
      const found = made.get(value.resource)?.[value.attribute.join(".")];
      if (found === undefined)
        throw new Error(`${value.resource} has no attribute ${value.attribute.join(".")}`);
      return found;
    }
    default:
      throw new Error(`${value.kind}: what cannot be told cannot be made`);
  }
}

/** What must be there first although only its name is mentioned, which the files say themselves. */
const before: Readonly<Record<string, string>> = {
  aws_sagemaker_endpoint_configuration: "aws_sagemaker_model",
  aws_s3_bucket_logging: "aws_s3_bucket_policy",
  aws_sagemaker_endpoint: "aws_sagemaker_endpoint_configuration",
  aws_sagemaker_data_quality_job_definition: "aws_sagemaker_endpoint",
};

/** Parts of a thing, called `aws_s3_bucket_policy` where that is `aws_s3_bucket`, come after it. */
function comesAfter(type: string, other: string): boolean {
  return before[type] === other || (type.startsWith(`${other}_`) && before[other] !== type);
}

/** Attributes of what moto lacks, so that others can point at it. */
function imagined({ address, type }: Resource): JsonObject {
  const name = address.replaceAll(/[^a-z]+/gi, "-");
  const arn = `arn:aws:${type.split("_")[1] ?? ""}:${region}:${account}:thing/${name}`;
  return { id: name, arn, name, guardrail_id: name, guardrail_arn: arn, version: "1" };
}

/**
 * Makes all resources, each when what it points at is there. Types of other clouds are passed over; of
 * AWS, only those that are said to be lacking may have no maker.
 */
export async function applyTerraform(
  moto: Moto,
  resources: readonly Resource[],
  lacking: readonly string[],
): Promise<Applied> {
  const made = new Map<string, JsonObject>([
    ["data.aws_caller_identity.current", { account_id: account }],
  ]);
  const live = new Map<string, string>();
  const parts = new Map<string, string>();
  let left = resources.filter(({ type, isData }) => isData !== true && type.startsWith("aws_"));
  while (left.length > 0) {
    const waiting: Resource[] = [];
    for (const resource of left) {
      const isEarly = left.some(
        (each) => !made.has(each.address) && comesAfter(resource.type, each.type),
      );
      if (isEarly || mentioned(resource.body).some((address) => !made.has(address))) {
        waiting.push(resource);
        continue;
      }
      const { attributes, live: address, parts: own = [] } = await make(resource);
      made.set(resource.address, attributes);
      if (address === undefined) continue;
      live.set(resource.address, address);
      for (const part of own) parts.set(part, address);
    }
    if (waiting.length === left.length)
      throw new Error(`${waiting.map(({ address }) => address).join(", ")} wait for each other`);
    left = waiting;
  }
  return { live, parts };

  async function make(resource: Resource): Promise<Made> {
    const { type, body } = resource;
    const maker = makers[type];
    if (lacking.includes(type)) return { attributes: imagined(resource) };
    if (maker === undefined) throw new Error(`nothing makes ${type}`);
    const plain = settled(body, made);
    if (!isObject(plain)) throw new Error(`${resource.address} has no body`);
    return maker(plain, moto);
  }
}
