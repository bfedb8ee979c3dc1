import { mustBeSet } from "../../../infra/answer.ts";
import { featureGroup } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerFeatureStoreKey = defineInfraCheck({
  meta: {
    id: "sagemaker-feature-store-key",
    code: "PV-AWS-021",
    title: "The offline feature store is not encrypted with a key of yours",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311", "ATLAS:AML.T0035", "AISF-INFRA-05"],
    why: "Features are the data of people in the form that models learn best from; the key of AWS opens them to all who can read the bucket.",
    mend: "Name a KMS key for the offline store.",
    mends: {
      terraform:
        "offline_store_config {\n  s3_storage_config {\n    kms_key_id = aws_kms_key.ml.arn\n  }\n}",
      cloudformation: "OfflineStoreConfig:\n  S3StorageConfig:\n    KmsKeyId: !GetAtt MlKey.Arn",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_feature_group" "fg" {\n  feature_group_name             = "fg"\n  record_identifier_feature_name = "id"\n  event_time_feature_name        = "t"\n  role_arn                       = "arn:aws:iam::123456789012:role/m"\n  offline_store_config {\n    s3_storage_config {\n      s3_uri = "s3://features/"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_feature_group" "fg" {\n  feature_group_name             = "fg"\n  record_identifier_feature_name = "id"\n  event_time_feature_name        = "t"\n  role_arn                       = "arn:aws:iam::123456789012:role/m"\n  offline_store_config {\n    s3_storage_config {\n      s3_uri     = "s3://features/"\n      kms_key_id = "alias/ml"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: featureGroup,
  judge: ({ facts }) => (facts.offline.kind === "absent" ? undefined : mustBeSet(facts.offlineKey)),
});
