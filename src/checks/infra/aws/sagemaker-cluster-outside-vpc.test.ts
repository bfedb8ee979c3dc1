import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerClusterOutsideVpc } from "./sagemaker-cluster-outside-vpc.ts";

infraCases(sagemakerClusterOutsideVpc, {
  fail: [
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pod:
    Type: AWS::SageMaker::Cluster
    Properties:
      ClusterName: pod
      InstanceGroups: []
`,
    },
  ],
  pass: [
    {
      path: "template.yaml",
      text: `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pod:
    Type: AWS::SageMaker::Cluster
    Properties:
      ClusterName: pod
      InstanceGroups: []
      VpcConfig:
        SecurityGroupIds: [sg-1]
        Subnets: [subnet-1]
`,
    },
  ],
});
