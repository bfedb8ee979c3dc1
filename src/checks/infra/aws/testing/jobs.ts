import { wordIn, type JsonObject } from "../../../../infra/sources/live/json.ts";
import type { Moto } from "../../../../infra/sources/aws/testing/moto.ts";

const key = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000001";
const RoleArn = "arn:aws:iam::123456789012:role/jobs";
const vpc = { Subnets: ["subnet-1"], SecurityGroupIds: ["sg-1"] };

/**
 * Starts a job of each kind that Terraform has no resource for, as it is by default or with everything
 * put right. Answers their addresses by the names of their types.
 */
export async function startJobs(
  { make }: Moto,
  isMended: boolean,
): Promise<ReadonlyMap<string, string>> {
  const only = (more: JsonObject): JsonObject => (isMended ? more : {});
  const machines = { InstanceType: "ml.m5.large", InstanceCount: 2 };
  const limits = {
    ...only({
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
      VpcConfig: vpc,
    }),
  };
  const processing = await make("sagemaker", "CreateProcessingJob", {
    ProcessingJobName: "clean",
    RoleArn,
    AppSpecification: { ImageUri: "image" },
    Environment: isMended ? { STAGE: "test" } : { DB_PASSWORD: "b4nk-0f-T0kens!" },
    NetworkConfig: limits,
    ProcessingResources: {
      ClusterConfig: { ...machines, VolumeSizeInGB: 20, ...only({ VolumeKmsKeyId: key }) },
    },
    ProcessingOutputConfig: {
      Outputs: [{ OutputName: "out", S3Output: { S3Uri: "s3://out/", S3UploadMode: "EndOfJob" } }],
      ...only({ KmsKeyId: key }),
    },
  });
  const transform = await make("sagemaker", "CreateTransformJob", {
    TransformJobName: "score",
    ModelName: "scoring",
    Environment: isMended ? { STAGE: "test" } : { DB_PASSWORD: "b4nk-0f-T0kens!" },
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://in/" } },
    },
    TransformOutput: { S3OutputPath: "s3://out/", ...only({ KmsKeyId: key }) },
    TransformResources: { ...machines, ...only({ VolumeKmsKeyId: key }) },
  });
  const tuning = await make("sagemaker", "CreateHyperParameterTuningJob", {
    HyperParameterTuningJobName: "tune",
    HyperParameterTuningJobConfig: {
      Strategy: "Bayesian",
      ResourceLimits: { MaxNumberOfTrainingJobs: 2, MaxParallelTrainingJobs: 1 },
    },
    TrainingJobDefinition: {
      AlgorithmSpecification: { TrainingImage: "image", TrainingInputMode: "File" },
      RoleArn,
      OutputDataConfig: { S3OutputPath: "s3://out/", ...only({ KmsKeyId: key }) },
      ResourceConfig: { ...machines, VolumeSizeInGB: 20, ...only({ VolumeKmsKeyId: key }) },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      ...limits,
    },
  });
  return new Map([
    ["processing job", wordIn(processing["ProcessingJobArn"])],
    ["transform job", wordIn(transform["TransformJobArn"])],
    ["tuning job", wordIn(tuning["HyperParameterTuningJobArn"])],
  ]);
}

/** What such a job is judged for. moto forgets ProcessingResources and Environment of processing jobs. */
export const jobTable: readonly (readonly [check: string, job: string])[] = [
  ["sagemaker-environment-secret", "transform job"],
  ["sagemaker-job-keys", "transform job"],
  ["sagemaker-job-keys", "tuning job"],
  ["sagemaker-job-network-isolation", "processing job"],
  ["sagemaker-job-network-isolation", "tuning job"],
  ["sagemaker-job-traffic-plain", "tuning job"],
  ["sagemaker-job-outside-vpc", "processing job"],
  ["sagemaker-job-outside-vpc", "tuning job"],
];
