import { expect, test } from "vitest";
import { readInfra } from "../../infra/read.ts";
import { documentOf, judgeResources } from "../../testing/infra-cases.ts";
import { checks } from "../registry.generated.ts";

// One platform in four ways of writing it: whoever writes it, the verdicts are the same.

const terraform = `resource "aws_kms_key" "k" {
  enable_key_rotation = false
}
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_public_access_block" "block" {
  bucket                  = aws_s3_bucket.lake.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_versioning" "v" {
  bucket = aws_s3_bucket.lake.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name                   = "nb"
  instance_type          = "ml.t3.medium"
  role_arn               = aws_iam_role.r.arn
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  subnet_id              = "subnet-1"
  security_groups        = ["sg-1"]
  kms_key_id             = aws_kms_key.k.arn
}
resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { Service = "sagemaker.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_sagemaker_domain" "d" {
  domain_name = "d"
  auth_mode   = "IAM"
  vpc_id      = "vpc-1"
  subnet_ids  = ["subnet-1"]
  app_network_access_type = "PublicInternetOnly"
  default_user_settings {
    execution_role = aws_iam_role.r.arn
  }
}
resource "aws_sagemaker_endpoint_configuration" "e" {
  name = "e"
  production_variants {
    variant_name           = "a"
    model_name             = "m"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }
}
resource "aws_ecr_repository" "i" {
  name                 = "i"
  image_tag_mutability = "MUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

const cloudFormation = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  k: {Type: AWS::KMS::Key, Properties: {EnableKeyRotation: false}}
  lake:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-lake
      PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: false, IgnorePublicAcls: true, RestrictPublicBuckets: true}
      VersioningConfiguration: {Status: Enabled}
  nb:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: nb
      InstanceType: ml.t3.medium
      RoleArn: !GetAtt r.Arn
      DirectInternetAccess: Disabled
      RootAccess: Disabled
      SubnetId: subnet-1
      SecurityGroupIds: [sg-1]
      KmsKeyId: !GetAtt k.Arn
  r:
    Type: AWS::IAM::Role
    Properties:
      RoleName: r
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: 'sts:AssumeRole'}]}
  d:
    Type: AWS::SageMaker::Domain
    Properties: {DomainName: d, AuthMode: IAM, VpcId: vpc-1, SubnetIds: [subnet-1], AppNetworkAccessType: PublicInternetOnly, DefaultUserSettings: {ExecutionRole: !GetAtt r.Arn}}
  e:
    Type: AWS::SageMaker::EndpointConfig
    Properties: {EndpointConfigName: e, ProductionVariants: [{VariantName: a, ModelName: m, InitialInstanceCount: 1, InstanceType: ml.m5.large, InitialVariantWeight: 1}]}
  i:
    Type: AWS::ECR::Repository
    Properties: {RepositoryName: i, ImageTagMutability: MUTABLE, ImageScanningConfiguration: {ScanOnPush: true}}
`;

const pulumi = `name: x
runtime: yaml
resources:
  k: {type: 'aws:kms:Key', properties: {enableKeyRotation: false}}
  lake: {type: 'aws:s3:BucketV2', properties: {bucket: acme-lake}}
  block: {type: 'aws:s3:BucketPublicAccessBlock', properties: {bucket: '\${lake.id}', blockPublicAcls: true, blockPublicPolicy: false, ignorePublicAcls: true, restrictPublicBuckets: true}}
  v: {type: 'aws:s3:BucketVersioningV2', properties: {bucket: '\${lake.id}', versioningConfiguration: {status: Enabled}}}
  nb: {type: 'aws:sagemaker:NotebookInstance', properties: {name: nb, instanceType: ml.t3.medium, roleArn: '\${r.arn}', directInternetAccess: Disabled, rootAccess: Disabled, subnetId: subnet-1, securityGroups: [sg-1], kmsKeyId: '\${k.arn}'}}
  r: {type: 'aws:iam:Role', properties: {name: r, assumeRolePolicy: {fn::toJSON: {Statement: [{Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: 'sts:AssumeRole'}]}}}}
  d: {type: 'aws:sagemaker:Domain', properties: {domainName: d, authMode: IAM, vpcId: vpc-1, subnetIds: [subnet-1], appNetworkAccessType: PublicInternetOnly, defaultUserSettings: {executionRole: '\${r.arn}'}}}
  e: {type: 'aws:sagemaker:EndpointConfiguration', properties: {name: e, productionVariants: [{variantName: a, modelName: m, initialInstanceCount: 1, instanceType: ml.m5.large}]}}
  i: {type: 'aws:ecr:Repository', properties: {name: i, imageTagMutability: MUTABLE, imageScanningConfiguration: {scanOnPush: true}}}
`;

/** A bucket without ownership controls is said to be so by CloudFormation alone; others leave it out. */
const apart = new Set(["s3-acls-on"]);

/** What each check says, of however many resources a source needs for it. */
function verdicts(path: string, text: string): Readonly<Record<string, string>> {
  const { resources, problems } = readInfra([documentOf({ path, text })]);
  expect(problems).toEqual([]);
  const found: Record<string, string> = {};
  for (const check of checks) {
    if (check.meta.asset !== "infra" || apart.has(check.meta.id)) continue;
    const kinds = judgeResources(check, resources).answers.map(({ answer }) => answer.kind);
    if (kinds.length > 0) found[check.meta.id] = kinds.toSorted().join(" ");
  }
  return found;
}

const wanted = verdicts("main.tf", terraform);

test("there is something to compare", () => {
  expect(Object.keys(wanted).length).toBeGreaterThan(20);
});

test.each([
  ["CloudFormation", "stack.yaml", cloudFormation],
  ["Pulumi", "Pulumi.yaml", pulumi],
])("%s gets the verdicts of Terraform", (_, path, text) => {
  expect(verdicts(path, text)).toEqual(wanted);
});

test("what is synthesised as JSON gets those of the YAML", () => {
  const resources = {
    k: { Type: "AWS::KMS::Key", Properties: { EnableKeyRotation: false } },
    nb: {
      Type: "AWS::SageMaker::NotebookInstance",
      Metadata: { "aws:cdk:path": "Stack/nb/Resource" },
      Properties: {
        InstanceType: "ml.t3.medium",
        DirectInternetAccess: "Enabled",
        KmsKeyId: { "Fn::GetAtt": ["k", "Arn"] },
        RoleArn: { "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":iam::1:role/r"]] },
      },
    },
  };
  const yaml = `Resources:
  k: {Type: AWS::KMS::Key, Properties: {EnableKeyRotation: false}}
  nb:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      InstanceType: ml.t3.medium
      DirectInternetAccess: Enabled
      KmsKeyId: !GetAtt k.Arn
      RoleArn: !Sub 'arn:\${AWS::Partition}:iam::1:role/r'
`;
  const json = JSON.stringify({ Resources: resources }, undefined, 1);
  expect(verdicts("cdk.out/Stack.template.json", json)).toEqual(verdicts("stack.yaml", yaml));
});
