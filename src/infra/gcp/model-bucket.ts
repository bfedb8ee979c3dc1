import { unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import type { Fact } from "../fact.ts";
import type { Item } from "../type.ts";
import { once } from "./once.ts";
import { bucketAccess } from "../types/gcp/access.ts";
import { model } from "../types/gcp/vertex.ts";

function bucketIn(uri: string): string | undefined {
  return /^gs:\/\/([^/]+)/.exec(uri)?.[1];
}

/** The bucket that a model is loaded from, or why it cannot be looked at; undefined for none. */
export function bucketOfModel(
  { facts, resource }: Item<typeof model.facts>,
  cloud: Cloud,
):
  | { readonly kind: "bucket"; readonly bucket: Item<typeof bucketAccess.facts> }
  | Exclude<Answer, { readonly kind: "bucket" }>
  | undefined {
  const { artifacts } = facts;
  if (artifacts.kind !== "known") return undefined;
  const name = bucketIn(artifacts.value);
  if (name === undefined) return undefined;
  const { at } = artifacts;
  const found = cloud.find(bucketAccess, { kind: "scalar", value: name, at }, resource);
  if (found.kind === "found") return { kind: "bucket", bucket: found.item };
  const missing = cloud.gap(bucketAccess);
  if (missing !== undefined) return { kind: "not-assessed", at, missing };
  return unknown(at, `the bucket ${name} is not in what was read`);
}

const bucketsOfModels = once(
  (cloud) =>
    new Set(
      cloud.all(model).flatMap(({ facts: { artifacts } }) => {
        const name = artifacts.kind === "known" ? bucketIn(artifacts.value) : undefined;
        return name ?? [];
      }),
    ),
);

/** Whether a model is loaded from the bucket of this name. */
export function holdsModel(name: Fact<string>, cloud: Cloud): boolean {
  return name.kind === "known" && bucketsOfModels(cloud).has(name.value);
}
