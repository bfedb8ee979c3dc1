import { all, mustBe, type Answer } from "../answer.ts";
import { worldOf } from "../addresses.ts";
import type { Cloud } from "../cloud.ts";
import type { Fact } from "../fact.ts";
import type { Resource } from "../resource.ts";
import { accountBlock } from "../types/aws/s3.ts";

type Switch = keyof (typeof accountBlock)["facts"];

/**
 * A switch of a bucket's public access block is on. In a live account a bucket without any block is one
 * finding, of the block, and not one for each of its switches.
 */
export function mustSwitchOn(fact: Fact<boolean>, { dialect }: Resource): Answer | undefined {
  return fact.kind === "absent" && dialect === "aws" ? undefined : mustBe(fact, true);
}

/** Whether switches are on for all buckets of the account; nothing where that is not told. */
export function accountSwitches(
  cloud: Cloud,
  of: Resource,
  names: readonly Switch[],
): Answer | undefined {
  const world = worldOf(of);
  const own = cloud.all(accountBlock).find(({ resource }) => worldOf(resource) === world);
  return own === undefined ? undefined : all(...names.map((name) => mustBe(own.facts[name], true)));
}

/** The same, as yes or no: for what weighs less where it is on. */
export function isOnForAccount(cloud: Cloud, of: Resource, name: Switch): boolean {
  return accountSwitches(cloud, of, [name])?.kind === "pass";
}
