import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerHubBypassed } from "./sagemaker-hub-bypassed.ts";

infraCases(sagemakerHubBypassed, {
  fail: [
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "*" }]
  })
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = []
  })
}
resource "aws_iam_role_policy_attachment" "studio" {
  role       = aws_iam_role.studio.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sagemaker:Describe*", Resource = "arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/*" }]
  })
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "*" }, { Effect = "Deny", Action = "sagemaker:*", Resource = ["arn:aws:sagemaker:*:aws:hub/SageMakerPublicHub", "arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/*/*"] }]
  })
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Action = "sagemaker:*", Resource = ["arn:aws:sagemaker:*:aws:hub/SageMakerPublicHub", "arn:aws:sagemaker:*:aws:hub-content/SageMakerPublicHub/*/*"] }]
  })
}
resource "aws_iam_role_policy_attachment" "studio" {
  role       = aws_iam_role.studio.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "arn:aws:sagemaker:eu-west-1:123456789012:*" }]
  })
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}
`,
  ],
  unknown: [
    `
variable "policy" {
  type = string
}
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = []
  })
}
resource "aws_iam_role_policy_attachment" "studio" {
  role       = aws_iam_role.studio.name
  policy_arn = var.policy
}
`,
  ],
  silent: [
    `
resource "aws_iam_role" "studio" {
  name = "studio"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}
resource "aws_iam_role_policy" "studio" {
  role = aws_iam_role.studio.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sagemaker:*", Resource = "*" }]
  })
}
`,
    `
resource "aws_sagemaker_hub" "models" {
  hub_name        = "models"
  hub_description = "Reviewed models"
}
`,
  ],
});
