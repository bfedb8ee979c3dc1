// The content filters of Azure's models. https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter
import { all, fail, must, mustBe, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud, Found } from "../../../infra/cloud.ts";
import { asFlag, asText, valueOf, walk, type Fact } from "../../../infra/fact.ts";
import type { Facts, Item } from "../../../infra/type.ts";
import {
  cognitiveAccount,
  raiPolicy,
  type cognitiveDeployment,
} from "../../../infra/types/azure/cognitive.ts";
import { textOf, type Place, type Value } from "../../../infra/value.ts";
import { isSameId, parentOf } from "./answers.ts";

type PolicyFacts = Facts<typeof raiPolicy.facts>;

/** One filter of a policy. */
export interface Filter {
  /** Without blanks and in small letters: `selfharm`, `jailbreak`, `indirectattack`. */
  readonly name: string;
  /** `prompt`, `completion`; empty where it is not known. */
  readonly source: string;
  readonly enabled: Fact<boolean>;
  readonly blocking: Fact<boolean>;
  readonly threshold: Fact<string>;
  readonly at: Place;
}

function first(value: Value, keys: readonly string[]): Value | undefined {
  for (const key of keys) {
    const found = walk(value, [key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function flagOf(value: Value | undefined, at: Place): Fact<boolean> {
  return value === undefined
    ? { kind: "unknown", cause: "the filter does not say whether it is on", at }
    : asFlag(value);
}

function filterOf(value: Value): Filter {
  const { at } = value;
  const threshold = first(value, [
    "severityThreshold",
    "severity_threshold",
    "allowedContentLevel",
  ]);
  return {
    name: (textOf(first(value, ["name"])) ?? "").toLowerCase().replaceAll(/[\s_-]/g, ""),
    source: (textOf(first(value, ["source"])) ?? "").toLowerCase(),
    enabled: flagOf(first(value, ["enabled", "filter_enabled"]), at),
    blocking: flagOf(first(value, ["blocking", "block_enabled"]), at),
    threshold: threshold === undefined ? { kind: "absent", at } : asText(threshold),
    at,
  };
}

/** The filters that a policy of one's own names, or why they are not known. */
export function filtersOf({ filters }: PolicyFacts): readonly Filter[] | Answer {
  if (filters.kind === "absent") return [];
  if (filters.kind !== "known") return must(filters, () => true);
  const { items, open } = filters.value;
  if (open !== undefined) return unknown(filters.at, open);
  const doubt = items.find(({ kind }) => kind === "unknown" || kind === "choice");
  if (doubt !== undefined) return unknown(doubt.at, "not all filters are known");
  return items.map(filterOf);
}

/** True for a policy that the service itself keeps. */
export function isOfTheService({ name, origin }: PolicyFacts): boolean {
  return valueOf(origin) === "SystemManaged" || /^Microsoft\./i.test(valueOf(name) ?? "");
}

/** What is harmful by itself; the others are about attacks and rights. */
export const harms: ReadonlySet<string> = new Set(["hate", "sexual", "violence", "selfharm"]);

/** The filter looks and stops what it finds. */
export function stops({ enabled, blocking }: Filter, message: string): Answer {
  return all(mustBe(enabled, true, { message }), mustBe(blocking, true, { message }));
}

/** How a filter is called in a sentence. */
export function called({ name, source }: Filter): string {
  const spelt: Readonly<Record<string, string>> = {
    selfharm: "self-harm",
    indirectattack: "indirect attacks",
    jailbreak: "jailbreaks",
  };
  return `${spelt[name] ?? name}${source === "" ? "" : ` in ${source}s`}`;
}

/** The policy that a deployment names, in its own account. */
export function policyOf(
  { resource, facts }: Item<typeof cognitiveDeployment.facts>,
  cloud: Cloud,
): Found<typeof raiPolicy.facts> {
  const name = valueOf(facts.raiPolicy);
  if (name === undefined) {
    const { raiPolicy: named } = facts;
    return named.kind === "set"
      ? cloud.find(raiPolicy, named.value, resource)
      : { kind: "unknown", cause: "the name of the content filter is not known" };
  }
  const item = cloud.all(raiPolicy).find((policy) => {
    if (policy.resource.dialect !== resource.dialect) return false;
    if (lowerName(policy) !== name.toLowerCase()) return false;
    if (resource.dialect === "azure")
      return isSameId(parentOf(policy.resource), parentOf(resource));
    return accountOf(policy, cloud) === accountOf({ resource, facts }, cloud);
  });
  return item === undefined ? { kind: "elsewhere", name } : { kind: "found", item };
}

function lowerName({ facts }: Item<typeof raiPolicy.facts>): string {
  return (valueOf(facts.name) ?? "").toLowerCase();
}

/** The account that a deployment or policy names: the address of one, or what is written. */
function accountOf(
  {
    resource,
    facts,
  }: { readonly resource: Item["resource"]; readonly facts: { readonly account: Fact<Value> } },
  cloud: Cloud,
): string {
  const { account } = facts;
  if (account.kind !== "known" && account.kind !== "set") return "";
  const found = cloud.find(cognitiveAccount, account.value, resource);
  if (found.kind === "found") return found.item.resource.address;
  return found.kind === "elsewhere" ? found.name : "";
}

/** Whether anything at all is stopped: fails where every harm is let through one way. */
export function filtersAnything(policy: Item<typeof raiPolicy.facts>): Answer {
  const filters = filtersOf(policy.facts);
  if ("kind" in filters) return filters;
  for (const source of ["prompt", "completion"]) {
    const own = filters.filter((filter) => filter.source === source && harms.has(filter.name));
    if (own.length < harms.size) continue;
    const answers = own.map((filter) => stops(filter, "its filters are all off"));
    if (answers.every(({ kind }) => kind === "fail"))
      return fail(own[0]?.at ?? policy.resource.at, {
        message: `its content filter lets everything through in ${source}s`,
      });
  }
  return pass;
}
