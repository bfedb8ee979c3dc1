// A large account of AWS that never was: teams with their buckets, models, jobs, notebooks and roles, of
// which every fifth does nothing right.
import { textOfBody } from "../infra/sources/live/resource.ts";
import { writeSnapshot, type Part } from "../infra/sources/live/snapshot.ts";
import type { JsonObject } from "../infra/sources/live/json.ts";

const account = "123456789012";
const region = "eu-west-1";
const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

interface Thing {
  readonly type: string;
  readonly address: string;
  readonly body: JsonObject;
}

/** Everything of one team, 25 resources. */
function* team(number: number): Generator<Thing> {
  const isWeak = number % 5 === 0;
  const only = (more: JsonObject): JsonObject => (isWeak ? {} : more);
  const name = `team-${number}`;
  const key = arn("kms", `key/${name}`);
  const role = `arn:aws:iam::${account}:role/${name}`;
  const subnet = `subnet-${String(number).padStart(17, "0")}`;
  const vpc = { Subnets: [subnet], SecurityGroupIds: ["sg-0123456789abcdef0"] };
  const bucket = `acme-${name}-models`;
  const statement = isWeak
    ? { Effect: "Allow", Action: "*", Resource: "*" }
    : { Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${bucket}/*` };
  yield {
    type: "AWS::S3::Bucket",
    address: `arn:aws:s3:::${bucket}`,
    body: {
      BucketName: bucket,
      AccessControlPolicy: { Grants: [{ Grantee: { ID: "owner" }, Permission: "FULL_CONTROL" }] },
      ...only({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: key } },
          ],
        },
        VersioningConfiguration: { Status: "Enabled" },
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 30 } } },
      }),
    },
  };
  yield {
    type: "AWS::S3::BucketPolicy",
    address: `arn:aws:s3:::${bucket}?policy`,
    body: {
      Bucket: bucket,
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: isWeak ? "*" : { AWS: role },
            Action: "s3:GetObject",
            Resource: `arn:aws:s3:::${bucket}/*`,
          },
        ],
      },
    },
  };
  yield {
    type: "AWS::KMS::Key",
    address: key,
    body: { KeyId: name, KeyManager: "CUSTOMER", EnableKeyRotation: !isWeak },
  };
  yield {
    type: "AWS::IAM::Role",
    address: role,
    body: {
      RoleName: name,
      Arn: role,
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "sagemaker.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      },
      ManagedPolicyArns: [],
      Policies: [{ PolicyName: "own", PolicyDocument: { Statement: [statement] } }],
    },
  };
  yield {
    type: "AWS::IAM::RolePolicy",
    address: `${role}|policy/own`,
    body: { PolicyName: "own", RoleName: name, PolicyDocument: { Statement: [statement] } },
  };
  yield {
    type: "AWS::EC2::Subnet",
    address: arn("ec2", `subnet/${subnet}`),
    body: { SubnetId: subnet, VpcId: "vpc-0123456789abcdef0" },
  };
  yield {
    type: "AWS::SageMaker::NotebookInstance",
    address: arn("sagemaker", `notebook-instance/${name}`),
    body: {
      NotebookInstanceName: name,
      RoleArn: role,
      SubnetId: subnet,
      DirectInternetAccess: isWeak ? "Enabled" : "Disabled",
      RootAccess: isWeak ? "Enabled" : "Disabled",
      ...only({ KmsKeyId: key }),
    },
  };
  yield {
    type: "AWS::ECR::Repository",
    address: arn("ecr", `repository/${name}`),
    body: {
      RepositoryName: name,
      ImageTagMutability: isWeak ? "MUTABLE" : "IMMUTABLE",
      ImageScanningConfiguration: { ScanOnPush: !isWeak },
    },
  };
  for (let at = 0; at < 3; at++)
    yield {
      type: "AWS::Logs::LogGroup",
      address: arn("logs", `log-group:/aws/sagemaker/${name}-${at}`),
      body: { LogGroupName: `/aws/sagemaker/${name}-${at}`, ...only({ KmsKeyId: key }) },
    };
  for (let at = 0; at < 6; at++)
    yield {
      type: "AWS::SageMaker::Model",
      address: arn("sagemaker", `model/${name}-${at}`),
      body: {
        ModelName: `${name}-${at}`,
        ExecutionRoleArn: role,
        PrimaryContainer: {
          Image: `${account}.dkr.ecr.eu-west-1.amazonaws.com/${name}:latest`,
          ModelDataUrl: `s3://${bucket}/${at}/model.tar.gz`,
          Environment: { SAGEMAKER_PROGRAM: "inference.py", SAGEMAKER_REGION: region },
        },
        EnableNetworkIsolation: !isWeak,
        ...only({ VpcConfig: vpc }),
      },
    };
  for (let at = 0; at < 6; at++)
    yield {
      type: "AWS::SageMaker::TrainingJob",
      address: arn("sagemaker", `training-job/${name}-${at}`),
      body: {
        TrainingJobName: `${name}-${at}`,
        RoleArn: role,
        OutputDataConfig: { S3OutputPath: `s3://${bucket}/out`, ...only({ KmsKeyId: key }) },
        ResourceConfig: {
          InstanceType: "ml.p5.48xlarge",
          InstanceCount: 4,
          ...only({ VolumeKmsKeyId: key }),
        },
        EnableNetworkIsolation: !isWeak,
        EnableInterContainerTrafficEncryption: !isWeak,
        Environment: { EPOCHS: "3" },
        ...only({ VpcConfig: vpc }),
      },
    };
  for (let at = 0; at < 2; at++)
    yield {
      type: "AWS::SageMaker::EndpointConfig",
      address: arn("sagemaker", `endpoint-config/${name}-${at}`),
      body: {
        EndpointConfigName: `${name}-${at}`,
        ProductionVariants: [{ ModelName: `${name}-${at}`, InitialInstanceCount: 2 }],
        ...only({ KmsKeyId: key }),
      },
    };
}

/** Writes a snapshot of an account with so many resources, a multiple of 25. */
export function writeLargeAccount(file: string, count: number): void {
  const head = {
    dialect: "aws",
    accounts: [account],
    regions: [region],
    time: "2026-01-01T00:00:00.000Z",
  } as const;
  const writer = writeSnapshot(file, { head, isContinued: false });
  const part: Part = { name: "everything", type: "everything", account, region };
  writer.plan([part]);
  for (let number = 0; number * 25 < count; number++)
    for (const { type, address, body } of team(number))
      writer.record(part, { type, address, account, region, text: textOfBody(body) });
  writer.done(part);
  writer.end();
  writer.close();
}
