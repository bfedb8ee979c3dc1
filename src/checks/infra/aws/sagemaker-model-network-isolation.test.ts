import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerModelNetworkIsolation } from "./sagemaker-model-network-isolation.ts";

infraCases(sagemakerModelNetworkIsolation, {
  fail: [
    `
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
  }
}
`,
    `
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
  }
  enable_network_isolation = false
}
`,
  ],
  pass: [
    `
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
  }
  enable_network_isolation = true
}
`,
  ],
  unknown: [
    `
variable "v" {
  type = string
}
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
  }
  enable_network_isolation = var.v
}
`,
  ],
});
