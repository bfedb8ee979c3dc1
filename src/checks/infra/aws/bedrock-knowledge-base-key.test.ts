import { infraCases } from "../../../testing/infra-cases.ts";
import { bedrockKnowledgeBaseKey } from "./bedrock-knowledge-base-key.ts";

infraCases(bedrockKnowledgeBaseKey, {
  fail: [
    `
resource "aws_bedrockagent_data_source" "d" {
  name              = "d"
  knowledge_base_id = "KB"
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::docs"
    }
  }
}
`,
  ],
  pass: [
    `
resource "aws_bedrockagent_data_source" "d" {
  name              = "d"
  knowledge_base_id = "KB"
  data_source_configuration {
    type = "S3"
    s3_configuration {
      bucket_arn = "arn:aws:s3:::docs"
    }
  }
  server_side_encryption_configuration {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}
`,
  ],
});
