# What models learn from.
resource "aws_s3_bucket" "lake" {
  bucket = "acme-${var.name}-lake"
}

# "Only for the week in which the vendor needs the files."
resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Vendor"
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/*"]
    }]
  })
}

# Models, as training leaves them and endpoints load them.
resource "aws_s3_bucket" "models" {
  bucket = "acme-${var.name}-models"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "models" {
  bucket = aws_s3_bucket.models.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "models" {
  bucket                  = aws_s3_bucket.models.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}

# Samples for the documentation, open to all the world and to each of its changes.
resource "aws_s3_bucket" "samples" {
  bucket = "acme-${var.name}-samples"
}

resource "aws_s3_bucket_ownership_controls" "samples" {
  bucket = aws_s3_bucket.samples.id

  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket_acl" "samples" {
  depends_on = [aws_s3_bucket_ownership_controls.samples]
  bucket     = aws_s3_bucket.samples.id
  acl        = "public-read-write"
}

# Where access to the other buckets is logged, and the trail.
resource "aws_s3_bucket" "logs" {
  bucket = "acme-${var.name}-logs"
}
