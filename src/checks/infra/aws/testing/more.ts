// What the example's platform does not have and moto does, weak and mended.

const bucket = `resource "aws_s3_bucket" "exports" {
  bucket = "acme-exports"
}
resource "aws_s3_bucket" "exports_copy" {
  bucket = "acme-exports-copy"
}
`;

const trainingJob = (more: { resources?: string; output?: string; job?: string }): string => `
resource "aws_sagemaker_training_job" "fit" {
  training_job_name = "fit"
  role_arn          = aws_iam_role.notebook.arn
  algorithm_specification {
    training_image      = "image"
    training_input_mode = "File"
  }
  stopping_condition {
    max_runtime_in_seconds = 3600
  }
  resource_config {
    instance_type     = "ml.m5.large"
    instance_count    = 2
    volume_size_in_gb = 20
    ${more.resources ?? ""}
  }
  output_data_config {
    s3_output_path = "s3://acme-scoring-models/fit"
    ${more.output ?? ""}
  }
  ${more.job ?? ""}
}
`;

const customModel = (more: string): string => `
resource "aws_bedrock_custom_model" "tone" {
  custom_model_name     = "tone"
  job_name              = "tone"
  base_model_identifier = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-express-v1"
  role_arn              = aws_iam_role.assistant.arn
  hyperparameters = {
    epochCount = "1"
  }
  training_data_config {
    s3_uri = "s3://acme-scoring-lake/tone.jsonl"
  }
  output_data_config {
    s3_uri = "s3://acme-scoring-models/tone"
  }
  ${more}
}
`;

const recognizer = (more: string): string => `
resource "aws_comprehend_entity_recognizer" "names" {
  name                 = "names"
  language_code        = "en"
  data_access_role_arn = aws_iam_role.notebook.arn
  input_data_config {
    entity_types {
      type = "NAME"
    }
    entity_list {
      s3_uri = "s3://acme-scoring-lake/names.csv"
    }
    documents {
      s3_uri = "s3://acme-scoring-lake/letters"
    }
  }
  ${more}
}
`;

/** The bucket may be blocked a little; another account may write; jobs and models as they are by default. */
export const moreWeak = `${bucket}
resource "aws_s3_bucket_public_access_block" "exports" {
  bucket                  = aws_s3_bucket.exports.id
  block_public_acls       = false
  ignore_public_acls      = false
  block_public_policy     = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_policy" "exports" {
  bucket = aws_s3_bucket.exports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999988887777:root" }
      Action    = "s3:PutObject"
      Resource  = "\${aws_s3_bucket.exports.arn}/*"
    }]
  })
}
${trainingJob({ job: 'environment = {\n    API_KEY = "b4nk-0f-T0kens!xyz"\n  }' })}
${customModel("")}
${recognizer("")}
`;

export const moreMended = `${bucket}
resource "aws_s3_bucket_public_access_block" "exports" {
  bucket                  = aws_s3_bucket.exports.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}
resource "aws_s3_bucket_policy" "exports" {
  bucket = aws_s3_bucket.exports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_role.serving.arn }
      Action    = "s3:PutObject"
      Resource  = "\${aws_s3_bucket.exports.arn}/*"
    }]
  })
}
resource "aws_s3_bucket_versioning" "exports" {
  for_each = toset([aws_s3_bucket.exports.bucket, aws_s3_bucket.exports_copy.bucket])
  bucket   = each.value
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_replication_configuration" "exports" {
  bucket = aws_s3_bucket.exports.id
  role   = aws_iam_role.serving.arn
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.exports_copy.arn
    }
  }
}
resource "aws_s3_bucket_notification" "exports" {
  bucket = aws_s3_bucket.exports.id
  topic {
    id        = "new"
    topic_arn = "arn:aws:sns:eu-west-1:123456789012:exports"
    events    = ["s3:ObjectCreated:*"]
  }
}
${trainingJob({
  resources: "volume_kms_key_id = aws_kms_key.ml.arn",
  output: "kms_key_id = aws_kms_key.ml.arn",
  job: `enable_network_isolation                  = true
  enable_inter_container_traffic_encryption = true
  environment = {
    STAGE = "test"
  }
  vpc_config {
    subnets            = [aws_subnet.private.id]
    security_group_ids = [aws_security_group.ml.id]
  }`,
})}
${customModel(`custom_model_kms_key_id = aws_kms_key.ml.arn
  vpc_config {
    subnet_ids         = [aws_subnet.private.id]
    security_group_ids = [aws_security_group.ml.id]
  }`)}
${recognizer(`model_kms_key_id  = aws_kms_key.ml.arn
  volume_kms_key_id = aws_kms_key.ml.arn`)}
`;
