// Which accesses to the data of a service are written down.
// https://cloud.google.com/logging/docs/audit/configure-data-access
import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { walk } from "../fact.ts";
import type { Item } from "../type.ts";
import { auditConfig, type project as projectType } from "../types/gcp/project.ts";
import { projectAccess } from "../types/gcp/access.ts";
import { isNull, textOf, type Place, type Value } from "../value.ts";
import { lineOf } from "./inherited.ts";
import { once } from "./once.ts";

const kinds = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"] as const;

/** What is written down for a service, or why it is not known. */
interface Config {
  readonly service?: string;
  readonly kind?: string;
  readonly exempted: readonly Value[];
  readonly at: Place;
}

interface Configs {
  readonly configs: readonly Config[];
  readonly doubt?: Answer;
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || isNull(value)) return [];
  return value.kind === "list" ? value.items : [value];
}

function configsIn(service: string | undefined, logs: readonly Value[]): readonly Config[] {
  return logs.map((log) => {
    const kind = textOf(walk(log, ["logType"]) ?? walk(log, ["log_type"]));
    return {
      ...(service === undefined ? {} : { service }),
      ...(kind === undefined ? {} : { kind }),
      exempted: itemsOf(walk(log, ["exemptedMembers"]) ?? walk(log, ["exempted_members"])),
      at: log.at,
    };
  });
}

const levels = once(
  (cloud) => new Map(cloud.all(projectAccess).map((each) => [each.resource.address, each])),
);

function liveConfigs(it: Item<typeof projectType.facts>, cloud: Cloud): Configs {
  const level = levels(cloud).get(it.resource.address);
  if (level === undefined) return { configs: [] };
  const line = lineOf(level, cloud);
  let open = line.doubt;
  const configs = line.levels.flatMap(({ facts: { policy } }) => {
    if (policy.kind === "unread")
      open ??= { kind: "not-assessed", at: policy.at, missing: policy.missing };
    const audits = policy.kind === "known" ? walk(policy.value, ["auditConfigs"]) : undefined;
    return itemsOf(audits).flatMap((each) =>
      configsIn(textOf(walk(each, ["service"])), itemsOf(walk(each, ["auditLogConfigs"]))),
    );
  });
  return { configs, ...(open === undefined ? {} : { doubt: open }) };
}

function writtenConfigs(it: Item<typeof projectType.facts>, cloud: Cloud): Configs {
  const { items, maybe } = cloud.pointingAt(it, { type: auditConfig, fact: "project" });
  const configs = items.flatMap(({ facts: { service, logs }, resource }) => {
    const name = service.kind === "known" ? service.value : undefined;
    if (logs.kind !== "known") return [{ exempted: [], at: resource.at }];
    return configsIn(name, logs.value.items);
  });
  const doubt = maybe === undefined ? {} : { doubt: unknown(it.resource.at, maybe) };
  return { configs, ...doubt };
}

/**
 * Whether reads of metadata and data, and writes, are all written down for a service, for everybody.
 * What is set above a project adds to what is set on it.
 */
export function mustAudit(
  it: Item<typeof projectType.facts>,
  cloud: Cloud,
  service: string,
): Answer {
  const isLive = it.resource.dialect === "gcp";
  const { configs, doubt } = isLive ? liveConfigs(it, cloud) : writtenConfigs(it, cloud);
  const mine = configs.filter((each) => each.service === service || each.service === "allServices");
  const vague = configs.find((each) => each.service === undefined || each.kind === undefined);
  const exempting = mine.find(({ exempted }) => exempted.length > 0);
  if (exempting !== undefined) {
    const who = exempting.exempted.map((each) => textOf(each) ?? "somebody").join(", ");
    return fail(exempting.at, { message: `What ${who} does is not written down` });
  }
  const missing = kinds.filter((kind) => !mine.some((each) => each.kind === kind));
  if (missing.length === 0) return pass;
  if (doubt !== undefined) return doubt;
  if (vague !== undefined)
    return unknown(vague.at, "which service or which log is meant is not known");
  return fail(mine[0]?.at ?? it.resource.at, {
    message: `${missing.join(", ")} of ${service} are not written down`,
  });
}
