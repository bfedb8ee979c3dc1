resource "aws_kms_key" "ml" {
  description = "Data, models and volumes of machine learning"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Everybody"
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "ml" {
  name          = "alias/${var.name}-ml"
  target_key_id = aws_kms_key.ml.key_id
}
