import { asPolicy } from "../../aws/policy.ts";
import { defineType, flag, list, number, spec, text, value } from "../../type.ts";

const policy = spec(asPolicy);
const block = "PublicAccessBlockConfiguration";
const blocks = "aws_s3_bucket_public_access_block.bucket";

/** A bucket with what configures it; Terraform and CloudFormation write that apart. */
export const bucket = defineType({
  label: "S3 bucket",
  names: { terraform: "aws_s3_bucket", cloudformation: "AWS::S3::Bucket" },
  identifiedBy: ["name"],
  facts: {
    name: text("BucketName", { terraform: "bucket" }),
    acl: text("AccessControl", {
      terraform: ["acl", "aws_s3_bucket_acl.bucket > acl"],
      aws: false,
    }),
    /** Live: who is granted what, as GetBucketAcl tells it. */
    grants: list("Grants", {
      terraform: ["grant", "aws_s3_bucket_acl.bucket > access_control_policy.grant"],
      cloudformation: false,
      aws: "AccessControlPolicy.Grants",
    }),
    ownership: text("OwnershipControls.Rules.ObjectOwnership", {
      terraform: "aws_s3_bucket_ownership_controls.bucket > rule.object_ownership",
    }),
    blockPublicAcls: flag(`${block}.BlockPublicAcls`, {
      terraform: `${blocks} > block_public_acls`,
    }),
    ignorePublicAcls: flag(`${block}.IgnorePublicAcls`, {
      terraform: `${blocks} > ignore_public_acls`,
    }),
    blockPublicPolicy: flag(`${block}.BlockPublicPolicy`, {
      terraform: `${blocks} > block_public_policy`,
    }),
    restrictPublicBuckets: flag(`${block}.RestrictPublicBuckets`, {
      terraform: `${blocks} > restrict_public_buckets`,
    }),
    algorithm: text(
      "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm",
      {
        terraform: [
          "aws_s3_bucket_server_side_encryption_configuration.bucket > rule.apply_server_side_encryption_by_default.sse_algorithm",
          "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
        ],
      },
    ),
    kmsKey: value(
      "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID",
      {
        terraform: [
          "aws_s3_bucket_server_side_encryption_configuration.bucket > rule.apply_server_side_encryption_by_default.kms_master_key_id",
          "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id",
        ],
      },
    ),
    versioning: flag("VersioningConfiguration.Status", {
      terraform: [
        "aws_s3_bucket_versioning.bucket > versioning_configuration.status",
        "versioning.enabled",
      ],
    }),
    mfaDelete: flag("VersioningConfiguration.MFADelete", {
      terraform: [
        "aws_s3_bucket_versioning.bucket > versioning_configuration.mfa_delete",
        "versioning.mfa_delete",
      ],
      cloudformation: false,
      aws: "VersioningConfiguration.MFADelete",
    }),
    lockEnabled: flag("ObjectLockEnabled", {
      terraform: [
        "aws_s3_bucket_object_lock_configuration.bucket > object_lock_enabled",
        "object_lock_configuration.object_lock_enabled",
        "object_lock_enabled",
      ],
      absent: false,
    }),
    lockMode: text("ObjectLockConfiguration.Rule.DefaultRetention.Mode", {
      terraform: [
        "aws_s3_bucket_object_lock_configuration.bucket > rule.default_retention.mode",
        "object_lock_configuration.rule.default_retention.mode",
      ],
    }),
    lockDays: number("ObjectLockConfiguration.Rule.DefaultRetention.Days", {
      terraform: [
        "aws_s3_bucket_object_lock_configuration.bucket > rule.default_retention.days",
        "object_lock_configuration.rule.default_retention.days",
      ],
    }),
    lockYears: number("ObjectLockConfiguration.Rule.DefaultRetention.Years", {
      terraform: [
        "aws_s3_bucket_object_lock_configuration.bucket > rule.default_retention.years",
        "object_lock_configuration.rule.default_retention.years",
      ],
    }),
    loggingTo: value("LoggingConfiguration.DestinationBucketName", {
      terraform: ["aws_s3_bucket_logging.bucket > target_bucket", "logging.target_bucket"],
    }),
    /** Replication, for the parity of an old check. */
    replication: value("ReplicationConfiguration", {
      terraform: [
        "aws_s3_bucket_replication_configuration.bucket > rule",
        "replication_configuration",
      ],
    }),
    lifecycle: value("LifecycleConfiguration", {
      terraform: ["aws_s3_bucket_lifecycle_configuration.bucket > rule", "lifecycle_rule"],
    }),
    events: value("NotificationConfiguration", {
      terraform: [
        "aws_s3_bucket_notification.bucket > topic",
        "aws_s3_bucket_notification.bucket > queue",
        "aws_s3_bucket_notification.bucket > lambda_function",
        "aws_s3_bucket_notification.bucket > eventbridge",
      ],
    }),
  },
});

/** The policy of a bucket, written apart or, as old Terraform has it, in the bucket. */
export const bucketPolicy = defineType({
  label: "policy of a bucket",
  names: {
    terraform: ["aws_s3_bucket_policy", "aws_s3_bucket"],
    cloudformation: "AWS::S3::BucketPolicy",
  },
  facts: {
    policy: policy("PolicyDocument", { terraform: "policy" }),
    bucket: value("Bucket"),
  },
});

/** The switch for all buckets of an account. */
export const accountBlock = defineType({
  label: "public access block of the account",
  names: {
    terraform: "aws_s3_account_public_access_block",
    aws: "AWS::S3::AccountPublicAccessBlock",
  },
  facts: {
    blockPublicAcls: flag("BlockPublicAcls", { absent: false }),
    ignorePublicAcls: flag("IgnorePublicAcls", { absent: false }),
    blockPublicPolicy: flag("BlockPublicPolicy", { absent: false }),
    restrictPublicBuckets: flag("RestrictPublicBuckets", { absent: false }),
  },
});

/** The block of one bucket, as Terraform writes it apart. */
export const publicAccessBlock = defineType({
  label: "public access block of a bucket",
  names: { terraform: "aws_s3_bucket_public_access_block", aws: [] },
  facts: {
    blockPublicAcls: flag("BlockPublicAcls", { absent: false }),
    ignorePublicAcls: flag("IgnorePublicAcls", { absent: false }),
    blockPublicPolicy: flag("BlockPublicPolicy", { absent: false }),
    restrictPublicBuckets: flag("RestrictPublicBuckets", { absent: false }),
  },
});

/** Who owns what is put into a bucket, as Terraform writes it apart. */
export const ownershipControls = defineType({
  label: "ownership controls of a bucket",
  names: { terraform: "aws_s3_bucket_ownership_controls", aws: [] },
  facts: { ownership: text("Rule.ObjectOwnership") },
});
