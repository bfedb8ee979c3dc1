import { mustBe } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const ecrTagsMutable = defineInfraCheck({
  meta: {
    id: "ecr-tags-mutable",
    code: "PV-AWS-073",
    title: "The tag of an image can be given to another image",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_51", "ecr_repositories_tag_immutability", "ECR.2"],
    controls: ["CWE-353", "ATLAS:AML.T0010.003"],
    why: "Who can push decides what the next training job or endpoint runs under the name that you checked.",
    mend: "Make tags immutable, and name images by digest.",
    mends: {
      terraform: 'image_tag_mutability = "IMMUTABLE"',
      cloudformation: "ImageTagMutability: IMMUTABLE",
      aws: "aws ecr put-image-tag-mutability --region {region} --repository-name {name} --image-tag-mutability IMMUTABLE",
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n  image_tag_mutability = "IMMUTABLE"\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) => mustBe(facts.mutability, ["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"]),
});
