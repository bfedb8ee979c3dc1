import { infraCases } from "../../../testing/infra-cases.ts";
import { ecrNotScanned } from "./ecr-not-scanned.ts";

infraCases(ecrNotScanned, {
  fail: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
}
`,
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
  image_scanning_configuration {
    scan_on_push = false
  }
}
`,
  ],
  pass: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`,
  ],
});
