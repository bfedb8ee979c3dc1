import { mustBeSet } from "../../../infra/answer.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookOutsideVpc = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-outside-vpc",
    code: "PV-AWS-002",
    title: "A SageMaker notebook is not in a VPC of yours",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_306", "sagemaker_notebook_instance_vpc_settings_configured", "SageMaker.2"],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-02"],
    why: "Nothing of your network says where it may connect to, and nothing records it.",
    mend: "Give the notebook a private subnet and a security group.",
    mends: {
      terraform:
        "subnet_id       = aws_subnet.private.id\nsecurity_groups = [aws_security_group.notebook.id]",
      cloudformation:
        "SubnetId: !Ref PrivateSubnet\nSecurityGroupIds: [!Ref NotebookSecurityGroup]",
      aws: "# An instance that exists keeps its network: make another, and move the work there.\naws sagemaker create-notebook-instance --region {region} --notebook-instance-name {name}-private --direct-internet-access Disabled --subnet-id SUBNET --security-group-ids GROUP --role-arn ROLE --instance-type TYPE",
    },
    blind: "Where the subnet leads to, which `sagemaker-notebook-public-subnet` looks at.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  subnet_id = "subnet-0a1b2c3d"\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: ({ facts }) => mustBeSet(facts.subnet),
});
