resource "aws_bedrock_guardrail" "assistant" {
  name                      = "${var.name}-assistant"
  blocked_input_messaging   = "I cannot answer that."
  blocked_outputs_messaging = "I cannot answer that."
  kms_key_arn               = aws_kms_key.ml.arn

  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }

  sensitive_information_policy_config {
    pii_entities_config {
      type   = "CREDIT_DEBIT_CARD_NUMBER"
      action = "BLOCK"
    }
  }

  contextual_grounding_policy_config {
    filters_config {
      type      = "GROUNDING"
      threshold = 0.8
    }
  }
}

# What is tested is what runs: the draft may change, a version does not.
resource "aws_bedrock_guardrail_version" "assistant" {
  guardrail_arn = aws_bedrock_guardrail.assistant.guardrail_arn
}

resource "aws_bedrockagent_agent" "assistant" {
  agent_name                  = "${var.name}-assistant"
  agent_resource_role_arn     = aws_iam_role.assistant.arn
  foundation_model            = "anthropic.claude-sonnet-4-20250514-v1:0"
  instruction                 = "You help clerks of the bank with questions about the handbook of credit."
  customer_encryption_key_arn = aws_kms_key.ml.arn

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.assistant.guardrail_id
    guardrail_version    = aws_bedrock_guardrail_version.assistant.version
  }
}

resource "aws_bedrockagent_agent" "reports" {
  agent_name                  = "${var.name}-reports"
  agent_resource_role_arn     = aws_iam_role.reports.arn
  foundation_model            = "anthropic.claude-sonnet-4-20250514-v1:0"
  instruction                 = "You write the weekly report from the numbers that you are given, and nothing else."
  customer_encryption_key_arn = aws_kms_key.ml.arn

  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.assistant.guardrail_id
    guardrail_version    = aws_bedrock_guardrail_version.assistant.version
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

  server_side_encryption_configuration {
    kms_key_arn = aws_kms_key.ml.arn
  }

  data_source_configuration {
    type = "S3"

    s3_configuration {
      bucket_arn         = aws_s3_bucket.lake.arn
      inclusion_prefixes = ["handbook/"]
    }
  }
}

resource "aws_bedrock_model_invocation_logging_configuration" "main" {
  logging_config {
    text_data_delivery_enabled  = true
    image_data_delivery_enabled = true

    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.bedrock.name
      role_arn       = aws_iam_role.assistant.arn
    }
  }
}
