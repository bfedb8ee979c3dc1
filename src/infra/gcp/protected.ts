import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import type { Item } from "../type.ts";
import { perimeter, type project } from "../types/gcp/project.ts";
import { namesOf } from "./names.ts";
import { aiServices, elementsOf } from "./perimeters.ts";
import { walk } from "../fact.ts";
import { textOf, type Value } from "../value.ts";

function holdsIn(config: Value | undefined, project: string): boolean {
  return elementsOf(config === undefined ? undefined : walk(config, ["resources"])).some(
    (each) => textOf(each) === project,
  );
}

/**
 * Whether one enforced, regular perimeter holds a project and restricts everything that AI needs.
 * Perimeters name projects by their number.
 */
export function mustBeWithinPerimeter(
  { facts, resource }: Item<typeof project.facts>,
  cloud: Cloud,
): Answer {
  const { at } = resource;
  const { ancestors, name } = facts;
  if (ancestors.kind === "unread")
    return { kind: "not-assessed", at: ancestors.at, missing: ancestors.missing };
  if (name.kind !== "known" || !/^projects\/\d+$/.test(name.value))
    return unknown(at, "the number of the project is not known");
  const missing = cloud.gap(perimeter);
  if (missing !== undefined) return { kind: "not-assessed", at, missing };
  let worse: Answer = fail(at, { message: "The project is in no service perimeter" });
  for (const it of cloud.all(perimeter)) {
    const { kind, title, status, spec, restricted } = it.facts;
    const label = title.kind === "known" ? title.value : it.resource.address;
    const enforced = status.kind === "known" && holdsIn(status.value, name.value);
    const tried = spec.kind === "known" && holdsIn(spec.value, name.value);
    const isBridge = kind.kind === "known" && kind.value === "PERIMETER_TYPE_BRIDGE";
    if (enforced && !isBridge) {
      const { names } = namesOf(restricted);
      const open = aiServices.filter((service) => !names.has(service));
      if (open.length === 0) return pass;
      // The one regular perimeter that a project can be in says most.
      return fail(it.facts.restricted.kind === "known" ? restricted.at : it.resource.at, {
        message: `The perimeter ${label} of the project does not restrict ${open.join(", ")}`,
      });
    }
    if (enforced && isBridge)
      worse = fail(at, {
        message: `The project is only in the bridge ${label}, which keeps nothing in`,
      });
    else if (tried)
      worse = fail(spec.at, {
        message: `The perimeter ${label} of the project is only tried, not enforced`,
      });
  }
  return worse;
}
