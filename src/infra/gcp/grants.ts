// Who has which role: the same from Terraform's `*_iam_member`, `*_iam_binding` and `*_iam_policy` as
// from the policy that an API answers.
import { fail, pass, unknown, type Answer, type Waypoint } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { walk, type Fact } from "../fact.ts";
import type { Resource } from "../resource.ts";
import { list, text, value, type Facts } from "../type.ts";
import { entryOf, isNull, type Place, type Value } from "../value.ts";
import { isBroad, isPublic } from "./members.ts";
import { once } from "./once.ts";
import { holds, shownWord, wordOf, type Test, type Word } from "./word.ts";

/** One role for one member. */
export interface Grant {
  readonly role: Word;
  readonly member: Word;
  /** Whether a condition narrows it. */
  readonly isConditional: boolean;
  readonly at: Place;
}

/** The grants of a policy, and why there may be others. */
export interface Granted {
  readonly grants: readonly Grant[];
  readonly doubt?: Answer;
}

/** How the grants on a resource are told; for types of what has a policy. */
export const accessFacts = {
  role: value("role", { gcp: false }),
  member: value("member", { gcp: false }),
  members: value("members", { gcp: false }),
  condition: list("condition", { gcp: false }),
  policyData: value("policyData", { gcp: false }),
  policy: value("iamPolicy", { terraform: false }),
  name: text("name"),
};
export type AccessFacts = Facts<typeof accessFacts>;

/** The Terraform resources that grant something on a resource. */
export function grantingNames(...resources: readonly string[]): readonly string[] {
  return resources.flatMap((name) => [
    `${name}_iam_member`,
    `${name}_iam_binding`,
    `${name}_iam_policy`,
  ]);
}

function valueIn(fact: Fact<Value>): Value | undefined {
  if (fact.kind === "known" || fact.kind === "set") return fact.value;
  if (fact.kind === "unknown") return { kind: "unknown", cause: fact.cause, at: fact.at };
  if (fact.kind === "unread") return { kind: "unread", missing: fact.missing, at: fact.at };
  return undefined;
}

/** Grants of one role to a list of members, each a grant of its own. */
function toEach(role: Word, members: Value | undefined, isConditional: boolean): readonly Grant[] {
  if (members === undefined || isNull(members)) return [];
  if (members.kind !== "list") {
    const member = wordOf(members);
    return [{ role, member, isConditional, at: members.at }];
  }
  const grants = members.items.map((item): Grant => ({
    role,
    member: wordOf(item),
    isConditional,
    at: item.at,
  }));
  const { open, at } = members;
  return open === undefined
    ? grants
    : [...grants, { role, member: { cause: open, at }, isConditional, at }];
}

/** The elements of a list, of what may be one, and why there may be more. */
function elements(found: Value | undefined): {
  readonly items: readonly Value[];
  readonly doubt?: Answer;
} {
  if (found === undefined || isNull(found)) return { items: [] };
  if (found.kind === "list") {
    const { items, open, at } = found;
    return open === undefined ? { items } : { items, doubt: unknown(at, open) };
  }
  if (found.kind === "map") return { items: [found] };
  return { items: [], doubt: doubtOf(found) };
}

function doubtOf(found: Value): Answer {
  const { at } = found;
  if (found.kind === "unread") return { kind: "not-assessed", at, missing: found.missing };
  return unknown(at, wordOf(found).cause);
}

function ofPolicy(policy: Value): Granted {
  const inner = policy.kind === "json" ? policy.value : policy;
  if (inner.kind !== "map") return { grants: [], doubt: doubtOf(inner) };
  // `bindings` of the API and of JSON, `binding` of the data source of Terraform.
  const { items, doubt } = elements(entryOf(inner, "bindings") ?? entryOf(inner, "binding"));
  const grants = items.flatMap((binding) => {
    const role = walk(binding, ["role"]);
    const condition = walk(binding, ["condition"]);
    return toEach(
      role === undefined ? { text: "", cause: "", at: binding.at } : wordOf(role),
      walk(binding, ["members"]),
      condition !== undefined && !(condition.kind === "list" && condition.items.length === 0),
    );
  });
  return { grants, ...(doubt === undefined ? {} : { doubt }) };
}

const writtenPolicies = once((cloud) => {
  const data = cloud.resources.filter(({ type }) => type === "google_iam_policy");
  return new Map(data.map((each) => [`${each.scope ?? ""} ${each.address}`, each]));
});

/** A policy that is written in a data source of Terraform. */
function dataNamed(cloud: Cloud, found: Value, from: Resource): Value {
  if (found.kind !== "reference") return found;
  return writtenPolicies(cloud).get(`${from.scope ?? ""} ${found.resource}`)?.body ?? found;
}

/** The grants that a resource tells of. */
export function grantsOf(
  { facts, resource }: { readonly facts: AccessFacts; readonly resource: Resource },
  cloud: Cloud,
): Granted {
  const policy = valueIn(facts.policy);
  if (policy !== undefined) return ofPolicy(policy);
  const data = valueIn(facts.policyData);
  if (data !== undefined) return ofPolicy(dataNamed(cloud, data, resource));
  const role = valueIn(facts.role);
  if (role === undefined) return { grants: [] };
  const { condition } = facts;
  const isConditional = condition.kind === "known" && condition.value.items.length > 0;
  const members = valueIn(facts.members) ?? valueIn(facts.member);
  return { grants: toEach(wordOf(role), members, isConditional) };
}

/** What must not be granted. */
export interface Forbidden {
  readonly role?: Test;
  readonly member?: Test;
  /** Grants that are as they should be all the same. */
  readonly except?: (grant: Grant) => boolean;
  /** How the member comes to what it must not have. */
  readonly way?: (grant: Grant) => readonly Waypoint[];
}

function always(): boolean {
  return true;
}

/** Fails where something forbidden is granted, at the member. */
export function mustNotGrant(
  { grants, doubt }: Granted,
  { role = always, member = always, except, way }: Forbidden,
): Answer {
  let open: Answer | undefined = doubt;
  for (const grant of grants) {
    if (except?.(grant) === true) continue;
    const isRole = holds(grant.role, role);
    const isMember = holds(grant.member, member);
    if (isRole === false || isMember === false) continue;
    if (isRole === true && isMember === true) {
      const who = shownWord(grant.member);
      const under = grant.isConditional ? ", under a condition" : "";
      return fail(grant.at, {
        message: `${who} has ${shownWord(grant.role)}${under}`,
        ...(way !== undefined && { way: way(grant) }),
      });
    }
    const { cause, missing } = isMember === undefined ? grant.member : grant.role;
    open ??=
      missing === undefined
        ? unknown(grant.at, cause === "" ? "what an own role allows was not read" : cause)
        : { kind: "not-assessed", at: grant.at, missing };
  }
  return open ?? pass;
}

/**
 * Nothing is granted to everybody, nor to everybody of a domain or pool; the first is something that
 * an attacker can use at once.
 */
export function mustNotBeOpen(granted: Granted, way?: Forbidden["way"]): Answer {
  const drawn = way === undefined ? {} : { way };
  const open = mustNotGrant(granted, { member: isPublic, ...drawn });
  if (open.kind === "fail") return open;
  const broad = mustNotGrant(granted, { member: isBroad, ...drawn });
  return broad.kind === "fail" ? { ...broad, severity: "medium" } : broad;
}
