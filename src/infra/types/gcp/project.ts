import { list, defineType, text, texts, value } from "../../type.ts";

const manager = "cloudresourcemanager.googleapis.com";

/** A project. */
export const project = defineType({
  label: "Google Cloud project",
  names: { terraform: "google_project", gcp: `${manager}/Project` },
  identifiedBy: ["name", "projectId"],
  facts: {
    /** `projects/123` with its number where it is live. */
    name: text("name", { terraform: false }),
    projectId: text("projectId"),
    ancestors: texts("ancestors", { terraform: false }),
    folder: value("folderId", { gcp: false }),
    organization: value("orgId", { gcp: false }),
    policy: value("iamPolicy", { terraform: false }),
    auditConfigs: list("iamPolicy.auditConfigs", { terraform: false }),
    allowedModels: value("orgPolicies.vertexaiAllowedModels", { terraform: false }),
    noKeys: value("orgPolicies.iamDisableServiceAccountKeyCreation", { terraform: false }),
    noPublicBuckets: value("orgPolicies.storagePublicAccessPrevention", { terraform: false }),
    noDefaultGrants: value("orgPolicies.iamAutomaticIamGrantsForDefaultServiceAccounts", {
      terraform: false,
    }),
  },
});

/** Which accesses to data are written down: in a project, or in all below a folder or an organisation. */
export const auditConfig = defineType({
  label: "configuration of audit logs",
  names: {
    terraform: [
      "google_project_iam_audit_config",
      "google_folder_iam_audit_config",
      "google_organization_iam_audit_config",
    ],
  },
  facts: {
    project: value("project"),
    above: value("above", { terraform: ["folder", "org_id"] }),
    service: text("service"),
    logs: list("audit_log_config"),
  },
});

/** A service whose API is not enabled in a project. */
export const disabledService = defineType({
  label: "service that is not enabled",
  names: { gcp: "serviceusage.googleapis.com/Service" },
  facts: { name: text("name"), state: text("state") },
});

/** A perimeter of VPC Service Controls: `status` is enforced, `spec` is only tried. */
export const perimeter = defineType({
  label: "service perimeter",
  names: {
    terraform: "google_access_context_manager_service_perimeter",
    gcp: "accesscontextmanager.googleapis.com/ServicePerimeter",
  },
  identifiedBy: ["name"],
  facts: {
    name: text("name"),
    title: text("title"),
    kind: text("perimeterType", { absent: "PERIMETER_TYPE_REGULAR" }),
    status: value("status"),
    spec: value("spec"),
    resources: list("status.resources"),
    restricted: list("status.restrictedServices"),
    tried: list("spec.restrictedServices"),
  },
});

/** The rules of a perimeter: in it, or one alone as Terraform has them apart as well. */
export const perimeterRules = defineType({
  label: "rules of a service perimeter",
  names: {
    terraform: [
      "google_access_context_manager_service_perimeter",
      "google_access_context_manager_service_perimeter_ingress_policy",
      "google_access_context_manager_service_perimeter_egress_policy",
    ],
    gcp: "accesscontextmanager.googleapis.com/ServicePerimeter",
  },
  facts: {
    ingress: list("status.ingressPolicies"),
    egress: list("status.egressPolicies"),
    ingressFrom: value("ingress_from", { gcp: false }),
    ingressTo: value("ingress_to", { gcp: false }),
    egressFrom: value("egress_from", { gcp: false }),
    egressTo: value("egress_to", { gcp: false }),
  },
});

/** A log sink. */
export const logSink = defineType({
  label: "log sink",
  names: {
    terraform: [
      "google_logging_project_sink",
      "google_logging_folder_sink",
      "google_logging_organization_sink",
    ],
    gcp: "logging.googleapis.com/LogSink",
  },
  facts: { name: text("name"), destination: value("destination") },
});
