import { mustBe } from "../../../infra/answer.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookRoot = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-root",
    code: "PV-AWS-004",
    title: "Users of a SageMaker notebook are root",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_307", "sagemaker_notebook_instance_root_access_disabled", "SageMaker.3"],
    controls: ["CWE-250", "ATLAS:AML.T0012", "AISF-ML-02"],
    why: "Who runs a notebook can switch off what watches it, and leave behind what starts with it.",
    mend: "Switch root access off.",
    mends: {
      terraform: 'root_access = "Disabled"',
      cloudformation: "RootAccess: Disabled",
      aws: "aws sagemaker stop-notebook-instance --region {region} --notebook-instance-name {name}\naws sagemaker wait notebook-instance-stopped --region {region} --notebook-instance-name {name}\naws sagemaker update-notebook-instance --region {region} --notebook-instance-name {name} --root-access Disabled",
    },
    blind: "Lifecycle scripts, which always run as root.",
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
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  root_access = "Disabled"\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: ({ facts }) => mustBe(facts.rootAccess, "Disabled"),
});
