resource "aws_cloudtrail" "main" {
  name                          = var.name
  s3_bucket_name                = aws_s3_bucket.logs.id
  enable_logging                = false
  include_global_service_events = true
}

resource "aws_cloudwatch_log_group" "bedrock" {
  name = "/aws/bedrock/${var.name}"
}
