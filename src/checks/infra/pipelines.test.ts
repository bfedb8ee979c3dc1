import { expect, test } from "vitest";
import { sagemakerEnvironmentSecret } from "./aws/sagemaker-environment-secret.ts";
import { sagemakerJobKeys } from "./aws/sagemaker-job-keys.ts";
import { sagemakerJobNetworkIsolation } from "./aws/sagemaker-job-network-isolation.ts";
import { sagemakerJobOutsideVpc } from "./aws/sagemaker-job-outside-vpc.ts";
import { sagemakerJobTrafficPlain } from "./aws/sagemaker-job-traffic-plain.ts";
import { sagemakerModelNetworkIsolation } from "./aws/sagemaker-model-network-isolation.ts";
import type { AnyCheck } from "../define.ts";
import { runInfraCheck } from "../../testing/infra-cases.ts";

function pipeline(steps: string, parameters = "[]"): string {
  return `
resource "aws_kms_key" "ml" {}
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name = "train"
  role_arn      = "arn:aws:iam::123456789012:role/p"
  pipeline_definition = jsonencode({
    Version    = "2020-12-01"
    Parameters = ${parameters}
    Steps      = ${steps}
  })
}
`;
}

function train(more: { resources?: string; output?: string; job?: string } = {}): string {
  return `[{
      Name = "Fit"
      Type = "Training"
      Arguments = {
        ResourceConfig   = { InstanceType = "ml.m5.large", InstanceCount = 2, ${more.resources ?? ""} }
        OutputDataConfig = { S3OutputPath = "s3://out", ${more.output ?? ""} }
        ${more.job ?? ""}
      }
    }]`;
}

function outcomes(check: AnyCheck, text: string): readonly string[] {
  return runInfraCheck(check, [{ path: "main.tf", text }]).answers.map(
    ({ answer, resource }) => `${resource} ${answer.kind}`,
  );
}

const weak = ["aws_sagemaker_pipeline.train fail"];
const well = ["aws_sagemaker_pipeline.train pass"];

test.each([
  [
    sagemakerJobKeys,
    train({ resources: 'VolumeKmsKeyId = "k"', output: "KmsKeyId = aws_kms_key.ml.arn" }),
  ],
  [sagemakerJobNetworkIsolation, train({ job: "EnableNetworkIsolation = true" })],
  [sagemakerJobTrafficPlain, train({ job: "EnableInterContainerTrafficEncryption = true" })],
  [
    sagemakerJobOutsideVpc,
    train({ job: 'VpcConfig = { Subnets = ["s"], SecurityGroupIds = ["g"] }' }),
  ],
] as const)("%o judges the steps of a pipeline as the jobs that they start", (check, mended) => {
  expect(outcomes(check, pipeline(train()))).toEqual(weak);
  expect(outcomes(check, pipeline(mended))).toEqual(well);
});

test("a finding stands at the step and says which one it is", () => {
  const text = pipeline(train());
  const { findings } = runInfraCheck(sagemakerJobNetworkIsolation, [{ path: "main.tf", text }]);
  expect(findings.map(({ details }) => details.message)).toEqual([
    "A job of SageMaker may talk to the network (step Fit)",
  ]);
  expect(text.slice(findings[0]!.at.start)).toMatch(/^\{\s+Name = "Fit"/);
});

test("parameters are what they are by default, and set where only a run says them", () => {
  const steps = train({
    resources: 'VolumeKmsKeyId = { Get = "Parameters.Key" }',
    output: 'KmsKeyId = { Get = "Parameters.Key" }',
  });
  const given = (value: string): string => `[{ Name = "Key", Type = "String"${value} }]`;
  expect(outcomes(sagemakerJobKeys, pipeline(steps, given("")))).toEqual(well);
  expect(outcomes(sagemakerJobKeys, pipeline(steps, given(', DefaultValue = ""')))).toEqual(weak);
});

test("steps behind conditions count, and secrets in their environment", () => {
  const steps = `[{
    Name = "If"
    Type = "Condition"
    Arguments = {
      Conditions = []
      IfSteps    = ${train({ job: 'Environment = { DB_PASSWORD = "Harvest-Moon-77-riverbank" }' })}
      ElseSteps  = []
    }
  }]`;
  expect(outcomes(sagemakerEnvironmentSecret, pipeline(steps))).toEqual(weak);
});

test("a definition that is a text is read, and its models too", () => {
  const text = `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name       = "train"
  role_arn            = "r"
  pipeline_definition = <<-EOT
    {"Steps": [{"Name": "Make", "Type": "Model", "Arguments": {"PrimaryContainer": {"Image": "i"}}}]}
  EOT
}
`;
  expect(outcomes(sagemakerModelNetworkIsolation, text)).toEqual(weak);
});

test("what cannot be read is unknown, and what starts no such job has no answer", () => {
  const other = (more: string): string => `
variable "definition" {
  type = string
}
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name = "train"
  role_arn      = "r"
  ${more}
}
`;
  const unknown = ["aws_sagemaker_pipeline.train unknown"];
  for (const more of [
    "pipeline_definition = var.definition",
    'pipeline_definition = file("missing.json")',
    'pipeline_definition = "no JSON"',
    'pipeline_definition_s3_location {\n  bucket = "b"\n  object_key = "k"\n}',
  ])
    expect(outcomes(sagemakerJobKeys, other(more)), more).toEqual(unknown);
  expect(outcomes(sagemakerJobKeys, pipeline("[]"))).toEqual([]);
});

test("definitions that are deep or long end", () => {
  let steps: unknown = [];
  for (let depth = 0; depth < 500; depth++)
    steps = [{ Name: "c", Type: "Condition", Arguments: { IfSteps: steps, ElseSteps: [] } }];
  const text = `
resource "aws_sagemaker_pipeline" "train" {
  pipeline_name       = "train"
  role_arn            = "r"
  pipeline_definition = ${JSON.stringify(JSON.stringify({ Steps: steps }))}
}
`;
  expect(outcomes(sagemakerJobKeys, text)).toEqual([]);
});
