// What several checks of Azure ask alike.
import {
  fail,
  must,
  mustBe,
  pass,
  unknown,
  type Answer,
  type Asked,
} from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { asFlag, asText, valueOf, walk, type Fact } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import type { CloudType, FactSpecs, Item } from "../../../infra/type.ts";
import { diagnosticSetting, privateEndpoint } from "../../../infra/types/azure/around.ts";
import type { List, Value } from "../../../infra/value.ts";

/** True for what an API told, and not for what `azapi_resource` writes. */
export function isLive({ dialect, address }: Resource): boolean {
  return dialect === "azure" && address.startsWith("/");
}

/** The id of what a child hangs on: that of the account of a deployment. */
export function parentOf({ address }: Resource, levels = 1): string {
  return address
    .split("/")
    .slice(0, -2 * levels)
    .join("/");
}

/** Resource Manager does not tell upper from lower case in ids. */
export function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

const byId = new WeakMap<Cloud, Map<CloudType, ReadonlyMap<string, Item>>>();

/** The live resource of a type that has an id. Ids are indexed once: there may be very many. */
export function itemOfId<S extends FactSpecs>(
  type: CloudType<S>,
  { id, cloud }: { readonly id: string; readonly cloud: Cloud },
): Item<S> | undefined {
  const known = byId.get(cloud) ?? new Map<CloudType, ReadonlyMap<string, Item>>();
  byId.set(cloud, known);
  let index = known.get(type);
  if (index === undefined) {
    index = new Map(cloud.all(type).map((item) => [item.resource.address.toLowerCase(), item]));
    known.set(type, index);
  }
  return index.get(id.toLowerCase()) as Item<S> | undefined;
}

/** Keys let nobody in. Terraform says what is on, Resource Manager what is off; said nowhere, they are on. */
export function keysOff(
  { localAuth, noLocalAuth }: Readonly<Record<"localAuth" | "noLocalAuth", Fact<boolean>>>,
  asked: Asked = {},
): Answer {
  return noLocalAuth.kind === "absent"
    ? mustBe(localAuth, false, asked)
    : mustBe(noLocalAuth, true, asked);
}

/** Some element of a list is as asked: passes where one is, fails where all are known and none is. */
export function someOf(
  fact: Fact<List>,
  {
    isWell,
    at,
    ...asked
  }: Asked & { readonly isWell: (item: Value) => Answer; readonly at: Fact<unknown>["at"] },
): Answer {
  if (fact.kind === "absent") return fail(at, asked);
  if (fact.kind !== "known") return must(fact, () => true);
  const { items, open } = fact.value;
  const answers = items.map(isWell);
  if (answers.some(({ kind }) => kind === "pass")) return pass;
  const doubt = answers.find(({ kind }) => kind === "unknown" || kind === "not-assessed");
  if (doubt !== undefined) return doubt;
  if (open !== undefined) return unknown(fact.at, open);
  return fail(at, asked);
}

interface Connected extends FactSpecs {
  readonly privateEndpoints: FactSpecs[string];
}

/** A private endpoint leads to it. */
export function hasPrivateEndpoint(it: Item<Connected>, cloud: Cloud): Answer {
  const { resource, facts } = it;
  const { at } = resource;
  if (isLive(resource))
    return someOf(facts["privateEndpoints"] as Fact<List>, {
      at,
      isWell: (item) => {
        const status = walk(item, ["properties", "privateLinkServiceConnectionState", "status"]);
        // What does not say its state is there.
        return status === undefined ? pass : mustBe(asText(status), "Approved");
      },
    });
  if (resource.dialect === "azure")
    return unknown(at, "what leads to an azapi_resource is not followed");
  const { items, maybe } = cloud.pointingAt(it, { type: privateEndpoint, fact: "target" });
  if (items.length > 0) return pass;
  const missing = cloud.gap(privateEndpoint);
  if (missing !== undefined) return { kind: "not-assessed", at, missing };
  return maybe === undefined ? fail(at) : unknown(at, maybe);
}

interface Logged extends FactSpecs {
  readonly diagnostics: FactSpecs[string];
}

/** Whether a log of a diagnostic setting has a category, by itself or in a group. */
function covers(log: Value, category: string): Answer {
  const isOn = walk(log, ["enabled"]);
  const on = isOn === undefined ? pass : mustBe(asFlag(isOn), true);
  if (on.kind !== "pass") return on;
  const own = walk(log, ["category"]);
  if (own !== undefined)
    return must(asText(own), (name) => name.toLowerCase() === category.toLowerCase());
  const group = walk(log, ["categoryGroup"]) ?? walk(log, ["category_group"]);
  if (group === undefined) return fail(log.at);
  return must(
    asText(group),
    (name) => name.toLowerCase() === "alllogs" || (name === "audit" && category === "Audit"),
  );
}

function listFact(value: Value | undefined, at: Fact<unknown>["at"]): Fact<List> {
  if (value === undefined) return { kind: "absent", at };
  if (value.kind === "list") return { kind: "known", value, at: value.at };
  if (value.kind === "unread") return { kind: "unread", missing: value.missing, at: value.at };
  return { kind: "unknown", cause: "the logs are not known", at: value.at };
}

/** Its logs of a category go somewhere. */
export function isLogged(
  it: Item<Logged>,
  {
    cloud,
    category,
    message,
  }: { readonly cloud: Cloud; readonly category: string; readonly message?: string },
): Answer {
  const { resource, facts } = it;
  const { at } = resource;
  const asked = message === undefined ? {} : { message };
  const oneSetting = (logs: Fact<List>): Answer =>
    someOf(logs, { at, isWell: (log) => covers(log, category), ...asked });
  if (isLive(resource))
    return someOf(facts["diagnostics"] as Fact<List>, {
      at,
      isWell: (setting) => oneSetting(listFact(walk(setting, ["properties", "logs"]), at)),
      ...asked,
    });
  if (resource.dialect === "azure")
    return unknown(at, "what is logged of an azapi_resource is not followed");
  const { items, maybe } = cloud.pointingAt(it, { type: diagnosticSetting, fact: "target" });
  const answers = items.map(({ facts: { logs } }) => oneSetting(logs));
  if (answers.some(({ kind }) => kind === "pass")) return pass;
  const doubt = answers.find(({ kind }) => kind === "unknown");
  if (doubt !== undefined) return doubt;
  return maybe === undefined ? fail(at, asked) : unknown(at, maybe);
}

/** The value of a fact as text in small letters, where it is known. */
export function lower(fact: Fact<string>): string {
  return (valueOf(fact) ?? "").toLowerCase();
}
