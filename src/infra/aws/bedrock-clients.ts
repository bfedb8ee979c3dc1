// What calls models of Bedrock out of a VPC: functions, notebooks, Studio and jobs whose roles may.
import type { Cloud } from "../cloud.ts";
import type { Fact } from "../fact.ts";
import { perCloud } from "../per-cloud.ts";
import type { Item } from "../type.ts";
import { role } from "../types/aws/iam.ts";
import { domain, model, notebookInstance, trainingJob } from "../types/aws/sagemaker.ts";
import { lambdaFunction } from "../types/aws/services.ts";
import type { Value } from "../value.ts";
import { vpcsOf, type Vpc } from "./endpoints.ts";
import { linkOf } from "./network.ts";
import { coversAction } from "./policy.ts";
import { rightsOf } from "./rights.ts";

/** What is called where: permission and endpoint, without region. */
const calls: readonly (readonly [action: string, service: string])[] = [
  ["bedrock:InvokeModel", "bedrock-runtime"],
  ["bedrock:InvokeModelWithResponseStream", "bedrock-runtime"],
  ["bedrock:InvokeAgent", "bedrock-agent-runtime"],
  ["bedrock:InvokeFlow", "bedrock-agent-runtime"],
  ["bedrock:Retrieve", "bedrock-agent-runtime"],
];

const ofAws = /\/AmazonBedrock(?:Full|Limited)Access$/;

type Role = Item<(typeof role)["facts"]>;

/** The services of Bedrock that a role is meant for; one that may do everything tells nothing. */
function servicesOf(cloud: Cloud, it: Role): ReadonlySet<string> {
  const { policies, managed } = rightsOf(cloud, it);
  const found = new Set<string>();
  if (managed.some(({ arn }) => ofAws.test(arn))) found.add("bedrock-runtime");
  for (const { statements } of policies)
    for (const statement of statements) {
      const actions = statement.actions.filter(({ text }) => /^bedrock:/i.test(text));
      if (statement.effect !== "Allow" || actions.length === 0) continue;
      for (const [action, service] of calls)
        if (coversAction({ ...statement, actions }, action)) found.add(service);
    }
  return found;
}

/** Who calls Bedrock from a VPC, and which services of it. */
export interface BedrockClient {
  readonly item: Item;
  readonly services: ReadonlySet<string>;
}

/** The clients of Bedrock in each VPC that has any. */
export const bedrockClients = perCloud((cloud): ReadonlyMap<Vpc, readonly BedrockClient[]> => {
  const found = new Map<Vpc, BedrockClient[]>();
  const servicesByRole = new Map<Role, ReadonlySet<string>>();
  const users: readonly { item: Item; subnets: Fact<Value>; role: Fact<Value> }[] = [
    ...cloud
      .all(notebookInstance)
      .map((item) => ({ item, subnets: item.facts.subnet, role: item.facts.role })),
    ...[domain, model, trainingJob, lambdaFunction].flatMap((type) =>
      cloud.all(type as typeof model).map((item) => ({
        item,
        subnets: item.facts.subnets as Fact<Value>,
        role: item.facts.role,
      })),
    ),
  ];
  for (const { item, subnets, role: fact } of users) {
    const named = cloud.find(role, linkOf(fact), item.resource);
    if (named.kind !== "found") continue;
    const services = servicesByRole.get(named.item) ?? servicesOf(cloud, named.item);
    servicesByRole.set(named.item, services);
    if (services.size === 0) continue;
    for (const around of vpcsOf(cloud, subnets, item.resource)) {
      const list = found.get(around) ?? [];
      found.set(around, list);
      list.push({ item, services });
    }
  }
  return found;
});
