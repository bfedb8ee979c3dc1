import { describe, expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { plainValue, textAt } from "../../testing/plain.ts";
import { readPulumi } from "./read.ts";
import { bridgedOf } from "./tokens.ts";

function read(text: string, path = "stack.json") {
  const kind = path.endsWith(".json") ? "json" : "yaml";
  return readPulumi({ path, kind, text, lines: indexLines(text) });
}

test.each([
  ["aws:s3/bucketV2:BucketV2", "aws_s3_bucket"],
  ["aws:s3:Bucket", "aws_s3_bucket"],
  ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "aws_s3_bucket_public_access_block"],
  ["aws:sagemaker/notebookInstance:NotebookInstance", "aws_sagemaker_notebook_instance"],
  ["aws:ec2/securityGroup:SecurityGroup", "aws_security_group"],
  ["aws:ec2/vpcEndpoint:VpcEndpoint", "aws_vpc_endpoint"],
  ["aws:cloudwatch/logGroup:LogGroup", "aws_cloudwatch_log_group"],
  ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws_iam_role_policy_attachment"],
  ["aws:bedrock/agentAgent:AgentAgent", "aws_bedrockagent_agent"],
  ["gcp:vertex/aiEndpoint:AiEndpoint", "google_vertex_ai_endpoint"],
  ["gcp:storage/bucketIAMMember:BucketIAMMember", "google_storage_bucket_iam_member"],
  ["gcp:projects/iAMMember:IAMMember", "google_project_iam_member"],
  ["gcp:workbench/instance:Instance", "google_workbench_instance"],
  ["azure:machinelearning/workspace:Workspace", "azurerm_machine_learning_workspace"],
  ["azure:cognitive/account:Account", "azurerm_cognitive_account"],
  ["azure:storage/account:Account", "azurerm_storage_account"],
  ["azure:authorization/assignment:Assignment", "azurerm_role_assignment"],
  ["aws-native:sagemaker:NotebookInstance", "AWS::SageMaker::NotebookInstance"],
  ["azure-native:cognitiveservices:Account", "Microsoft.CognitiveServices/accounts"],
  ["kubernetes:apps/v1:Deployment", "apps/Deployment"],
  ["kubernetes:core/v1:Pod", "/Pod"],
  ["pulumi:pulumi:Stack", undefined],
  ["my:own:Component", undefined],
  ["x".repeat(100_000), undefined],
])("%s is %s", (token, wanted) => {
  expect(bridgedOf(token)?.type).toBe(wanted);
});

const bucket = "urn:pulumi:dev::shop::aws:s3/bucketV2:BucketV2::lake";
const state = {
  version: 3,
  deployment: {
    resources: [
      { urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", type: "pulumi:pulumi:Stack" },
      {
        urn: bucket,
        type: "aws:s3/bucketV2:BucketV2",
        inputs: {
          __defaults: ["bucket"],
          tags: { camelCase: "x" },
          lifecycleRules: [{ enabled: true, noncurrentVersionExpiration: { days: 3 } }],
        },
        outputs: { arn: "arn:aws:s3:::lake", region: "eu-west-1" },
      },
      {
        urn: "urn:pulumi:dev::shop::aws:s3/bucketPolicy:BucketPolicy::policy",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        inputs: {
          bucket: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
          policy: {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            ciphertext: "x",
          },
        },
        propertyDependencies: { bucket: [bucket] },
      },
      { urn: "urn:old", type: "aws:s3/bucketV2:BucketV2", delete: true },
    ],
  },
};

test("what a stack has, in the words of Terraform", () => {
  const { resources, problems } = read(JSON.stringify(state, undefined, 2));
  expect(problems).toEqual([]);
  expect(resources.map(({ dialect, address }) => `${dialect} ${address}`)).toEqual([
    "terraform aws_s3_bucket.lake",
    "terraform aws_s3_bucket_policy.policy",
  ]);
  const [lake, policy] = resources;
  expect(plainValue(lake!.body)).toEqual({
    arn: "arn:aws:s3:::lake",
    region: "eu-west-1",
    tags: { camelCase: "x" },
    lifecycle_rules: [{ enabled: true, noncurrent_version_expiration: { days: 3 } }],
    lifecycle_rule: [{ enabled: true, noncurrent_version_expiration: { days: 3 } }],
  });
  expect(lake!.region).toBe("eu-west-1");
  expect(textAt(lake!)).toBe(`"${bucket}"`);
  expect(plainValue(policy!.body)).toEqual({
    bucket: { $of: "aws_s3_bucket.lake" },
    policy: { $unknown: "it is a secret of Pulumi" },
  });
});

test("what a preview would make", () => {
  const step = (op: string, name: string) => ({
    op,
    newState: {
      urn: `urn:pulumi:dev::shop::aws-native:sagemaker:NotebookInstance::${name}`,
      type: "aws-native:sagemaker:NotebookInstance",
      inputs: { directInternetAccess: "Disabled" },
    },
  });
  const text = JSON.stringify({ steps: [step("create", "a"), step("delete", "b")] });
  const { resources } = read(text);
  expect(resources.map(({ type, address, body }) => [type, address, plainValue(body)])).toEqual([
    [
      "AWS::SageMaker::NotebookInstance",
      "AWS::SageMaker::NotebookInstance.a",
      { DirectInternetAccess: "Disabled" },
    ],
  ]);
});

describe("programs in YAML", () => {
  test("refer to resources, variables and configuration", () => {
    const text = `name: shop
runtime: yaml
config:
  stage: {default: dev}
  key: {type: string}
variables:
  full: lake-\${stage}
  round: \${round}
resources:
  lake:
    type: aws:s3:Bucket
    properties: {bucket: "\${full}", kmsKeyId: "\${key}", serverSideEncryptionConfiguration: {rule: {bucketKeyEnabled: true}}}
  block:
    type: aws:s3:BucketPublicAccessBlock
    properties: {bucket: "\${lake.id}", blockPublicAcls: true, a: "x-\${lake.arn}/*", b: "\${round}", c: "\${pulumi.stack}"}
  policy:
    type: aws:s3:BucketPolicy
    properties: {policy: {fn::toJSON: {Statement: []}}}
  account:
    type: azure-native:cognitiveservices:Account
    properties: {location: west, disableLocalAuth: true}
`;
    const { resources, problems } = read(text, "Pulumi.yaml");
    expect(problems).toEqual([]);
    expect(resources.map(({ address, body }) => [address, plainValue(body)])).toEqual([
      [
        "aws_s3_bucket.lake",
        {
          bucket: "lake-dev",
          kms_key_id: { $unknown: "configuration key has no default" },
          server_side_encryption_configuration: { rule: { bucket_key_enabled: true } },
        },
      ],
      [
        "aws_s3_bucket_public_access_block.block",
        {
          bucket: { $of: "aws_s3_bucket.lake.id" },
          block_public_acls: true,
          a: { $text: ["x-", { $of: "aws_s3_bucket.lake.arn" }, "/*"] },
          b: { $unknown: "variable round depends on itself" },
          c: { $unknown: "pulumi.stack is known only when it runs" },
        },
      ],
      ["aws_s3_bucket_policy.policy", { policy: { $json: { Statement: [] } } }],
      [
        "Microsoft.CognitiveServices/accounts.account",
        { location: "west", properties: { disableLocalAuth: true } },
      ],
    ]);
  });

  test("that double themselves stay small", () => {
    const variables = Array.from(
      { length: 45 },
      (_, at) => `  v${at}: "\${v${at + 1}}\${v${at + 1}}"`,
    );
    const text = `variables:\n${variables.join("\n")}\n  v45: x\nresources:\n  a: {type: 'aws:s3:Bucket', properties: {bucket: "\${v0}"}}\n`;
    const start = performance.now();
    read(text, "Pulumi.yaml");
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});

test.each(["", "[]", "{", '{"deployment": {"resources": [1, {}, {"urn": 5}]}}', '{"steps": {}}'])(
  "of %s nothing is made",
  (text) => {
    expect(read(text).resources).toEqual([]);
  },
);
