resource "aws_cloudtrail" "main" {
  name                       = var.name
  s3_bucket_name             = aws_s3_bucket.logs.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.ml.arn

  event_selector {
    read_write_type           = "All"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.lake.arn}/", "${aws_s3_bucket.models.arn}/"]
    }
  }
}

resource "aws_cloudwatch_log_group" "bedrock" {
  name              = "/aws/bedrock/${var.name}"
  retention_in_days = 365
  kms_key_id        = aws_kms_key.ml.arn
}
