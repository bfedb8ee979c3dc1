locals {
  image = "${aws_ecr_repository.serving.repository_url}@${var.serving_digest}"
}

variable "serving_digest" {
  description = "Digest of the serving image, as the pipeline that signed it says."
  type        = string
  default     = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "setup" {
  name     = "${var.name}-setup"
  on_start = base64encode("#!/bin/bash\npip install --require-hashes -r /home/ec2-user/SageMaker/requirements.txt\n")
}

resource "aws_sagemaker_notebook_instance" "research" {
  name                   = "${var.name}-research"
  role_arn               = aws_iam_role.notebook.arn
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.private.id
  security_groups        = [aws_security_group.ml.id]
  kms_key_id             = aws_kms_key.ml.arn
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  lifecycle_config_name  = aws_sagemaker_notebook_instance_lifecycle_configuration.setup.name

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}

resource "aws_sagemaker_notebook_instance" "scratch" {
  name                   = "${var.name}-scratch"
  role_arn               = aws_iam_role.notebook.arn
  instance_type          = "ml.t3.medium"
  subnet_id              = aws_subnet.private.id
  security_groups        = [aws_security_group.ml.id]
  kms_key_id             = aws_kms_key.ml.arn
  direct_internet_access = "Disabled"
  root_access            = "Disabled"

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}

resource "aws_sagemaker_domain" "studio" {
  domain_name             = "${var.name}-studio"
  auth_mode               = "SSO"
  vpc_id                  = aws_vpc.ml.id
  subnet_ids              = [aws_subnet.private.id]
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.ml.arn

  default_user_settings {
    execution_role  = aws_iam_role.notebook.arn
    security_groups = [aws_security_group.ml.id]
  }
}

resource "aws_sagemaker_user_profile" "ada" {
  domain_id         = aws_sagemaker_domain.studio.id
  user_profile_name = "ada"

  user_settings {
    execution_role = aws_iam_role.notebook.arn
  }
}

resource "aws_sagemaker_model_package_group" "scoring" {
  model_package_group_name = var.name
}

resource "aws_sagemaker_model_package_group_policy" "scoring" {
  model_package_group_name = aws_sagemaker_model_package_group.scoring.model_package_group_name
  resource_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999988887777:role/deploy" }
      Action    = ["sagemaker:DescribeModelPackage"]
      Resource  = aws_sagemaker_model_package_group.scoring.arn
    }]
  })
}

resource "aws_sagemaker_model" "scoring" {
  name                     = var.name
  execution_role_arn       = aws_iam_role.serving.arn
  enable_network_isolation = true

  primary_container {
    image          = local.image
    model_data_url = "s3://${aws_s3_bucket.models.bucket}/scoring/model.tar.gz"
    environment = {
      LOG_LEVEL = "info"
    }
  }

  vpc_config {
    subnets            = [aws_subnet.private.id]
    security_group_ids = [aws_security_group.ml.id]
  }
}

resource "aws_sagemaker_endpoint_configuration" "scoring" {
  name        = var.name
  kms_key_arn = aws_kms_key.ml.arn

  production_variants {
    variant_name           = "main"
    model_name             = aws_sagemaker_model.scoring.name
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }

  data_capture_config {
    enable_capture              = true
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://${aws_s3_bucket.lake.bucket}/captured"
    kms_key_id                  = aws_kms_key.ml.arn

    capture_options {
      capture_mode = "InputAndOutput"
    }
  }
}

resource "aws_sagemaker_endpoint" "scoring" {
  name                 = var.name
  endpoint_config_name = aws_sagemaker_endpoint_configuration.scoring.name
}

resource "aws_sagemaker_feature_group" "customers" {
  feature_group_name             = "customers"
  record_identifier_feature_name = "customer"
  event_time_feature_name        = "seen"
  role_arn                       = aws_iam_role.notebook.arn

  feature_definition {
    feature_name = "customer"
    feature_type = "String"
  }

  feature_definition {
    feature_name = "seen"
    feature_type = "String"
  }

  offline_store_config {
    s3_storage_config {
      s3_uri     = "s3://${aws_s3_bucket.lake.bucket}/features"
      kms_key_id = aws_kms_key.ml.arn
    }
  }
}

resource "aws_sagemaker_data_quality_job_definition" "drift" {
  name     = "${var.name}-drift"
  role_arn = aws_iam_role.notebook.arn

  data_quality_app_specification {
    image_uri = "156813124566.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-model-monitor-analyzer"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = aws_sagemaker_endpoint.scoring.name
    }
  }

  data_quality_job_output_config {
    kms_key_id = aws_kms_key.ml.arn

    monitoring_outputs {
      s3_output {
        s3_uri = "s3://${aws_s3_bucket.lake.bucket}/drift"
      }
    }
  }

  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = aws_kms_key.ml.arn
    }
  }

  network_config {
    enable_inter_container_traffic_encryption = true
    enable_network_isolation                  = true

    vpc_config {
      subnets            = [aws_subnet.private.id]
      security_group_ids = [aws_security_group.ml.id]
    }
  }
}
