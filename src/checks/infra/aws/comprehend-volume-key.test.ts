import { infraCases } from "../../../testing/infra-cases.ts";
import { comprehendVolumeKey } from "./comprehend-volume-key.ts";

infraCases(comprehendVolumeKey, {
  fail: [
    `
resource "aws_comprehend_entity_recognizer" "e" {
  name                 = "e"
  data_access_role_arn = "r"
  language_code        = "en"
}
`,
  ],
  pass: [
    `
resource "aws_comprehend_entity_recognizer" "e" {
  name                 = "e"
  data_access_role_arn = "r"
  language_code        = "en"
  volume_kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
}
`,
  ],
});
