import { mustBe } from "../../../infra/answer.ts";
import { notebookInstance } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerNotebookImdsV1 = defineInfraCheck({
  meta: {
    id: "sagemaker-notebook-imds-v1",
    code: "PV-AWS-006",
    title: "A SageMaker notebook hands its credentials to any request (IMDSv1)",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_371"],
    controls: ["CWE-918", "CWE-1188", "ATLAS:AML.T0012", "AISF-ML-02"],
    why: "A forged request from the notebook, such as one that a model or a page makes, gets the credentials of its role.",
    mend: "Demand version 2 of the instance metadata service.",
    mends: {
      terraform:
        'instance_metadata_service_configuration {\n  minimum_instance_metadata_service_version = "2"\n}',
      cloudformation:
        'InstanceMetadataServiceConfiguration:\n  MinimumInstanceMetadataServiceVersion: "2"',
      aws: "aws sagemaker update-notebook-instance --region {region} --notebook-instance-name {name} --instance-metadata-service-configuration MinimumInstanceMetadataServiceVersion=2",
    },
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
          code: 'resource "aws_sagemaker_notebook_instance" "lab" {\n  name          = "lab"\n  role_arn      = "arn:aws:iam::123456789012:role/lab"\n  instance_type = "ml.t3.medium"\n  instance_metadata_service_configuration {\n    minimum_instance_metadata_service_version = "2"\n  }\n}\n',
        },
      ],
    },
  },
  on: notebookInstance,
  judge: ({ facts }) => mustBe(facts.imdsVersion, "2"),
});
