// How somebody who is granted too much comes to a thing, for a drawing.
import type { Thing } from "../../core/index.ts";
import type { Waypoint } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { walk } from "../fact.ts";
import type { Item } from "../type.ts";
import { bucket } from "../types/gcp/data.ts";
import type { bucketAccess } from "../types/gcp/access.ts";
import { textOf } from "../value.ts";
import { danger, thingOf } from "../way.ts";
import type { Grant } from "./grants.ts";
import { shownWord } from "./word.ts";

/** Members by what they mean. */
const names: ReadonlyMap<string, string> = new Map([
  ["allusers", "everybody"],
  ["allauthenticatedusers", "everybody with a Google account"],
  ["principalset://goog/public:all", "everybody"],
]);

/** The level that a type of grants is about: `a bucket`, `a project`, `an organisation`. */
function levelOf({ type }: Pick<Item, "type">): string {
  const [, level] = /^grants on (an? .+)$/.exec(type.label) ?? [];
  return level ?? "it";
}

/** What grants of Terraform are on, where they name it. */
const levels = ["bucket", "repository", "project", "folder", "org_id"] as const;

/** What is granted on, called by its own name rather than by that of the grant. */
function thingAt(end: Pick<Item, "type" | "resource">): Thing {
  const thing = thingOf(end);
  if (end.resource.dialect !== "terraform") return thing;
  const named = levels.map((key) => textOf(walk(end.resource.body, [key])));
  return { ...thing, name: named.find((name) => name !== undefined) ?? thing.name };
}

/** From a member by its role to what the role is granted on; `target` where that stands apart. */
export function wayByGrant(
  it: Pick<Item, "type" | "resource">,
  target?: Pick<Item, "type" | "resource">,
): (grant: Grant) => readonly Waypoint[] {
  return ({ role, member, isConditional, at }) => {
    const said = shownWord(member);
    const who = danger(said, names.get(said.toLowerCase()) ?? said);
    const under = isConditional ? ", under a condition" : "";
    const end = target ?? it;
    return [
      { at, message: `has ${shownWord(role)} on ${levelOf(it)}${under}`, thing: who },
      ...(target === undefined
        ? []
        : [
            {
              at: it.resource.at,
              message: `is a grant on ${thingOf(target).name}`,
              // Its attributes name the bucket; it is called by its address.
              thing: {
                ...thingOf(it),
                name: /[^.[]+(?:\[[^\]]*\])?$/.exec(it.resource.address)?.[0] ?? "grant",
              },
            },
          ]),
      {
        at: end.resource.at,
        message: /project|folder|organisation/.test(levelOf(it))
          ? "is open to them, with all that lies below"
          : "is open to them",
        thing: thingAt(end),
      },
    ];
  };
}

/** The bucket that grants of Terraform are about; live, they stand with it. */
export function bucketOf(
  { facts, resource }: Item<typeof bucketAccess.facts>,
  cloud: Cloud,
): Item<typeof bucket.facts> | undefined {
  const link = facts.bucket;
  if (resource.dialect !== "terraform" || (link.kind !== "known" && link.kind !== "set"))
    return undefined;
  const found = cloud.find(bucket, link.value, resource);
  return found.kind === "found" ? found.item : undefined;
}
