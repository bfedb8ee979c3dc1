import { defineType, text, texts, value } from "../../type.ts";

/** `AWS::SageMaker::NotebookInstance`; DescribeNotebookInstance. */
export const notebookInstance = defineType({
  label: "SageMaker notebook instance",
  names: {
    terraform: "aws_sagemaker_notebook_instance",
    cloudformation: "AWS::SageMaker::NotebookInstance",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("NotebookInstanceName", { terraform: "name" }),
    /** `Enabled` where it is not said: notebook instances are internet-enabled by default. */
    directInternet: text("DirectInternetAccess", { absent: "Enabled" }),
    rootAccess: text("RootAccess", { absent: "Enabled" }),
    subnet: value("SubnetId"),
    securityGroups: value("SecurityGroupIds", { terraform: "security_groups" }),
    kmsKey: value("KmsKeyId"),
    role: value("RoleArn"),
    lifecycleConfig: value("LifecycleConfigName"),
    imdsVersion: text(
      "InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion",
      { absent: "1" },
    ),
    platform: text("PlatformIdentifier"),
    repositories: texts("AdditionalCodeRepositories"),
  },
});
