import type { Cloud } from "../cloud.ts";
import { asText, walk, type Fact } from "../fact.ts";
import type { Item } from "../type.ts";
import type { Place, Value } from "../value.ts";
import { identityPolicy, policyAttachment, type role } from "../types/aws/iam.ts";
import { linkOf } from "./network.ts";
import { asPolicy, type Policy } from "./policy.ts";

type Role = Item<(typeof role)["facts"]>;

/** What a role may do, as far as it is written. */
export interface Rights {
  readonly policies: readonly Policy[];
  /** Policies that AWS wrote, by their ARN. */
  readonly managed: readonly { readonly arn: string; readonly at: Place }[];
  /** Why there may be more. */
  readonly doubt?: string;
  /** The permission that was missing to see more. */
  readonly missing?: string;
}

interface Gathered {
  readonly policies: Policy[];
  readonly managed: { arn: string; at: Place }[];
  readonly doubts: string[];
  readonly missing: string[];
}

function addDocument(into: Gathered, fact: Fact<Policy>): void {
  if (fact.kind === "known") {
    into.policies.push(fact.value);
    if (fact.value.doubt !== undefined) into.doubts.push(fact.value.doubt);
  } else if (fact.kind === "unread") into.missing.push(fact.missing);
  else if (fact.kind !== "absent") into.doubts.push(fact.cause);
}

function addAttached(
  into: Gathered,
  link: Value | undefined,
  { cloud, from }: { readonly cloud: Cloud; readonly from: Item },
): void {
  if (link === undefined) return;
  if (link.kind === "list") {
    for (const each of link.items) addAttached(into, each, { cloud, from });
    if (link.open !== undefined) into.doubts.push(link.open);
    return;
  }
  if (link.kind === "unread") {
    into.missing.push(link.missing);
    return;
  }
  const found = cloud.find(identityPolicy, link, from.resource);
  if (found.kind === "found") {
    addDocument(into, found.item.facts.document);
    return;
  }
  const text = asText(link);
  const arn = text.kind === "known" ? text.value : undefined;
  if (arn !== undefined && /^arn:aws[a-z-]*:iam::aws:policy\//.test(arn))
    into.managed.push({ arn, at: link.at });
  else
    into.doubts.push(
      found.kind === "elsewhere" ? `${found.name} is not described here` : found.cause,
    );
}

/** Everything that a role may do: what is written into it, attached to it, and by AWS. */
export function rightsOf(cloud: Cloud, it: Role): Rights {
  const into: Gathered = { policies: [], managed: [], doubts: [], missing: [] };
  const { inline, attached } = it.facts;
  const from = it;
  if (inline.kind === "known") {
    for (const each of inline.value.items) {
      const document = walk(each, ["policy"]) ?? walk(each, ["PolicyDocument"]);
      if (document !== undefined) addDocument(into, asPolicy(document));
    }
    if (inline.value.open !== undefined) into.doubts.push(inline.value.open);
  } else if (inline.kind === "unread") into.missing.push(inline.missing);
  if (attached.kind === "known" || attached.kind === "set")
    addAttached(into, attached.value, { cloud, from });
  else if (attached.kind === "unread") into.missing.push(attached.missing);
  else if (attached.kind !== "absent") into.doubts.push(attached.cause);
  // Live, what is attached is told by the role.
  if (it.resource.dialect !== "aws") {
    const written = cloud.pointingAt(from, { type: identityPolicy, fact: "role" });
    for (const { facts } of written.items) addDocument(into, facts.document);
    const attachments = cloud.pointingAt(from, { type: policyAttachment, fact: "role" });
    for (const each of attachments.items)
      addAttached(into, linkOf(each.facts.policy), { cloud, from: each });
    for (const { maybe } of [written, attachments])
      if (maybe !== undefined) into.doubts.push(maybe);
  }
  const [doubt] = into.doubts;
  const [missing] = into.missing;
  return {
    policies: into.policies,
    managed: into.managed,
    ...(doubt !== undefined && { doubt }),
    ...(missing !== undefined && { missing }),
  };
}
