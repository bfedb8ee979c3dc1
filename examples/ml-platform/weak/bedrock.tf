resource "aws_bedrock_guardrail" "assistant" {
  name                      = "${var.name}-assistant"
  blocked_input_messaging   = "I cannot answer that."
  blocked_outputs_messaging = "I cannot answer that."

  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "LOW"
      output_strength = "NONE"
    }
  }
}

resource "aws_bedrockagent_agent" "assistant" {
  agent_name              = "${var.name}-assistant"
  agent_resource_role_arn = aws_iam_role.assistant.arn
  foundation_model        = "anthropic.claude-sonnet-4-20250514-v1:0"
  instruction             = "You help clerks of the bank with questions about the handbook of credit."
}

resource "aws_bedrockagent_agent" "reports" {
  agent_name              = "${var.name}-reports"
  agent_resource_role_arn = aws_iam_role.assistant.arn
  foundation_model        = "anthropic.claude-sonnet-4-20250514-v1:0"
  instruction             = "You write the weekly report from the numbers that you are given, and nothing else."

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.assistant.guardrail_id
    guardrail_version    = "DRAFT"
  }
}

resource "aws_bedrockagent_knowledge_base" "handbook" {
  name     = "${var.name}-handbook"
  role_arn = aws_iam_role.assistant.arn

  knowledge_base_configuration {
    type = "VECTOR"

    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:${var.region}::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }

  storage_configuration {
    type = "OPENSEARCH_SERVERLESS"

    opensearch_serverless_configuration {
      collection_arn    = var.vector_collection_arn
      vector_index_name = "handbook"

      field_mapping {
        vector_field   = "vector"
        text_field     = "text"
        metadata_field = "metadata"
      }
    }
  }
}

resource "aws_bedrockagent_data_source" "handbook" {
  knowledge_base_id = aws_bedrockagent_knowledge_base.handbook.id
  name              = "handbook"

  data_source_configuration {
    type = "S3"

    s3_configuration {
      bucket_arn         = aws_s3_bucket.lake.arn
      inclusion_prefixes = ["handbook/"]
    }
  }
}

# How often, but not what was asked.
resource "aws_bedrock_model_invocation_logging_configuration" "main" {
  logging_config {
    text_data_delivery_enabled  = false
    image_data_delivery_enabled = false

    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.bedrock.name
      role_arn       = aws_iam_role.assistant.arn
    }
  }
}
