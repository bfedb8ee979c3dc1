terraform {
  required_version = ">= 1.9"
  required_providers {
    aws    = { source = "hashicorp/aws", version = "~> 6.0" }
    google = { source = "hashicorp/google", version = "~> 7.0" }
  }
}

provider "aws" {
  region = var.region
}

provider "google" {
  project = var.google_project
  region  = var.google_region
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "name" {
  type    = string
  default = "scoring"
}

variable "google_project" {
  type    = string
  default = "acme-scoring"
}

variable "google_region" {
  type    = string
  default = "europe-west4"
}

variable "vector_collection_arn" {
  description = "OpenSearch Serverless collection in which the knowledge base keeps its vectors."
  type        = string
  default     = "arn:aws:aoss:eu-west-1:123456789012:collection/handbook"
}

data "aws_caller_identity" "current" {}
