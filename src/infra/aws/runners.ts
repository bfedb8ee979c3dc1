// Roles that run models, notebooks, jobs or agents: code that others wrote has what they may do.
import type { Cloud } from "../cloud.ts";
import type { Fact } from "../fact.ts";
import { perCloud } from "../per-cloud.ts";
import type { Item } from "../type.ts";
import type { Place, Value } from "../value.ts";
import { role } from "../types/aws/iam.ts";
import { linkOf } from "./network.ts";
import type { Principal } from "./policy.ts";
import { rightsOf } from "./rights.ts";
import { isAdministrator } from "./statements.ts";

type Role = Item<(typeof role)["facts"]>;

const services = /^(?:sagemaker|bedrock|bedrock-agentcore)\.amazonaws\.com$/;

/** The service that runs models, notebooks, jobs or agents as this role. */
export function runnerOf({ facts: { trust } }: Role): Principal | undefined {
  if (trust.kind !== "known") return undefined;
  return trust.value.statements
    .flatMap(({ principals }) => principals)
    .find(({ kind, text }) => kind === "Service" && services.test(text));
}

/** Such a role, with what runs as it. */
export interface Run {
  readonly role: Role;
  readonly runner: Principal;
}

function keyOf({ document, start }: Place): string {
  return `${document.path}\0${start}`;
}

/** By its place, the first such role that a statement makes an administrator. */
const runsByStatement = perCloud((cloud): ReadonlyMap<string, Run> => {
  const found = new Map<string, Run>();
  for (const each of cloud.all(role)) {
    const runner = runnerOf(each);
    if (runner === undefined) continue;
    for (const { statements } of rightsOf(cloud, each).policies)
      for (const statement of statements.filter(isAdministrator)) {
        const key = keyOf(statement.at);
        if (!found.has(key)) found.set(key, { role: each, runner });
      }
  }
  return found;
});

/** What runs with the rights of a statement of a policy, where it is models, notebooks, jobs or agents. */
export function runWith(cloud: Cloud, statement: Place, policy: Item): Run | undefined {
  const known = runsByStatement(cloud).get(keyOf(statement));
  if (known !== undefined) return known;
  // Live, what is written into a role stands there, and by itself as well.
  const link = policy.facts["role"];
  if (link === undefined) return undefined;
  const found = cloud.find(role, linkOf(link as Fact<Value>), policy.resource);
  const runner = found.kind === "found" ? runnerOf(found.item) : undefined;
  return found.kind === "found" && runner !== undefined ? { role: found.item, runner } : undefined;
}
