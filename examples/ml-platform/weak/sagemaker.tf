locals {
  image = "${aws_ecr_repository.serving.repository_url}:latest"
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "setup" {
  name     = "${var.name}-setup"
  on_start = base64encode("#!/bin/bash\ncurl -s http://tools.acme.example/setup.sh | bash\n")
}

resource "aws_sagemaker_notebook_instance" "research" {
  name                  = "${var.name}-research"
  role_arn              = aws_iam_role.notebook.arn
  instance_type         = "ml.t3.medium"
  subnet_id             = aws_subnet.public.id
  security_groups       = [aws_security_group.ml.id]
  lifecycle_config_name = aws_sagemaker_notebook_instance_lifecycle_configuration.setup.name

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "1"
  }
}

resource "aws_sagemaker_notebook_instance" "scratch" {
  name          = "${var.name}-scratch"
  role_arn      = aws_iam_role.notebook.arn
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_domain" "studio" {
  domain_name = "${var.name}-studio"
  auth_mode   = "IAM"
  vpc_id      = aws_vpc.ml.id
  subnet_ids  = [aws_subnet.private.id]

  default_user_settings {
    execution_role = aws_iam_role.notebook.arn
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
      Principal = "*"
      Action    = ["sagemaker:DescribeModelPackage", "sagemaker:CreateModelPackage"]
      Resource  = "*"
    }]
  })
}

resource "aws_sagemaker_model" "scoring" {
  name               = var.name
  execution_role_arn = aws_iam_role.serving.arn

  primary_container {
    image          = local.image
    model_data_url = "s3://${aws_s3_bucket.models.bucket}/scoring/model.tar.gz"
    environment = {
      LOG_LEVEL   = "info"
      DB_PASSWORD = "b4nk-0f-T0kens!"
    }
  }
}

resource "aws_sagemaker_endpoint_configuration" "scoring" {
  name = var.name

  production_variants {
    variant_name           = "main"
    model_name             = aws_sagemaker_model.scoring.name
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }

  data_capture_config {
    initial_sampling_percentage = 100
    destination_s3_uri          = "s3://${aws_s3_bucket.lake.bucket}/captured"

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
      s3_uri = "s3://${aws_s3_bucket.lake.bucket}/features"
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
    }
  }
}
