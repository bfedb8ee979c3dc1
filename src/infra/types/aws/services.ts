import { asPolicy } from "../../aws/policy.ts";
import { defineType, flag, list, number, spec, text, value } from "../../type.ts";

const policy = spec(asPolicy);

export const kmsKey = defineType({
  label: "KMS key",
  names: { terraform: "aws_kms_key", cloudformation: "AWS::KMS::Key" },
  identifiedBy: ["id", "arn"],
  facts: {
    id: text("KeyId"),
    arn: text("Arn"),
    rotation: flag("EnableKeyRotation", { absent: false }),
    spec: text("KeySpec", {
      terraform: "customer_master_key_spec",
      absent: "SYMMETRIC_DEFAULT",
    }),
    usage: text("KeyUsage", { absent: "ENCRYPT_DECRYPT" }),
    policy: policy("KeyPolicy", { terraform: ["policy", "aws_kms_key_policy.key_id > policy"] }),
    /** Live: `AWS` for the keys that services make for themselves, which nobody can change. */
    manager: text("KeyManager", { terraform: false, cloudformation: false, aws: "KeyManager" }),
    /** Where its material is from; KMS turns only its own. */
    origin: text("Origin", { terraform: false, absent: "AWS_KMS" }),
    enabled: flag("Enabled", { terraform: "is_enabled", absent: true }),
    deletionDays: number("PendingWindowInDays", { terraform: "deletion_window_in_days" }),
  },
});

export const repository = defineType({
  label: "ECR repository",
  names: { terraform: "aws_ecr_repository", cloudformation: "AWS::ECR::Repository" },
  identifiedBy: ["name"],
  facts: {
    name: text("RepositoryName", { terraform: "name" }),
    mutability: text("ImageTagMutability", { absent: "MUTABLE" }),
    scanOnPush: flag("ImageScanningConfiguration.ScanOnPush", { absent: false }),
    encryption: text("EncryptionConfiguration.EncryptionType", { absent: "AES256" }),
    policy: policy("RepositoryPolicyText", {
      terraform: "aws_ecr_repository_policy.repository > policy",
    }),
  },
});

/** Who may use a repository, as Terraform writes it apart. */
export const repositoryPolicy = defineType({
  label: "policy of an ECR repository",
  names: { terraform: "aws_ecr_repository_policy", aws: [] },
  facts: { policy: policy("RepositoryPolicyText", { terraform: "policy" }) },
});

export const trail = defineType({
  label: "CloudTrail trail",
  names: { terraform: "aws_cloudtrail", cloudformation: "AWS::CloudTrail::Trail" },
  identifiedBy: ["name"],
  facts: {
    name: text("TrailName", { terraform: "name" }),
    isLogging: flag("IsLogging", { terraform: "enable_logging", absent: true }),
    multiRegion: flag("IsMultiRegionTrail", { absent: false }),
    validation: flag("EnableLogFileValidation", {
      terraform: "enable_log_file_validation",
      absent: false,
    }),
    kmsKey: value("KMSKeyId", { terraform: "kms_key_id" }),
    selectors: list("EventSelectors", { terraform: "event_selector" }),
    advanced: list("AdvancedEventSelectors", { terraform: "advanced_event_selector" }),
    bucket: value("S3BucketName"),
  },
});

export const logGroup = defineType({
  label: "CloudWatch log group",
  names: { terraform: "aws_cloudwatch_log_group", cloudformation: "AWS::Logs::LogGroup" },
  identifiedBy: ["name"],
  facts: {
    name: text("LogGroupName", { terraform: "name" }),
    kmsKey: value("KmsKeyId"),
    retention: number("RetentionInDays"),
  },
});

export const kendraIndex = defineType({
  label: "Kendra index",
  names: { terraform: "aws_kendra_index", cloudformation: "AWS::Kendra::Index" },
  facts: {
    name: text("Name"),
    kmsKey: value("ServerSideEncryptionConfiguration.KmsKeyId"),
  },
});

export const entityRecognizer = defineType({
  label: "Comprehend entity recognizer",
  names: {
    terraform: "aws_comprehend_entity_recognizer",
    aws: "AWS::Comprehend::EntityRecognizer",
  },
  facts: {
    modelKey: value("ModelKmsKeyId"),
    volumeKey: value("VolumeKmsKeyId"),
  },
});

export const secret = defineType({
  label: "secret",
  names: { terraform: "aws_secretsmanager_secret", cloudformation: "AWS::SecretsManager::Secret" },
  identifiedBy: ["arn", "name"],
  facts: {
    arn: text("Arn", { cloudformation: false, aws: "Arn" }),
    name: text("Name"),
    kmsKey: value("KmsKeyId"),
    /** What changes it, and how often. */
    rotation: value("RotationRules", {
      terraform: [
        "aws_secretsmanager_secret_rotation.secret_id > rotation_rules",
        "aws_secretsmanager_secret_rotation.secret_id > rotation_lambda_arn",
        // As it was said before version 4 of the provider.
        "rotation_lambda_arn",
      ],
      cloudformation: [
        "AWS::SecretsManager::RotationSchedule.SecretId > RotationRules",
        "AWS::SecretsManager::RotationSchedule.SecretId > HostedRotationLambda",
        "AWS::SecretsManager::RotationSchedule.SecretId > RotationLambdaARN",
      ],
      aws: false,
    }),
    rotates: flag("RotationEnabled", {
      terraform: false,
      cloudformation: false,
      aws: "RotationEnabled",
    }),
    /** The service that made it, and changes it. */
    owner: text("OwningService", { terraform: false, cloudformation: false, aws: "OwningService" }),
    policy: policy("ResourcePolicy", {
      terraform: ["policy", "aws_secretsmanager_secret_policy.secret_arn > policy"],
      cloudformation: "AWS::SecretsManager::ResourcePolicy.SecretId > ResourcePolicy",
    }),
  },
});

export const lambdaFunction = defineType({
  label: "Lambda function",
  names: { terraform: "aws_lambda_function", cloudformation: "AWS::Lambda::Function" },
  identifiedBy: ["name"],
  facts: {
    name: text("FunctionName"),
    role: value("Role"),
    subnets: list("VpcConfig.SubnetIds"),
  },
});
