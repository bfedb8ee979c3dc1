resource "google_storage_bucket" "training" {
  name          = "acme-${var.name}-training"
  location      = "EU"
  force_destroy = true
}

resource "google_storage_bucket_iam_member" "training" {
  bucket = google_storage_bucket.training.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_vertex_ai_endpoint" "scoring" {
  name         = "scoring"
  display_name = "scoring"
  location     = var.google_region
}

resource "google_workbench_instance" "research" {
  name     = "research"
  location = "${var.google_region}-a"

  gce_setup {
    machine_type = "e2-standard-4"

    metadata = {
      terraform = "true"
    }
  }
}

resource "google_project_iam_member" "scientists" {
  project = var.google_project
  role    = "roles/aiplatform.admin"
  member  = "domain:acme.example"
}

resource "google_project_iam_member" "trainer" {
  project = var.google_project
  role    = "roles/editor"
  member  = "serviceAccount:1234567890-compute@developer.gserviceaccount.com"
}

resource "google_project_iam_audit_config" "vertex" {
  project = var.google_project
  service = "aiplatform.googleapis.com"

  audit_log_config {
    log_type         = "DATA_READ"
    exempted_members = ["domain:acme.example"]
  }
}

resource "google_access_context_manager_service_perimeter" "ml" {
  parent = "accessPolicies/1234567890"
  name   = "accessPolicies/1234567890/servicePerimeters/ml"
  title  = "ml"

  # Never enforced: written to see what would break, and left there.
  use_explicit_dry_run_spec = true

  spec {
    resources           = ["projects/1234567890"]
    restricted_services = ["aiplatform.googleapis.com"]
  }
}
