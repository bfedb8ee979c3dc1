import { fail, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { linkOf } from "../../../infra/aws/network.ts";
import { bedrockAgent } from "../../../infra/types/aws/bedrock.ts";
import { perCloud } from "../../../infra/per-cloud.ts";
import type { Item } from "../../../infra/type.ts";
import { type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** What a role is named by, to be compared. */
function nameOf(value: Value | undefined): string | undefined {
  if (value?.kind === "reference") return value.resource;
  return value?.kind === "scalar" ? String(value.value) : undefined;
}

type Agent = Item<(typeof bedrockAgent)["facts"]>;

const agentsByRole = perCloud((cloud): ReadonlyMap<string, readonly Agent[]> => {
  const byRole = new Map<string, Agent[]>();
  for (const agent of cloud.all(bedrockAgent)) {
    const name = nameOf(linkOf(agent.facts.role));
    if (name === undefined) continue;
    const list = byRole.get(name);
    if (list === undefined) byRole.set(name, [agent]);
    else list.push(agent);
  }
  return byRole;
});

export const bedrockAgentRoleShared = defineInfraCheck({
  meta: {
    id: "bedrock-agent-role-shared",
    code: "PV-AWS-061",
    title: "Two agents have one role",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["bedrock_agent_role_not_shared_across_agents"],
    controls: ["CWE-250", "OWASP-LLM06:2025", "AISF-AGENT-02"],
    why: "An agent that is talked into something may do all that the other may.",
    mend: "Give each agent a role of its own.",
    mends: { terraform: "agent_resource_role_arn = aws_iam_role.this_agent.arn" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"\n  foundation_model        = "m"\n}\nresource "aws_bedrockagent_agent" "b" {\n  agent_name              = "b"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"\n  foundation_model        = "m"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "a" {\n  agent_name              = "a"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/x"\n  foundation_model        = "m"\n}\nresource "aws_bedrockagent_agent" "b" {\n  agent_name              = "b"\n  agent_resource_role_arn = "arn:aws:iam::123456789012:role/y"\n  foundation_model        = "m"\n}\n',
        },
      ],
    },
  },
  on: bedrockAgent,
  judge: (it, cloud): Answer | undefined => {
    const own = nameOf(linkOf(it.facts.role));
    if (own === undefined)
      return it.facts.role.kind === "absent"
        ? undefined
        : unknown(it.facts.role.at, "its role is not known");
    const other = agentsByRole(cloud)
      .get(own)
      ?.find((each) => each !== it);
    if (other === undefined) return pass;
    const way = [{ at: other.resource.at, message: "has the same role" }];
    return fail(it.facts.role.at, { way });
  },
});
