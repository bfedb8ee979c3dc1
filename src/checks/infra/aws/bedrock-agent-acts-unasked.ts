import { all, fail, must, mustBe, pass, type Answer } from "../../../infra/answer.ts";
import { asText, walk } from "../../../infra/fact.ts";
import { bedrockAgent } from "../../../infra/types/aws/bedrock.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** Words for what cannot be taken back, or is done to others. */
const changing =
  /^(?:delete|remove|drop|destroy|terminate|cancel|close|refund|pay|charge|transfer|withdraw|purchase|buy|order|book|send|email|publish|post|approve|grant|revoke|reset|execute|run|update|overwrite|write|create|submit|deploy)$/;

/** `deleteOrder`, `delete_order`, `DeleteOrder`: what it does comes first. */
function changes(name: string): boolean {
  const words = name.slice(0, 200).replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2");
  return changing.test(/[a-z]+/.exec(words.toLowerCase())?.[0] ?? "");
}

function functionsOf(group: Value): readonly Value[] {
  const list = walk(group, ["FunctionSchema", "Functions"]);
  return list?.kind === "list" ? list.items : [];
}

/** Whether a function that changes something asks first; undefined for others. */
function judgeFunction(each: Value): Answer | undefined {
  const name = textOf(walk(each, ["Name"]));
  if (name === undefined || !changes(name)) return undefined;
  const asks = walk(each, ["RequireConfirmation"]);
  const message = `An agent calls ${name} without asking anybody`;
  if (asks === undefined) return fail(each.at, { message });
  return mustBe(asText(asks), "ENABLED", { message });
}

export const bedrockAgentActsUnasked = defineInfraCheck({
  meta: {
    id: "bedrock-agent-acts-unasked",
    code: "PV-AWS-122",
    title: "An agent changes things without asking anybody",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-862", "OWASP-LLM06:2025", "ATLAS:AML.T0053", "AISF-AGENT-05"],
    why: "Text that the agent reads, in a mail or a document, can tell it to act; a person who has to confirm sees what it is about to do.",
    mend: "Let the functions that change something require a confirmation.",
    mends: { cloudformation: "RequireConfirmation: ENABLED" },
    blind:
      "What a function does, of which only the name is judged; APIs that are described by OpenAPI; Terraform, whose provider has no attribute for it.",
    references: [
      "https://docs.aws.amazon.com/bedrock/latest/userguide/agents-userconfirmation.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "t.yaml",
          code: 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Agent:\n    Type: AWS::Bedrock::Agent\n    Properties:\n      AgentName: support\n      AgentResourceRoleArn: r\n      ActionGroups:\n        - ActionGroupName: orders\n          ActionGroupExecutor: { Lambda: l }\n          FunctionSchema:\n            Functions:\n              - { Name: refundOrder }\n',
        },
      ],
      clean: [
        {
          path: "t.yaml",
          code: 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Agent:\n    Type: AWS::Bedrock::Agent\n    Properties:\n      AgentName: support\n      AgentResourceRoleArn: r\n      ActionGroups:\n        - ActionGroupName: orders\n          ActionGroupExecutor: { Lambda: l }\n          FunctionSchema:\n            Functions:\n              - { Name: refundOrder, RequireConfirmation: ENABLED }\n',
        },
      ],
    },
  },
  on: bedrockAgent,
  judge: ({ facts }): Answer | undefined => {
    const { actionGroups } = facts;
    if (actionGroups.kind === "absent") return undefined;
    if (actionGroups.kind !== "known") return must(actionGroups, () => true);
    const answers = actionGroups.value.items
      .filter((group) => textOf(walk(group, ["ActionGroupState"])) !== "DISABLED")
      .flatMap(functionsOf)
      .flatMap((each) => judgeFunction(each) ?? []);
    return answers.length === 0 ? undefined : all(pass, ...answers);
  },
});
