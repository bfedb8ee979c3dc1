import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockAgentActsUnasked } from "./bedrock-agent-acts-unasked.ts";

infraCases(bedrockAgentActsUnasked, {
  fail: [
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          FunctionSchema:
            Functions:
              - { Name: refundOrder }
`,
    },
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          FunctionSchema:
            Functions:
              - { Name: lookUp }
              - { Name: delete_account, RequireConfirmation: DISABLED }
`,
    },
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          FunctionSchema:
            Functions:
              - { Name: send-mail, RequireConfirmation: ENABLED }
              - { Name: SendMail }
`,
    },
  ],
  pass: [
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          FunctionSchema:
            Functions:
              - { Name: refundOrder, RequireConfirmation: ENABLED }
`,
    },
  ],
  silent: [
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          FunctionSchema:
            Functions:
              - { Name: getOrder }
              - { Name: listOrders }
`,
    },
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
`,
    },
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: r
      ActionGroups:
        - ActionGroupName: orders
          ActionGroupExecutor: { Lambda: l }
          ActionGroupState: DISABLED
          FunctionSchema:
            Functions:
              - { Name: refundOrder }
`,
    },
  ],
});
