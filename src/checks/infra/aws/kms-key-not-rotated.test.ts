import { infraCases } from "../../../testing/infra-cases.ts";
import { kmsKeyNotRotated } from "./kms-key-not-rotated.ts";

infraCases(kmsKeyNotRotated, {
  fail: [
    `
resource "aws_kms_key" "k" {
  description = "ml"
}
`,
    `
resource "aws_kms_key" "k" {
  enable_key_rotation = false
}
`,
  ],
  pass: [
    `
resource "aws_kms_key" "k" {
  enable_key_rotation = true
}
`,
  ],
  silent: [
    `
resource "aws_kms_key" "k" {
  customer_master_key_spec = "RSA_4096"
}
`,
  ],
});
