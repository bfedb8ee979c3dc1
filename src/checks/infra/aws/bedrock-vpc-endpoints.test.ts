import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockVpcEndpoints } from "./bedrock-vpc-endpoints.ts";

infraCases(bedrockVpcEndpoints, {
  fail: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "nb" {
  name = "nb"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "sagemaker.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy_attachment" "nb" {
  role       = aws_iam_role.nb.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name          = "nb"
  role_arn      = aws_iam_role.nb.arn
  instance_type = "ml.t3.medium"
  subnet_id     = aws_subnet.s.id
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "bedrock-runtime" {
  vpc_id              = "vpc-other"
  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "bedrock" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = ["bedrock:InvokeModel", "bedrock:Retrieve"], Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "bedrock-runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  V:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  S:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref V, CidrBlock: 10.0.1.0/24 }
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: lambda.amazonaws.com } }]
      Policies:
        - PolicyName: ask
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: "bedrock:Invoke*", Resource: "*" }]
  F:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt R.Arn
      VpcConfig: { SubnetIds: [!Ref S], SecurityGroupIds: [] }
`,
    },
  ],
  pass: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "bedrock-runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "nb" {
  name = "nb"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "sagemaker.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy_attachment" "nb" {
  role       = aws_iam_role.nb.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonBedrockFullAccess"
}
resource "aws_sagemaker_notebook_instance" "nb" {
  name          = "nb"
  role_arn      = aws_iam_role.nb.arn
  instance_type = "ml.t3.medium"
  subnet_id     = aws_subnet.s.id
}
resource "aws_vpc_endpoint" "bedrock-runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:*", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "bedrock-runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
resource "aws_vpc_endpoint" "bedrock-agent-runtime" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.bedrock-agent-runtime"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
`,
    {
      path: "t.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  V:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  S:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref V, CidrBlock: 10.0.1.0/24 }
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: [{ Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: lambda.amazonaws.com } }]
      Policies:
        - PolicyName: ask
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: "bedrock:Invoke*", Resource: "*" }]
  F:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt R.Arn
      VpcConfig: { SubnetIds: [!Ref S], SecurityGroupIds: [] }
  E0:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref V
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.bedrock-runtime
  E1:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref V
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.bedrock-agent-runtime
`,
    },
  ],
  unknown: [
    `
variable "service" {
  type = string
}
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "bedrock:InvokeModel", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
resource "aws_vpc_endpoint" "e" {
  vpc_id       = aws_vpc.v.id
  service_name = var.service
}
`,
  ],
  silent: [
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
`,
    `
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "s" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_iam_role" "f" {
  name = "f"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
resource "aws_iam_role_policy" "f" {
  role = aws_iam_role.f.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}
resource "aws_lambda_function" "f" {
  function_name = "answers"
  role          = aws_iam_role.f.arn
  vpc_config {
    subnet_ids         = [aws_subnet.s.id]
    security_group_ids = []
  }
}
`,
  ],
});
