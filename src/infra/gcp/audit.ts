// Which accesses to the data of a service are written down.
// https://cloud.google.com/logging/docs/audit/configure-data-access
import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { lastWord } from "../addresses.ts";
import { linkOf, walk, type Fact } from "../fact.ts";
import type { Resource } from "../resource.ts";
import type { Item } from "../type.ts";
import { auditConfig, project as projectType } from "../types/gcp/project.ts";
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

type Written = Item<typeof auditConfig.facts>;

function configsOf(items: readonly Written[]): readonly Config[] {
  return items.flatMap(({ facts: { service, logs }, resource }) => {
    const name = service.kind === "known" ? service.value : undefined;
    if (logs.kind !== "known") return [{ exempted: [], at: resource.at }];
    const vague: Config[] =
      logs.value.open === undefined
        ? []
        : [{ exempted: [], at: logs.at, ...(name !== undefined && { service: name }) }];
    return [...configsIn(name, logs.value.items), ...vague];
  });
}

/** `folders/1` and `1` are one folder; what another resource is called is that resource. */
function nameOf(fact: Fact<Value>): string {
  const link = linkOf(fact);
  if (link?.kind === "reference") return link.resource;
  return lastWord(textOf(link) ?? "");
}

function writtenConfigs(it: Item<typeof projectType.facts>, cloud: Cloud): Configs {
  const { items, maybe } = cloud.pointingAt(it, { type: auditConfig, fact: "project" });
  const above = [nameOf(it.facts.folder), nameOf(it.facts.organization)].filter(
    (name) => name !== "",
  );
  const inherited = cloud
    .all(auditConfig)
    .filter(({ facts }) => facts.above.kind !== "absent" && above.includes(nameOf(facts.above)));
  const doubt = maybe === undefined ? {} : { doubt: unknown(it.resource.at, maybe) };
  return { configs: [...configsOf(items), ...configsOf(inherited)], ...doubt };
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
  const found = isLive ? liveConfigs(it, cloud) : writtenConfigs(it, cloud);
  return judged(found, { service, at: it.resource.at });
}

function judged(
  { configs, doubt }: Configs,
  { service, at }: { readonly service: string; readonly at: Place },
): Answer {
  const mine = configs.filter((each) => isAbout(each, service));
  const vague = configs.find((each) => each.service === undefined || each.kind === undefined);
  const exemption = exempting(mine);
  if (exemption !== undefined) return exemption;
  const missing = kinds.filter((kind) => !mine.some((each) => each.kind === kind));
  if (missing.length === 0) return pass;
  if (doubt !== undefined) return doubt;
  if (vague !== undefined)
    return unknown(vague.at, "which service or which log is meant is not known");
  return fail(mine[0]?.at ?? at, {
    message: `${missing.join(", ")} of ${service} are not written down`,
  });
}

function isAbout(config: Config, service: string): boolean {
  return config.service === service || config.service === "allServices";
}

function exempting(configs: readonly Config[]): Answer | undefined {
  const found = configs.find(({ exempted }) => exempted.length > 0);
  if (found === undefined) return undefined;
  const who = found.exempted.map((each) => textOf(each) ?? "somebody").join(", ");
  return fail(found.at, { message: `What ${who} does is not written down` });
}

/** What is configured for a project that is made elsewhere, by the first resource that says so. */
const lone = once((cloud): ReadonlyMap<Resource, readonly Written[]> => {
  const groups = new Map<string, Written[]>();
  for (const each of cloud.all(auditConfig)) {
    const { facts, resource } = each;
    const link = linkOf(facts.project);
    if (facts.above.kind === "absent" && cloud.find(projectType, link, resource).kind === "found")
      continue;
    const about = facts.above.kind === "absent" ? facts.project : facts.above;
    const key = `${resource.scope ?? ""}\0${resource.type}\0${nameOf(about)}`;
    const list = groups.get(key) ?? [];
    groups.set(key, list);
    list.push(each);
  }
  return new Map([...groups.values()].map((list) => [list[0]!.resource, list]));
});

/**
 * The same for a project that others make, of which only this is written: nothing is said where its
 * configurations are about other services. A folder or organisation that leaves a log out may leave it
 * to the projects below; whom it exempts is exempt there as well.
 */
export function mustAuditAll(it: Written, cloud: Cloud, service: string): Answer | undefined {
  const items = lone(cloud).get(it.resource);
  if (items === undefined) return undefined;
  const configs = configsOf(items);
  const mine = configs.filter((each) => isAbout(each, service));
  if (mine.length === 0) return undefined;
  if (it.facts.above.kind === "absent") return judged({ configs }, { service, at: it.resource.at });
  return exempting(mine);
}
