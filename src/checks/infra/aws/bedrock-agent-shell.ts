import { all, must, mustNotBe, pass, type Answer } from "../../../infra/answer.ts";
import { asText, walk, type Fact } from "../../../infra/fact.ts";
import type { CloudType } from "../../../infra/type.ts";
import { agentActionGroup, bedrockAgent } from "../../../infra/types/aws/bedrock.ts";
import { textOf, type List } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** Tools with which a model drives a machine; AWS runs neither, and what does is not in a sandbox of AWS. */
const driving = ["ANTHROPIC.Bash", "ANTHROPIC.Computer", "ANTHROPIC.TextEditor"];

export const bedrockAgentShell = defineInfraCheck({
  meta: {
    id: "bedrock-agent-shell",
    code: "PV-AWS-123",
    title: "An agent is given a shell, a screen or files",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250", "CWE-94", "OWASP-LLM06:2025", "ATLAS:AML.T0053", "AISF-AGENT-02"],
    why: "Whoever gets a sentence in front of the agent, on a page or in a ticket, has commands run on the machine behind the tool.",
    mend: "Give it functions that each do one thing, or AWS's code interpreter, which runs in a sandbox.",
    mends: {
      terraform: 'parent_action_group_signature = "AMAZON.CodeInterpreter"',
      cloudformation: "ParentActionGroupSignature: AMAZON.CodeInterpreter",
    },
    blind: "Where the commands run, and as whom.",
    references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/agents-computer-use.html"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "ops" {\n  agent_name              = "ops"\n  agent_resource_role_arn = "r"\n  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"\n}\nresource "aws_bedrockagent_agent_action_group" "shell" {\n  action_group_name             = "shell"\n  agent_id                      = aws_bedrockagent_agent.ops.id\n  agent_version                 = "DRAFT"\n  parent_action_group_signature = "ANTHROPIC.Bash"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_bedrockagent_agent" "ops" {\n  agent_name              = "ops"\n  agent_resource_role_arn = "r"\n  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"\n}\nresource "aws_bedrockagent_agent_action_group" "shell" {\n  action_group_name             = "shell"\n  agent_id                      = aws_bedrockagent_agent.ops.id\n  agent_version                 = "DRAFT"\n  parent_action_group_signature = "AMAZON.CodeInterpreter"\n}\n',
        },
      ],
    },
  },
  on: [bedrockAgent, agentActionGroup] as readonly CloudType[],
  judge: ({ facts }): Answer | undefined => {
    const { actionGroups, signature } = facts as {
      readonly actionGroups?: Fact<List>;
      readonly signature?: Fact<string>;
    };
    if (signature !== undefined)
      return signature.kind === "absent" ? undefined : mustNotBe(signature, driving);
    if (actionGroups === undefined || actionGroups.kind === "absent") return undefined;
    if (actionGroups.kind !== "known") return must(actionGroups, () => true);
    const answers = actionGroups.value.items.flatMap((group) => {
      const said = walk(group, ["ParentActionGroupSignature"]);
      const isOff = textOf(walk(group, ["ActionGroupState"])) === "DISABLED";
      return said === undefined || isOff ? [] : [mustNotBe(asText(said), driving)];
    });
    return answers.length === 0 ? undefined : all(pass, ...answers);
  },
});
