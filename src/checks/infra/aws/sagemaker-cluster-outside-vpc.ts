import { mustBeSet } from "../../../infra/answer.ts";
import { cluster } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerClusterOutsideVpc = defineInfraCheck({
  meta: {
    id: "sagemaker-cluster-outside-vpc",
    code: "PV-AWS-009",
    title: "A HyperPod cluster is not in a VPC of yours",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "ATLAS:AML.T0025", "AISF-ML-03"],
    why: "Weeks of training on the dearest machines there are, whose connections your network neither limits nor records.",
    mend: "Give the cluster subnets and security groups.",
    mends: {
      cloudformation:
        "VpcConfig:\n  Subnets: [!Ref PrivateSubnet]\n  SecurityGroupIds: [!Ref ClusterSecurityGroup]",
    },
    blind: "Where the subnets lead to.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "template.yaml",
          code: 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Pod:\n    Type: AWS::SageMaker::Cluster\n    Properties:\n      ClusterName: pod\n      InstanceGroups: []\n',
        },
      ],
      clean: [
        {
          path: "template.yaml",
          code: 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Pod:\n    Type: AWS::SageMaker::Cluster\n    Properties:\n      ClusterName: pod\n      InstanceGroups: []\n      VpcConfig:\n        SecurityGroupIds: [sg-1]\n        Subnets: [subnet-1]\n',
        },
      ],
    },
  },
  on: cluster,
  judge: ({ facts }) => mustBeSet(facts.vpcConfig),
});
