locals {
  buckets = {
    lake    = aws_s3_bucket.lake.id
    models  = aws_s3_bucket.models.id
    samples = aws_s3_bucket.samples.id
    logs    = aws_s3_bucket.logs.id
  }
}

# What models learn from.
resource "aws_s3_bucket" "lake" {
  bucket              = "acme-${var.name}-lake"
  object_lock_enabled = true
}

# Models, as training leaves them and endpoints load them.
resource "aws_s3_bucket" "models" {
  bucket              = "acme-${var.name}-models"
  object_lock_enabled = true
}

# Samples for the documentation: read through CloudFront, not from the bucket.
resource "aws_s3_bucket" "samples" {
  bucket              = "acme-${var.name}-samples"
  object_lock_enabled = true
}

# Where access to the other buckets is logged, and the trail.
resource "aws_s3_bucket" "logs" {
  bucket              = "acme-${var.name}-logs"
  object_lock_enabled = true
}

resource "aws_s3_bucket_public_access_block" "all" {
  for_each                = local.buckets
  bucket                  = each.value
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = local.buckets
  bucket   = each.value

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "all" {
  for_each = local.buckets
  bucket   = each.value

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.ml.arn
    }
  }
}

resource "aws_s3_bucket_versioning" "all" {
  for_each = local.buckets
  bucket   = each.value

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_object_lock_configuration" "all" {
  for_each = local.buckets
  bucket   = each.value

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "all" {
  for_each = local.buckets
  bucket   = each.value

  rule {
    id     = "old versions"
    status = "Enabled"

    filter {
      prefix = ""
    }

    noncurrent_version_expiration {
      noncurrent_days = 180
    }
  }
}

resource "aws_s3_bucket_notification" "all" {
  for_each    = local.buckets
  bucket      = each.value
  eventbridge = true
}

# Logs of the bucket of logs would be logged without end.
resource "aws_s3_bucket_logging" "all" {
  for_each      = { for name, bucket in local.buckets : name => bucket if name != "logs" }
  bucket        = each.value
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "s3/${each.key}/"
}

data "aws_iam_policy_document" "lake" {
  # The vendor, by its account, and only what it was sent.
  statement {
    sid       = "Vendor"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.lake.arn}/vendor/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::999988887777:role/labelling"]
    }
  }

  statement {
    sid       = "OnlyByTLS"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = data.aws_iam_policy_document.lake.json
}

data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "AskWhoOwns"
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.logs.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  statement {
    sid       = "Trail"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  statement {
    sid       = "AccessLogs"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["logging.s3.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}
