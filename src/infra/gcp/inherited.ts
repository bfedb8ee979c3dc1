// What holds for a project because a folder or the organisation above it says so.
import { all, pass, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { folderAccess, organizationAccess, type projectAccess } from "../types/gcp/access.ts";
import type { Item } from "../type.ts";
import { once } from "./once.ts";

type Level = Item<typeof projectAccess.facts>;

/** A project with what stands above it, and what of that could not be seen. */
export interface Line {
  readonly levels: readonly Level[];
  readonly doubt?: Answer;
}

const manager = "//cloudresourcemanager.googleapis.com/";

const above = once((cloud): ReadonlyMap<string, Level> => {
  const items = [...cloud.all(folderAccess), ...cloud.all(organizationAccess)];
  return new Map(items.map((item) => [item.resource.address, item]));
});

/** The levels whose policies hold for a project: itself first, the organisation last. */
export function lineOf(project: Level, cloud: Cloud): Line {
  const { ancestors } = project.facts;
  const { at } = project.resource;
  if (ancestors.kind === "unread")
    return {
      levels: [project],
      doubt: { kind: "not-assessed", at: ancestors.at, missing: ancestors.missing },
    };
  if (ancestors.kind !== "known") return { levels: [project] };
  const levels: Level[] = [project];
  let doubt: Answer | undefined;
  for (const name of ancestors.value) {
    const level = above(cloud).get(manager + name);
    if (level !== undefined) levels.push(level);
    else {
      const kind = name.slice(0, name.indexOf("/"));
      doubt ??= {
        kind: "not-assessed",
        at,
        missing: `resourcemanager.${kind}.getIamPolicy on ${name}`,
      };
    }
  }
  return { levels, ...(doubt === undefined ? {} : { doubt }) };
}

/**
 * Asks every level of a project; what is set above counts as if it were set below, but is one finding,
 * where it is set: an organisation may have a thousand projects.
 */
export function onEachLevel(project: Level, cloud: Cloud, judge: (level: Level) => Answer): Answer {
  const { levels, doubt = pass } = lineOf(project, cloud);
  const answers = levels.map((level, index) => {
    const answer = judge(level);
    if (index === 0 || answer.kind !== "fail") return answer;
    const name = level.resource.address.slice(manager.length);
    const message = `${answer.message ?? "It is"}, set on ${name} for all below`;
    return { ...answer, message, isToldElsewhere: true };
  });
  return all(...answers, doubt);
}
