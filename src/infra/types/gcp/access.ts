// What has a policy of who may do what with it, and the Terraform resources that write one.
import { accessFacts, grantingNames } from "../../gcp/grants.ts";
import { defineType, text, texts, value } from "../../type.ts";

const manager = "cloudresourcemanager.googleapis.com";

/** `google_project_iam_*`; the project itself where it is live. */
export const projectAccess = defineType({
  label: "grants on a project",
  names: { terraform: grantingNames("google_project"), gcp: `${manager}/Project` },
  facts: { ...accessFacts, ancestors: texts("ancestors", { terraform: false }) },
});

/** `google_folder_iam_*`; the folder itself where it is live. */
export const folderAccess = defineType({
  label: "grants on a folder",
  names: { terraform: grantingNames("google_folder"), gcp: `${manager}/Folder` },
  facts: { ...accessFacts, ancestors: texts("ancestors", { terraform: false }) },
});

/** `google_organization_iam_*`; the organisation itself where it is live. */
export const organizationAccess = defineType({
  label: "grants on an organisation",
  names: { terraform: grantingNames("google_organization"), gcp: `${manager}/Organization` },
  facts: { ...accessFacts, ancestors: texts("ancestors", { terraform: false }) },
});

/** Grants on one resource of Vertex AI. */
export const vertexAccess = defineType({
  label: "grants on a resource of Vertex AI",
  names: {
    terraform: grantingNames(
      "google_vertex_ai_endpoint",
      "google_vertex_ai_featurestore",
      "google_vertex_ai_featurestore_entitytype",
      "google_vertex_ai_feature_group",
      "google_vertex_ai_feature_online_store",
      "google_vertex_ai_feature_online_store_featureview",
      "google_vertex_ai_reasoning_engine",
      "google_colab_runtime_template",
    ),
    gcp: [
      "aiplatform.googleapis.com/Endpoint",
      "aiplatform.googleapis.com/Featurestore",
      "aiplatform.googleapis.com/FeatureOnlineStore",
      "aiplatform.googleapis.com/ReasoningEngine",
      "aiplatform.googleapis.com/NotebookRuntimeTemplate",
    ],
  },
  facts: accessFacts,
});

/** Grants on a notebook server. */
export const notebookAccess = defineType({
  label: "grants on a notebook server",
  names: {
    terraform: grantingNames(
      "google_notebooks_instance",
      "google_notebooks_runtime",
      "google_workbench_instance",
    ),
    gcp: "notebooks.googleapis.com/Instance",
  },
  facts: accessFacts,
});

/** Grants on a bucket. */
export const bucketAccess = defineType({
  label: "grants on a bucket",
  names: {
    terraform: grantingNames("google_storage_bucket"),
    gcp: "storage.googleapis.com/Bucket",
  },
  identifiedBy: ["name"],
  facts: {
    ...accessFacts,
    bucket: value("bucket", { gcp: "name" }),
    prevention: text("iamConfiguration.publicAccessPrevention", { terraform: false }),
  },
});

/** Grants on a repository of packages and images. */
export const repositoryAccess = defineType({
  label: "grants on a repository",
  names: {
    terraform: grantingNames("google_artifact_registry_repository"),
    gcp: "artifactregistry.googleapis.com/Repository",
  },
  facts: accessFacts,
});

/** Grants on keys and key rings. */
export const keyAccess = defineType({
  label: "grants on a key",
  names: {
    terraform: grantingNames("google_kms_crypto_key", "google_kms_key_ring"),
    gcp: ["cloudkms.googleapis.com/CryptoKey", "cloudkms.googleapis.com/KeyRing"],
  },
  facts: accessFacts,
});

/** Who may act as a service account. */
export const serviceAccountAccess = defineType({
  label: "grants on a service account",
  names: {
    terraform: grantingNames("google_service_account"),
    gcp: "iam.googleapis.com/ServiceAccount",
  },
  facts: accessFacts,
});
