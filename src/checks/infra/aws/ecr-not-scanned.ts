import { mustBe } from "../../../infra/answer.ts";
import { repository } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const ecrNotScanned = defineInfraCheck({
  meta: {
    id: "ecr-not-scanned",
    code: "PV-AWS-074",
    title: "Images are not scanned when they are pushed",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_163", "ecr_repositories_scan_images_on_push_enabled", "ECR.1"],
    controls: ["CWE-1395"],
    why: "Known holes in what models run on are found by others first.",
    mend: "Scan on push, or enhanced for the whole registry.",
    mends: {
      terraform: "image_scanning_configuration {\n  scan_on_push = true\n}",
      cloudformation: "ImageScanningConfiguration:\n  ScanOnPush: true",
      aws: "aws ecr put-image-scanning-configuration --region {region} --repository-name {name} --image-scanning-configuration scanOnPush=true",
    },
    blind: "Scanning that is configured for the registry.",
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_ecr_repository" "r" {\n  name = "serve"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
        },
      ],
    },
  },
  on: repository,
  judge: ({ facts }) => mustBe(facts.scanOnPush, true),
});
