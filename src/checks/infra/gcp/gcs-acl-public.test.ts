import { infraCases } from "../../../testing/infra-cases.ts";
import { gcsAclPublic } from "./gcs-acl-public.ts";

infraCases(gcsAclPublic, {
  fail: [
    `
resource "google_storage_bucket_access_control" "it" {
  bucket = "acme-models"
  role   = "READER"
  entity = "allUsers"
}
`,
    `
resource "google_storage_bucket_acl" "it" {
  bucket      = "acme-models"
  role_entity = ["OWNER:user-a@example.com", "READER:allAuthenticatedUsers"]
}
`,
    `
resource "google_storage_object_acl" "it" {
  bucket         = "acme-models"
  object         = "model.bin"
  predefined_acl = "publicRead"
}
`,
  ],
  pass: [
    `
resource "google_storage_bucket_access_control" "it" {
  bucket = "acme-models"
  role   = "READER"
  entity = "user-a@example.com"
}
`,
    `
resource "google_storage_bucket_acl" "it" {
  bucket      = "acme-models"
  role_entity = ["OWNER:user-a@example.com"]
}
`,
    `
resource "google_storage_default_object_acl" "it" {
  bucket         = "acme-models"
  predefined_acl = "private"
}
`,
  ],
  unknown: [
    `
variable "who" {
  type = string
}
resource "google_storage_bucket_access_control" "it" {
  bucket = "acme-models"
  role   = "READER"
  entity = var.who
}
`,
    `
variable "who" {
  type = list(string)
}
resource "google_storage_bucket_acl" "it" {
  bucket      = "acme-models"
  role_entity = var.who
}
`,
  ],
});
