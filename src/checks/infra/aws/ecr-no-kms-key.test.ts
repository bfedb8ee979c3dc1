import { infraCases } from "../../../testing/infra-cases.ts";
import { ecrNoKmsKey } from "./ecr-no-kms-key.ts";

infraCases(ecrNoKmsKey, {
  fail: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
}
`,
  ],
  pass: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
  encryption_configuration {
    encryption_type = "KMS"
  }
}
`,
  ],
});
