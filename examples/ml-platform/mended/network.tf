resource "aws_vpc" "ml" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

# For what must be reached from outside; nothing of machine learning stands here.
resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.ml.id
  cidr_block = "10.20.0.0/24"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.ml.id
  cidr_block = "10.20.10.0/24"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.ml.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.ml.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.ml.id
}

resource "aws_route_table_association" "private" {
  subnet_id      = aws_subnet.private.id
  route_table_id = aws_route_table.private.id
}

resource "aws_security_group" "ml" {
  name   = "${var.name}-ml"
  vpc_id = aws_vpc.ml.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }
}

# Only our buckets are reached from here, so that nothing is copied to those of others.
data "aws_iam_policy_document" "s3_endpoint" {
  statement {
    actions = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
    resources = [
      aws_s3_bucket.lake.arn,
      "${aws_s3_bucket.lake.arn}/*",
      aws_s3_bucket.models.arn,
      "${aws_s3_bucket.models.arn}/*",
    ]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }

  # Layers of images are kept by ECR in a bucket of its own.
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::prod-${var.region}-starport-layer-bucket/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.ml.id
  service_name    = "com.amazonaws.${var.region}.s3"
  route_table_ids = [aws_route_table.private.id]
  policy          = data.aws_iam_policy_document.s3_endpoint.json
}

locals {
  services = {
    sagemaker-api     = "com.amazonaws.${var.region}.sagemaker.api"
    sagemaker-runtime = "com.amazonaws.${var.region}.sagemaker.runtime"
    ecr-api           = "com.amazonaws.${var.region}.ecr.api"
    ecr-dkr           = "com.amazonaws.${var.region}.ecr.dkr"
    sts               = "com.amazonaws.${var.region}.sts"
    logs              = "com.amazonaws.${var.region}.logs"
    kms               = "com.amazonaws.${var.region}.kms"
    notebook          = "aws.sagemaker.${var.region}.notebook"
    studio            = "aws.sagemaker.${var.region}.studio"
  }
}

# Through these, only people and roles of this account may ask, whatever keys are brought in.
data "aws_iam_policy_document" "own_account" {
  statement {
    actions   = ["*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [local.account]
    }
  }
}

resource "aws_vpc_endpoint" "service" {
  for_each            = local.services
  vpc_id              = aws_vpc.ml.id
  vpc_endpoint_type   = "Interface"
  service_name        = each.value
  subnet_ids          = [aws_subnet.private.id]
  security_group_ids  = [aws_security_group.ml.id]
  private_dns_enabled = true
  policy              = data.aws_iam_policy_document.own_account.json
}
