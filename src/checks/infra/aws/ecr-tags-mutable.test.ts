import { infraCases } from "../../../testing/infra-cases.ts";
import { ecrTagsMutable } from "./ecr-tags-mutable.ts";

infraCases(ecrTagsMutable, {
  fail: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
}
`,
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
  image_tag_mutability = "MUTABLE"
}
`,
  ],
  pass: [
    `
resource "aws_ecr_repository" "r" {
  name = "serve"
  image_tag_mutability = "IMMUTABLE"
}
`,
  ],
});
