import type { Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import type { Resource } from "../resource.ts";
import type { Item } from "../type.ts";
import { project } from "../types/gcp/project.ts";
import { once } from "./once.ts";
import { mustBeWithinPerimeter } from "./protected.ts";

const projects = once((cloud) => {
  const live = cloud.all(project).filter(({ resource }) => resource.dialect === "gcp");
  return new Map(live.map((each) => [each.resource.account, each]));
});

/** The project that a live resource is in. */
export function projectOf(
  { account }: Resource,
  cloud: Cloud,
): Item<typeof project.facts> | undefined {
  return account === undefined ? undefined : projects(cloud).get(account);
}

/** An answer that weighs less where an enforced perimeter keeps strangers out all the same. */
export function weighedByPerimeter(answer: Answer, resource: Resource, cloud: Cloud): Answer {
  const own = answer.kind === "fail" ? projectOf(resource, cloud) : undefined;
  const isWithin = own !== undefined && mustBeWithinPerimeter(own, cloud).kind === "pass";
  return isWithin && answer.kind === "fail" ? { ...answer, severity: "low" } : answer;
}
