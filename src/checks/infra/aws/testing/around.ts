// What stands around models, as AWS documents its answers: tracking, hubs, pipelines, secrets, agents' tools.
import type { Answers } from "../../../../infra/sources/aws/testing/answers.ts";

const arn = (rest: string): string => `arn:aws:${rest.replace("@", "eu-west-1:123456789012")}`;
const key = arn("kms:@:key/00000000-0000-0000-0000-000000000001");
const role = "arn:aws:iam::123456789012:role/r";

function encoded(document: object): string {
  return encodeURIComponent(JSON.stringify(document));
}

function policyOf(...Statement: readonly object[]): object {
  return { Version: "2012-10-17", Statement };
}

/** A role of SageMaker and Lambda that may use models, in IAM's only answer. */
function roles(isMended: boolean): string {
  const trust = policyOf({
    Effect: "Allow",
    Principal: { Service: ["sagemaker.amazonaws.com", "lambda.amazonaws.com"] },
    Action: "sts:AssumeRole",
  });
  const rights = policyOf(
    { Effect: "Allow", Action: ["sagemaker:Describe*", "bedrock:InvokeModel"], Resource: "*" },
    ...(isMended
      ? [
          {
            Effect: "Deny",
            Action: "sagemaker:*",
            Resource: "arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/*/*",
          },
        ]
      : []),
  );
  return `<GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult><RoleDetailList><member><RoleName>r</RoleName><Path>/</Path><Arn>${role}</Arn><AssumeRolePolicyDocument>${encoded(trust)}</AssumeRolePolicyDocument><RolePolicyList><member><PolicyName>models</PolicyName><PolicyDocument>${encoded(rights)}</PolicyDocument></member></RolePolicyList><AttachedManagedPolicies/></member>${partner(isMended)}</RoleDetailList><IsTruncated>false</IsTruncated></GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>`;
}

/** A role for another firm, that everybody may take where it is weak. */
function partner(isMended: boolean): string {
  const trust = policyOf({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { AWS: isMended ? "arn:aws:iam::111122223333:root" : "*" },
  });
  return `<member><RoleName>partner</RoleName><Path>/</Path><Arn>arn:aws:iam::123456789012:role/partner</Arn><AssumeRolePolicyDocument>${encoded(trust)}</AssumeRolePolicyDocument><RolePolicyList/><AttachedManagedPolicies/></member>`;
}

/** The endpoints of the VPC: one to S3, and to Bedrock where it is mended. */
function endpoints(isMended: boolean): string {
  const bedrock =
    "<item><vpcEndpointId>vpce-2</vpcEndpointId><vpcEndpointType>Interface</vpcEndpointType><vpcId>vpc-1</vpcId><serviceName>com.amazonaws.eu-west-1.bedrock-runtime</serviceName><privateDnsEnabled>true</privateDnsEnabled></item>";
  return `<DescribeVpcEndpointsResponse><vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId><vpcEndpointType>Gateway</vpcEndpointType><vpcId>vpc-1</vpcId><serviceName>com.amazonaws.eu-west-1.s3</serviceName><routeTableIdSet>${isMended ? "<item>rtb-1</item>" : ""}</routeTableIdSet></item>${isMended ? bedrock : ""}</vpcEndpointSet></DescribeVpcEndpointsResponse>`;
}

/** `only` is said in the mended account, `either` in one or the other. */
export function around(isMended: boolean): Answers {
  const only = <T extends object>(more: T): T | object => (isMended ? more : {});
  const either = <T>(weak: T, mended: T): T => (isMended ? mended : weak);
  return {
    "SageMaker.ListMlflowTrackingServers": {
      TrackingServerSummaries: [
        {
          TrackingServerName: "runs",
          TrackingServerArn: arn("sagemaker:@:mlflow-tracking-server/runs"),
        },
      ],
    },
    "SageMaker.DescribeMlflowTrackingServer": {
      ArtifactStoreUri: "s3://runs/",
      RoleArn: role,
      AutomaticModelRegistration: !isMended,
    },
    "SageMaker.ListMlflowApps": {
      Summaries: [{ Name: "runs", Arn: arn("sagemaker:@:mlflow-app/app-1"), Status: "Created" }],
    },
    "SageMaker.DescribeMlflowApp": { ArtifactStoreUri: "s3://runs/", ...only({ KmsKeyId: key }) },
    "SageMaker.ListHubs": {
      HubSummaries: [
        { HubName: "SageMakerPublicHub", HubArn: "arn:aws:sagemaker:eu-west-1:aws:hub/x" },
        { HubName: "models", HubArn: arn("sagemaker:@:hub/models"), HubStatus: "InService" },
      ],
    },
    "SageMaker.DescribeHub": { S3StorageConfig: { S3OutputPath: "s3://hub/" } },
    // Asked for models and for references, of which it has one.
    "SageMaker.ListHubContents": {
      HubContentSummaries: [
        {
          HubContentName: "old",
          HubContentArn: arn("sagemaker:@:hub-content/models/ModelReference/old"),
          HubContentType: "ModelReference",
          SupportStatus: either("Deprecated", "Supported"),
        },
      ],
    },
    "SageMaker.ListPipelines": {
      PipelineSummaries: [
        { PipelineName: "train", PipelineArn: arn("sagemaker:@:pipeline/train"), RoleArn: role },
      ],
    },
    "SageMaker.DescribePipeline": {
      PipelineDefinition: JSON.stringify({
        Version: "2020-12-01",
        Parameters: [{ Name: "Key", Type: "String", ...only({ DefaultValue: key }) }],
        Steps: [
          {
            Name: "Fit",
            Type: "Training",
            Arguments: {
              ResourceConfig: {
                InstanceType: "ml.m5.large",
                InstanceCount: 2,
                ...only({ VolumeKmsKeyId: { Get: "Parameters.Key" } }),
              },
              OutputDataConfig: { S3OutputPath: "s3://out/", ...only({ KmsKeyId: key }) },
              Environment: either({ DB_PASSWORD: "b4nk-0f-T0kens!" }, { STAGE: "test" }),
              EnableNetworkIsolation: isMended,
              EnableInterContainerTrafficEncryption: isMended,
              ...only({ VpcConfig: { Subnets: ["subnet-1"], SecurityGroupIds: ["sg-1"] } }),
            },
          },
          {
            Name: "Register",
            Type: "RegisterModel",
            Arguments: { ModelApprovalStatus: either("Approved", "PendingManualApproval") },
          },
        ],
      }),
    },
    "SageMaker.ListAutoMLJobs": {
      AutoMLJobSummaries: [
        { AutoMLJobName: "auto", AutoMLJobArn: arn("sagemaker:@:automl-job/auto") },
      ],
    },
    "SageMaker.DescribeAutoMLJobV2": {
      OutputDataConfig: { S3OutputPath: "s3://auto/", ...only({ KmsKeyId: key }) },
      ...only({
        SecurityConfig: {
          VolumeKmsKeyId: key,
          EnableInterContainerTrafficEncryption: true,
          VpcConfig: { Subnets: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
        },
      }),
    },
    "SageMaker.ListLabelingJobs": {
      LabelingJobSummaryList: [
        { LabelingJobName: "faces", LabelingJobArn: arn("sagemaker:@:labeling-job/faces") },
      ],
    },
    "SageMaker.DescribeLabelingJob": {
      RoleArn: role,
      HumanTaskConfig: {
        WorkteamArn: either(
          "arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default",
          arn("sagemaker:@:workteam/private-crowd/reviewers"),
        ),
      },
    },
    "secretsmanager.ListSecrets": {
      SecretList: [
        {
          ARN: arn("secretsmanager:@:secret:token-AbCdEf"),
          Name: "token",
          ...only({ KmsKeyId: key, RotationEnabled: true, RotationRules: {} }),
        },
      ],
    },
    "secretsmanager.GetResourcePolicy": {
      ResourcePolicy: JSON.stringify(
        policyOf({
          Effect: "Allow",
          Principal: either<unknown>("*", { AWS: role }),
          Action: "secretsmanager:GetSecretValue",
          Resource: "*",
        }),
      ),
    },
    "GET /prompts/": {
      promptSummaries: [{ id: "P1", arn: arn("bedrock:@:prompt/P1"), name: "p", version: "DRAFT" }],
    },
    "GET /prompts/P1/": only({ customerEncryptionKeyArn: key }),
    "GET /flows/": { flowSummaries: [{ id: "F1", arn: arn("bedrock:@:flow/F1"), name: "f" }] },
    "GET /flows/F1/": { executionRoleArn: role, ...only({ customerEncryptionKeyArn: key }) },
    "POST /agents/BARE/agentversions/DRAFT/actiongroups/": {
      actionGroupSummaries: [
        { actionGroupId: "A1", actionGroupName: "shell", actionGroupState: "ENABLED" },
        { actionGroupId: "A2", actionGroupName: "orders", actionGroupState: "ENABLED" },
      ],
    },
    "GET /agents/BARE/agentversions/DRAFT/actiongroups/A1/": {
      agentActionGroup: {
        actionGroupName: "shell",
        actionGroupState: "ENABLED",
        parentActionSignature: either("ANTHROPIC.Bash", "AMAZON.CodeInterpreter"),
      },
    },
    "GET /agents/BARE/agentversions/DRAFT/actiongroups/A2/": {
      agentActionGroup: {
        actionGroupName: "orders",
        actionGroupState: "ENABLED",
        functionSchema: {
          functions: [{ name: "refundOrder", requireConfirmation: either("DISABLED", "ENABLED") }],
        },
      },
    },
    "GET /2015-03-31/functions": {
      Functions: [
        {
          FunctionName: "answers",
          FunctionArn: arn("lambda:@:function:answers"),
          Role: role,
          VpcConfig: { SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"], VpcId: "vpc-1" },
        },
      ],
    },
    "query GetAccountAuthorizationDetails": roles(isMended),
    "query DescribeVpcs":
      "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item></vpcSet></DescribeVpcsResponse>",
    "query DescribeSubnets":
      "<DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId></item></subnetSet></DescribeSubnetsResponse>",
    "query DescribeVpcEndpoints": endpoints(isMended),
  };
}

/** By the end of its address, what fails in the weak account and passes in the mended one. */
export const aroundTable: readonly (readonly [check: string, of: string])[] = [
  ["sagemaker-mlflow-registers", "mlflow-tracking-server/runs"],
  ["sagemaker-hosted-app-key", "mlflow-app/app-1"],
  ["sagemaker-hub-unsupported-model", "ModelReference/old"],
  ["sagemaker-hub-bypassed", "hub/models"],
  ["sagemaker-pipeline-approves", "pipeline/train"],
  ["sagemaker-job-keys", "pipeline/train"],
  ["sagemaker-job-network-isolation", "pipeline/train"],
  ["sagemaker-job-traffic-plain", "pipeline/train"],
  ["sagemaker-job-outside-vpc", "pipeline/train"],
  ["sagemaker-environment-secret", "pipeline/train"],
  ["sagemaker-job-keys", "automl-job/auto"],
  ["sagemaker-job-traffic-plain", "automl-job/auto"],
  ["sagemaker-job-outside-vpc", "automl-job/auto"],
  ["sagemaker-public-workforce", "labeling-job/faces"],
  ["secret-for-everybody", "secret:token-AbCdEf"],
  ["secret-key", "secret:token-AbCdEf"],
  ["secret-not-rotated", "secret:token-AbCdEf"],
  ["bedrock-prompt-key", "prompt/P1"],
  ["bedrock-flow-key", "flow/F1"],
  ["bedrock-agent-shell", "agent/BARE"],
  ["bedrock-agent-acts-unasked", "agent/BARE"],
  ["bedrock-vpc-endpoints", "vpc/vpc-1"],
];
