import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerModelOutsideVpc } from "./sagemaker-model-outside-vpc.ts";

infraCases(sagemakerModelOutsideVpc, {
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
  ],
  pass: [
    `
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve:1"
  }
  vpc_config {
    subnets            = ["subnet-1"]
    security_group_ids = ["sg-1"]
  }
}
`,
  ],
});
