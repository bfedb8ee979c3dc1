import { infraCases } from "../../../testing/infra-cases.ts";
import { s3ModelBucketUnlocked } from "./s3-model-bucket-unlocked.ts";

infraCases(s3ModelBucketUnlocked, {
  fail: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://acme-lake/model.tar.gz"
  }
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://\${aws_s3_bucket.lake.id}/model.tar.gz"
  }
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  object_lock_enabled = true
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://\${aws_s3_bucket.lake.id}/model.tar.gz"
  }
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_object_lock_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://\${aws_s3_bucket.lake.id}/model.tar.gz"
  }
}
`,
  ],
  pass: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
  object_lock_enabled = true
}
resource "aws_s3_bucket_object_lock_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 30
    }
  }
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://\${aws_s3_bucket.lake.id}/model.tar.gz"
  }
}
`,
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
resource "aws_s3_bucket_object_lock_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 30
    }
  }
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
    model_data_url = "s3://acme-lake/model.tar.gz"
  }
}
`,
  ],
  silent: [
    `
resource "aws_s3_bucket" "lake" {
  bucket = "acme-lake"
}
`,
  ],
});
