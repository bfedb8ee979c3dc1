resource "google_kms_key_ring" "ml" {
  name     = "ml"
  location = var.google_region
}

resource "google_kms_crypto_key" "ml" {
  name            = "ml"
  key_ring        = google_kms_key_ring.ml.id
  rotation_period = "7776000s"
}

resource "google_storage_bucket" "training" {
  name                        = "acme-${var.name}-training"
  location                    = var.google_region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  versioning {
    enabled = true
  }

  encryption {
    default_kms_key_name = google_kms_crypto_key.ml.id
  }

  # The bucket of all projects' usage logs, which the security team keeps.
  logging {
    log_bucket = "acme-security-usage-logs"
  }
}

resource "google_service_account" "trainer" {
  account_id = "trainer"
}

resource "google_storage_bucket_iam_member" "training" {
  bucket = google_storage_bucket.training.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.trainer.member
}

resource "google_compute_network" "ml" {
  name                    = "ml"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "ml" {
  name                     = "ml"
  network                  = google_compute_network.ml.id
  region                   = var.google_region
  ip_cidr_range            = "10.30.0.0/24"
  private_ip_google_access = true
}

resource "google_vertex_ai_endpoint" "scoring" {
  name         = "scoring"
  display_name = "scoring"
  location     = var.google_region

  encryption_spec {
    kms_key_name = google_kms_crypto_key.ml.id
  }

  private_service_connect_config {
    enable_private_service_connect = true
    project_allowlist              = [var.google_project]
  }

  predict_request_response_logging_config {
    enabled       = true
    sampling_rate = 1

    bigquery_destination {
      output_uri = "bq://${var.google_project}.requests.scoring"
    }
  }
}

resource "google_workbench_instance" "research" {
  name            = "research"
  location        = "${var.google_region}-a"
  instance_owners = ["ada@acme.example"]

  gce_setup {
    machine_type      = "e2-standard-4"
    disable_public_ip = true

    service_accounts {
      email = google_service_account.trainer.email
    }

    network_interfaces {
      network = google_compute_network.ml.id
      subnet  = google_compute_subnetwork.ml.id
    }

    shielded_instance_config {
      enable_secure_boot          = true
      enable_vtpm                 = true
      enable_integrity_monitoring = true
    }

    boot_disk {
      disk_encryption = "CMEK"
      kms_key         = google_kms_crypto_key.ml.id
    }

    data_disks {
      disk_encryption = "CMEK"
      kms_key         = google_kms_crypto_key.ml.id
    }

    metadata = {
      notebook-disable-root      = "true"
      notebook-disable-downloads = "true"
      idle-timeout-seconds       = "3600"
      serial-port-enable         = "false"
    }
  }
}

resource "google_project_iam_member" "scientists" {
  project = var.google_project
  role    = "roles/aiplatform.user"
  member  = "group:data-science@acme.example"
}

resource "google_project_iam_member" "trainer" {
  project = var.google_project
  role    = "roles/aiplatform.user"
  member  = google_service_account.trainer.member
}

resource "google_project_iam_audit_config" "all" {
  project = var.google_project
  service = "allServices"

  audit_log_config {
    log_type = "ADMIN_READ"
  }

  audit_log_config {
    log_type = "DATA_READ"
  }

  audit_log_config {
    log_type = "DATA_WRITE"
  }
}

resource "google_access_context_manager_service_perimeter" "ml" {
  parent = "accessPolicies/1234567890"
  name   = "accessPolicies/1234567890/servicePerimeters/ml"
  title  = "ml"

  status {
    resources = ["projects/1234567890"]
    restricted_services = [
      "aiplatform.googleapis.com",
      "notebooks.googleapis.com",
      "storage.googleapis.com",
      "bigquery.googleapis.com",
      "artifactregistry.googleapis.com",
    ]
  }
}
