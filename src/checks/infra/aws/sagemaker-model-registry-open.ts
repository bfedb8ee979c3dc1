import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { openStatements } from "../../../infra/aws/reach.ts";
import { everybody, wayByStatement } from "../../../infra/aws/ways.ts";
import { modelPackageGroup } from "../../../infra/types/aws/sagemaker.ts";
import { thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerModelRegistryOpen = defineInfraCheck({
  meta: {
    id: "sagemaker-model-registry-open",
    code: "PV-AWS-022",
    title: "A model registry lets everybody in",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "OWASP-ML06:2023", "ATLAS:AML.T0010.003", "AISF-ML-04"],
    why: "Who can add a model package decides what runs behind your endpoints; who can read one takes the model.",
    mend: "Name the accounts or roles that share models, or the organisation.",
    mends: {
      aws: "aws sagemaker get-model-package-group-policy --region {region} --model-package-group-name {name}\naws sagemaker delete-model-package-group-policy --region {region} --model-package-group-name {name}",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model_package_group" "g" {\n  model_package_group_name = "g"\n}\nresource "aws_sagemaker_model_package_group_policy" "g" {\n  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name\n  resource_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]\n      Resource  = "*"\n      Principal = "*"\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model_package_group" "g" {\n  model_package_group_name = "g"\n}\nresource "aws_sagemaker_model_package_group_policy" "g" {\n  model_package_group_name = aws_sagemaker_model_package_group.g.model_package_group_name\n  resource_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]\n      Resource  = "*"\n      Principal = { AWS = "arn:aws:iam::210987654321:root" }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: modelPackageGroup,
  judge: (it): Answer => {
    const { facts, resource } = it;
    const { policy } = facts;
    if (policy.kind !== "known") return must(policy, () => true, { absent: true });
    const [open] = openStatements(policy.value);
    const { doubt } = policy.value;
    if (open === undefined) return doubt === undefined ? pass : unknown(policy.at, doubt);
    const to = { ...thingOf(it), at: resource.at, message: "is open to the world" };
    return fail(open.at, { way: wayByStatement(open, { who: everybody, to }) });
  },
});
