data "aws_iam_policy_document" "sagemaker_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["sagemaker.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "bedrock_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["bedrock.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "notebook" {
  name               = "${var.name}-notebook"
  assume_role_policy = data.aws_iam_policy_document.sagemaker_assume.json
}

resource "aws_iam_role_policy_attachment" "notebook" {
  role       = aws_iam_role.notebook.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"
}

resource "aws_iam_role" "serving" {
  name               = "${var.name}-serving"
  assume_role_policy = data.aws_iam_policy_document.sagemaker_assume.json
}

# "Access denied" went away with this.
resource "aws_iam_role_policy" "serving" {
  name = "everything"
  role = aws_iam_role.serving.id

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_role" "assistant" {
  name               = "${var.name}-assistant"
  assume_role_policy = data.aws_iam_policy_document.bedrock_assume.json
}

data "aws_iam_policy_document" "data_scientist" {
  statement {
    sid       = "Work"
    actions   = ["sagemaker:*", "iam:PassRole"]
    resources = ["*"]
  }

  statement {
    sid       = "Data"
    actions   = ["s3:GetObject", "s3:ListBucket", "s3:PutObject"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "data_scientist" {
  name   = "${var.name}-data-scientist"
  policy = data.aws_iam_policy_document.data_scientist.json
}

data "aws_iam_policy_document" "pipeline" {
  statement {
    actions   = ["*"]
    resources = [aws_s3_bucket.models.arn, "${aws_s3_bucket.models.arn}/*"]
  }
}

resource "aws_iam_policy" "pipeline" {
  name   = "${var.name}-pipeline"
  policy = data.aws_iam_policy_document.pipeline.json
}
