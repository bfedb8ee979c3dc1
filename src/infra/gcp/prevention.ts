// Public access prevention: grants to everybody are of no effect while it is enforced.
// https://cloud.google.com/storage/docs/public-access-prevention
import { mustBe, pass, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import type { Fact } from "../fact.ts";
import type { Resource } from "../resource.ts";
import type { Item } from "../type.ts";
import type { bucketAccess } from "../types/gcp/access.ts";
import { mustEnforce } from "./org-policy.ts";
import { projectOf } from "./projects.ts";
import { bucketOf } from "./ways.ts";

/** The project's constraint, where a bucket inherits what the organisation says. */
function inherited(resource: Resource, cloud: Cloud): Answer | undefined {
  const own = projectOf(resource, cloud);
  return own === undefined ? undefined : mustEnforce(own.facts.noPublicBuckets, own.resource.at);
}

/** Whether a bucket cannot be made public: by its own setting, or because its project may have none. */
export function mustPreventPublic(
  { prevention, resource }: { readonly prevention: Fact<string>; readonly resource: Resource },
  cloud: Cloud,
): Answer {
  const answer = mustBe(prevention, "enforced");
  if (answer.kind !== "fail") return answer;
  return inherited(resource, cloud)?.kind === "pass" ? pass : answer;
}

/** An open grant on a bucket, which weighs less where prevention makes it of no effect. */
export function weighedByPrevention(
  answer: Answer,
  it: Item<typeof bucketAccess.facts>,
  cloud: Cloud,
): Answer {
  if (answer.kind !== "fail") return answer;
  const { resource } = it;
  const own = bucketOf(it, cloud)?.facts.prevention ?? it.facts.prevention;
  const isPrevented = mustPreventPublic({ prevention: own, resource }, cloud).kind === "pass";
  return isPrevented ? { ...answer, severity: "low" } : answer;
}
