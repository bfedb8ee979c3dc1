import type { Cloud, Found } from "../cloud.ts";
import { walk, type Fact } from "../fact.ts";
import { perCloud } from "../per-cloud.ts";
import type { Resource } from "../resource.ts";
import { bucket } from "../types/aws/s3.ts";
import { model, trainingJob } from "../types/aws/sagemaker.ts";
import { hub, trackingServer } from "../types/aws/sagemaker-platform.ts";
import { customModel, dataSource } from "../types/aws/bedrock.ts";
import type { Value } from "../value.ts";
import { linkOf } from "./network.ts";

type Bucket = (typeof bucket)["facts"];

/** The bucket that `s3://bucket/key`, an ARN, a URL or a name leads to. */
export function bucketAt(cloud: Cloud, link: Value | undefined, from: Resource): Found<Bucket> {
  if (link?.kind !== "scalar" || typeof link.value !== "string")
    return cloud.find(bucket, link, from);
  const [, name = link.value] =
    /^(?:s3:\/\/|arn:aws[a-z-]*:s3:::|https:\/\/s3[.\w-]*\.amazonaws\.com\/)([^/]+)/.exec(
      link.value,
    ) ??
    /^https:\/\/([^./]+)\.s3[.\w-]*\.amazonaws\.com/.exec(link.value) ??
    [];
  return cloud.find(bucket, { ...link, value: name }, from);
}

/** What a bucket is used for by models: `model` files that are run, `data` that models learn from. */
export interface BucketUse {
  readonly resource: Resource;
  readonly what: string;
}

function filesOf(container: Value | undefined): readonly Value[] {
  const found = [
    ["model_data_url"],
    ["ModelDataUrl"],
    ["model_data_source", "s3_data_source", "s3_uri"],
    ["ModelDataSource", "S3DataSource", "S3Uri"],
  ].map((path) => walk(container, path));
  return found.flatMap((each) => (each === undefined ? [] : [each]));
}

/** Which buckets hold models or what they learn from, as models, jobs and knowledge bases say. */
export const bucketUses = perCloud((cloud): ReadonlyMap<Resource, readonly BucketUse[]> => {
  const found = new Map<Resource, BucketUse[]>();
  function add(link: Value | undefined, resource: Resource, what: string): void {
    const target = link === undefined ? undefined : bucketAt(cloud, link, resource);
    if (target?.kind !== "found") return;
    const list = found.get(target.item.resource) ?? [];
    found.set(target.item.resource, list);
    list.push({ resource, what });
  }
  const value = (fact: Fact<Value>): Value | undefined => linkOf(fact);
  for (const { facts, resource } of cloud.all(model)) {
    const more = facts.containers.kind === "known" ? facts.containers.value.items : [];
    for (const container of [value(facts.primary), ...more])
      for (const file of filesOf(container)) add(file, resource, "model files");
  }
  for (const { facts, resource } of cloud.all(trainingJob))
    add(value(facts.output), resource, "trained models");
  for (const { facts, resource } of cloud.all(trackingServer))
    add(value(facts.artifacts), resource, "logged models");
  for (const { facts, resource } of cloud.all(hub))
    add(value(facts.contents), resource, "models of a hub");
  for (const { facts, resource } of cloud.all(customModel))
    add(value(facts.training), resource, "training data");
  for (const { facts, resource } of cloud.all(dataSource))
    add(value(facts.bucket), resource, "documents of a knowledge base");
  return found;
});

/** Buckets that take the access logs of others. */
export const logBuckets = perCloud((cloud): ReadonlySet<Resource> => {
  const found = new Set<Resource>();
  for (const { facts, resource } of cloud.all(bucket)) {
    const target = bucketAt(cloud, linkOf(facts.loggingTo), resource);
    if (target.kind === "found" && target.item.resource !== resource)
      found.add(target.item.resource);
  }
  return found;
});
