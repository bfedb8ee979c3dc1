import { mustBe, type Answer } from "../answer.ts";
import type { Fact } from "../fact.ts";
import type { Resource } from "../resource.ts";

/**
 * A switch of a bucket's public access block is on. In a live account a bucket without any block is one
 * finding, of the block, and not one for each of its switches.
 */
export function mustSwitchOn(fact: Fact<boolean>, { dialect }: Resource): Answer | undefined {
  return fact.kind === "absent" && dialect === "aws" ? undefined : mustBe(fact, true);
}
