import { mustBe } from "../../../infra/answer.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookDirectInternet = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-direct-internet",
    code: "PV-AWS-001",
    title: "A SageMaker notebook reaches the internet around its VPC",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_AWS_122",
      "sagemaker_notebook_instance_without_direct_internet_access_configured",
      "SageMaker.1",
    ],
    controls: ["CWE-668", "CWE-1188", "ATLAS:AML.T0025", "AISF-ML-02"],
    why: "A way out that no firewall, endpoint policy or flow log sees: data and models leave by it, packages and payloads come in.",
    mend: "Switch direct internet access off and give the notebook a subnet whose ways out are yours.",
    mends: {
      terraform:
        'direct_internet_access = "Disabled"\nsubnet_id              = aws_subnet.private.id\nsecurity_groups        = [aws_security_group.notebook.id]',
      cloudformation:
        "DirectInternetAccess: Disabled\nSubnetId: !Ref PrivateSubnet\nSecurityGroupIds: [!Ref NotebookSecurityGroup]",
      aws: "# An instance that exists keeps its network: make another, and move the work there.\naws sagemaker create-notebook-instance --region {region} --notebook-instance-name {name}-private --direct-internet-access Disabled --subnet-id SUBNET --security-group-ids GROUP --role-arn ROLE --instance-type TYPE",
    },
    blind:
      "A subnet that leads to the internet by itself, which `sagemaker-notebook-public-subnet` looks at.",
    references: [
      "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",
    ],
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
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  subnet_id              = "subnet-0a1b2c3d"\n  direct_internet_access = "Disabled"\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: ({ facts }) => mustBe(facts.directInternet, "Disabled"),
});
