import { describe, expect, test } from "vitest";
import { documentOf } from "../testing/infra-cases.ts";
import { assetsOf } from "./inventory.ts";
import { readInfra } from "./read.ts";
import type { Resource } from "./resource.ts";
import type { JsonObject } from "./sources/live/json.ts";
import { resourceMaker, textOfBody } from "./sources/live/resource.ts";
import { inventoryKindOf, ownerOfPart } from "./types/inventory-kinds.ts";

function inventory(text: string, path = "main.tf"): readonly string[] {
  return assetsOf(readInfra([documentOf({ path, text })]).resources).map(
    ({ kind, name, uses }) =>
      `${kind} ${name}${uses.length === 0 ? "" : ` > ${uses.map((each) => each.address).join(", ")}`}`,
  );
}

describe("assets", () => {
  test("an endpoint uses the model of its configuration, and that the bucket of its files", () => {
    const found = inventory(`
resource "aws_s3_bucket" "lake" { bucket = "acme-lake" }
resource "aws_s3_bucket" "logs" { bucket = "acme-logs" }
resource "aws_iam_role" "serve" { name = "serve" }
resource "aws_sagemaker_model" "fraud" {
  name               = "fraud"
  execution_role_arn = aws_iam_role.serve.arn
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://acme-lake/model.tar.gz"
  }
}
resource "aws_sagemaker_endpoint_configuration" "fraud" {
  name = "fraud"
  production_variants {
    model_name = aws_sagemaker_model.fraud.name
  }
}
resource "aws_sagemaker_endpoint" "fraud" {
  name                 = "fraud-live"
  endpoint_config_name = aws_sagemaker_endpoint_configuration.fraud.name
}
`);
    expect(found.toSorted()).toEqual([
      "bucket acme-lake",
      "endpoint fraud-live > aws_sagemaker_model.fraud",
      "model fraud > aws_iam_role.serve, aws_s3_bucket.lake",
    ]);
  });

  test("a bucket that nothing uses is one where its name says so", () => {
    expect(inventory('resource "aws_s3_bucket" "a" { bucket = "acme-training-data" }')).toEqual([
      "bucket acme-training-data",
    ]);
    expect(inventory('resource "google_storage_bucket" "a" { name = "acme-ml-models" }')).toEqual([
      "bucket acme-ml-models",
    ]);
    expect(inventory('resource "aws_s3_bucket" "a" { bucket = "modelling-agency" }')).toEqual([]);
  });

  test("what is only looked up is none", () => {
    expect(
      inventory('data "aws_sagemaker_prebuilt_ecr_image" "x" { repository_name = "x" }'),
    ).toEqual([]);
  });

  test("a template names by its logical ids and names", () => {
    const found = inventory(
      `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Base:
    Type: AWS::Bedrock::KnowledgeBase
    Properties: {Name: manuals, RoleArn: "arn:aws:iam::123456789012:role/kb"}
  Source:
    Type: AWS::Bedrock::DataSource
    Properties:
      KnowledgeBaseId: !Ref Base
      DataSourceConfiguration: {Type: S3, S3Configuration: {BucketArn: !GetAtt Docs.Arn}}
  Docs:
    Type: AWS::S3::Bucket
  Helper:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: helper
      KnowledgeBases: [{KnowledgeBaseId: !Ref Base}]
`,
      "stack.yaml",
    );
    expect(found.toSorted()).toEqual([
      "agent helper > Base",
      "bucket Docs",
      "knowledge-base manuals > Docs",
    ]);
  });

  test("a workload of Kubernetes is what it runs", () => {
    const found = inventory(
      `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: fraud}
spec: {predictor: {model: {modelFormat: {name: sklearn}, storageUri: "s3://acme-models/fraud"}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: tracking}
spec: {template: {spec: {containers: [{name: m, image: "ghcr.io/mlflow/mlflow:v3.1.0"}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {containers: [{name: m, image: "nginx:1"}]}}}
`,
      "k8s.yaml",
    );
    expect(found.toSorted()).toEqual(["endpoint fraud", "tracking tracking"]);
  });
});

describe("a live account", () => {
  const make = resourceMaker("aws");
  const account = "123456789012";
  const region = "eu-west-1";
  const live = (type: string, address: string, body: JsonObject): Resource =>
    make({ type, address, account, region, text: textOfBody(body) });
  const sagemaker = `arn:aws:sagemaker:${region}:${account}`;

  test("names by ARNs, names and addresses of objects", () => {
    const found = assetsOf([
      live("AWS::S3::Bucket", "arn:aws:s3:::acme-lake", { BucketName: "acme-lake" }),
      live("AWS::IAM::Role", `arn:aws:iam::${account}:role/serve`, { RoleName: "serve" }),
      live("AWS::SageMaker::Model", `${sagemaker}:model/fraud`, {
        ModelName: "fraud",
        ExecutionRoleArn: `arn:aws:iam::${account}:role/serve`,
        PrimaryContainer: { ModelDataUrl: "s3://acme-lake/fraud/model.tar.gz" },
      }),
      live("AWS::SageMaker::EndpointConfig", `${sagemaker}:endpoint-config/fraud`, {
        EndpointConfigName: "fraud",
        ProductionVariants: [{ ModelName: "fraud", VariantName: "fraud" }],
      }),
      live("AWS::SageMaker::Endpoint", `${sagemaker}:endpoint/fraud`, {
        EndpointName: "fraud",
        EndpointConfigName: "fraud",
      }),
    ]);
    const told = found.map(
      ({ kind, name, uses }) => `${kind} ${name} > ${uses.map((each) => each.address).join(" ")}`,
    );
    expect(told).toEqual([
      "bucket acme-lake > ",
      `model fraud > arn:aws:iam::${account}:role/serve arn:aws:s3:::acme-lake`,
      `endpoint fraud > ${sagemaker}:model/fraud`,
    ]);
  });

  test("of many jobs takes no long time", () => {
    const jobs = Array.from({ length: 5_000 }, (_, index) =>
      live("AWS::SageMaker::TrainingJob", `${sagemaker}:training-job/j${index}`, {
        TrainingJobName: `j${index}`,
        OutputDataConfig: { S3OutputPath: "s3://acme-lake/out" },
        Environment: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`K${at}`, "v"])),
      }),
    );
    const before = performance.now();
    expect(assetsOf(jobs)).toHaveLength(5_000);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

test("parts that name each other end", () => {
  const found = inventory(`
resource "aws_sagemaker_endpoint_configuration" "a" { name = aws_sagemaker_endpoint_configuration.b.name }
resource "aws_sagemaker_endpoint_configuration" "b" { name = aws_sagemaker_endpoint_configuration.a.name }
resource "aws_sagemaker_endpoint" "e" { endpoint_config_name = aws_sagemaker_endpoint_configuration.a.name }
`);
  expect(found).toEqual(["endpoint e"]);
});

test("every type is one kind of asset, or a part", () => {
  expect(inventoryKindOf("aws_sagemaker_model")).toBe("model");
  expect(ownerOfPart("AWS::Bedrock::DataSource")).toBe("knowledge-base");
  expect(ownerOfPart("aws_sagemaker_model")).toBeUndefined();
});
