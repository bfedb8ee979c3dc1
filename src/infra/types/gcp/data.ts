// Where models and data lie, what they are encrypted with, and who reads them.
import { defineType, flag, list, number, text, value } from "../../type.ts";

/** A bucket. */
export const bucket = defineType({
  label: "Cloud Storage bucket",
  names: { terraform: "google_storage_bucket", gcp: "storage.googleapis.com/Bucket" },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    prevention: text("iamConfiguration.publicAccessPrevention", {
      terraform: "public_access_prevention",
      absent: "inherited",
    }),
    uniform: flag("iamConfiguration.uniformBucketLevelAccess.enabled", {
      terraform: "uniform_bucket_level_access",
      absent: false,
    }),
    versioning: flag("versioning.enabled", { absent: false }),
    logBucket: text("logging.logBucket"),
    key: text("encryption.defaultKmsKeyName"),
    retention: number("retentionPolicy.retentionPeriod"),
    isLocked: flag("retentionPolicy.isLocked", { absent: false }),
    policy: value("iamPolicy", { terraform: false }),
  },
});

/** An access control list of a bucket or its objects, from before uniform access. */
export const bucketAcl = defineType({
  label: "access control list of a bucket",
  names: {
    terraform: [
      "google_storage_bucket_acl",
      "google_storage_default_object_acl",
      "google_storage_bucket_access_control",
      "google_storage_default_object_access_control",
      "google_storage_object_acl",
      "google_storage_object_access_control",
    ],
  },
  facts: {
    entity: text("entity"),
    entities: list("role_entity"),
    predefined: text("predefined_acl"),
  },
});

/** A repository of packages and images. */
export const repository = defineType({
  label: "Artifact Registry repository",
  names: {
    terraform: "google_artifact_registry_repository",
    gcp: "artifactregistry.googleapis.com/Repository",
  },
  facts: {
    name: text("name"),
    format: text("format"),
    mode: text("mode", { absent: "STANDARD_REPOSITORY" }),
    key: text("kmsKeyName"),
    immutable: flag("dockerConfig.immutableTags", { absent: false }),
    scanning: text("vulnerabilityScanningConfig.enablementConfig", { absent: "INHERITED" }),
  },
});

/** A key of Cloud KMS. */
export const cryptoKey = defineType({
  label: "Cloud KMS key",
  names: { terraform: "google_kms_crypto_key", gcp: "cloudkms.googleapis.com/CryptoKey" },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    purpose: text("purpose", { absent: "ENCRYPT_DECRYPT" }),
    rotation: text("rotationPeriod"),
  },
});

/** A key file of a service account, which whoever has it can use. */
export const serviceAccountKey = defineType({
  label: "key of a service account",
  names: { terraform: "google_service_account_key", gcp: "iam.googleapis.com/ServiceAccountKey" },
  facts: {
    name: text("name"),
    kind: text("keyType", { absent: "USER_MANAGED" }),
    isOff: flag("disabled", { absent: false }),
    uploaded: value("publicKeyData", { gcp: false }),
  },
});

/** An API key. */
export const apiKey = defineType({
  label: "API key",
  names: { terraform: "google_apikeys_key", gcp: "apikeys.googleapis.com/Key" },
  facts: {
    name: text("name"),
    restrictions: value("restrictions"),
    targets: list("restrictions.apiTargets"),
    browsers: list("restrictions.browserKeyRestrictions.allowedReferrers"),
    servers: list("restrictions.serverKeyRestrictions.allowedIps"),
    android: value("restrictions.androidKeyRestrictions"),
    ios: value("restrictions.iosKeyRestrictions"),
  },
});

/** Who outside of Google may become a service account. */
export const identityProvider = defineType({
  label: "workload identity pool provider",
  names: { terraform: "google_iam_workload_identity_pool_provider" },
  facts: { condition: text("attribute_condition"), mapping: value("attribute_mapping") },
});

/** A subnet. */
export const subnetwork = defineType({
  label: "subnet",
  names: { terraform: "google_compute_subnetwork", gcp: "compute.googleapis.com/Subnetwork" },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    purpose: text("purpose"),
    privateAccess: flag("privateIpGoogleAccess", {
      terraform: "private_ip_google_access",
      absent: false,
    }),
  },
});
