import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerFeatureStoreKey } from "./sagemaker-feature-store-key.ts";

infraCases(sagemakerFeatureStoreKey, {
  fail: [
    `
resource "aws_sagemaker_feature_group" "fg" {
  feature_group_name             = "fg"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "t"
  role_arn                       = "arn:aws:iam::123456789012:role/m"
  offline_store_config {
    s3_storage_config {
      s3_uri = "s3://features/"
    }
  }
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_feature_group" "fg" {
  feature_group_name             = "fg"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "t"
  role_arn                       = "arn:aws:iam::123456789012:role/m"
  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://features/"
      kms_key_id = "alias/ml"
    }
  }
}
`,
  ],
  silent: [
    `
resource "aws_sagemaker_feature_group" "fg" {
  feature_group_name             = "fg"
  record_identifier_feature_name = "id"
  event_time_feature_name        = "t"
  role_arn                       = "arn:aws:iam::123456789012:role/m"
  online_store_config {
    enable_online_store = true
  }
}
`,
  ],
});
