// Projects, folders and the organisation, and what is set on them for everything below.
import type { Call } from "../table.ts";

const manager = "cloudresourcemanager.googleapis.com";
const body = { options: { requestedPolicyVersion: 3 } };

/** What is asked of a project itself. */
export const projectCalls = {
  get: {
    service: manager,
    permission: "resourcemanager.projects.get",
    path: "v3/projects/{project}",
  },
  ancestry: {
    service: manager,
    permission: "resourcemanager.projects.get",
    path: "v1/projects/{project}:getAncestry",
    body: {},
  },
  policy: {
    service: manager,
    permission: "resourcemanager.projects.getIamPolicy",
    path: "v3/projects/{project}:getIamPolicy",
    body,
  },
  orgPolicy: {
    service: "orgpolicy.googleapis.com",
    permission: "orgpolicy.policy.get",
    path: "v2/projects/{project}/policies/{constraint}:getEffectivePolicy",
  },
} as const satisfies Readonly<Record<string, Call>>;

/** What is asked above the project: grants, audit logs and perimeters that hold for it. */
export const aboveCalls = {
  folderPolicy: {
    service: manager,
    permission: "resourcemanager.folders.getIamPolicy",
    path: "v3/{+name}:getIamPolicy",
    body,
  },
  organizationPolicy: {
    service: manager,
    permission: "resourcemanager.organizations.getIamPolicy",
    path: "v3/{+name}:getIamPolicy",
    body,
  },
  accessPolicies: {
    service: "accesscontextmanager.googleapis.com",
    permission: "accesscontextmanager.policies.list",
    path: "v1/accessPolicies",
  },
  perimeters: {
    service: "accesscontextmanager.googleapis.com",
    permission: "accesscontextmanager.servicePerimeters.list",
    path: "v1/{+name}/servicePerimeters",
  },
} as const satisfies Readonly<Record<string, Call>>;

/** How the projects of an organisation are found. */
export const belowCalls = {
  folders: {
    service: manager,
    permission: "resourcemanager.folders.list",
    path: "v3/folders",
  },
  projects: {
    service: manager,
    permission: "resourcemanager.projects.list",
    path: "v3/projects",
  },
} as const satisfies Readonly<Record<string, Call>>;

/** Rules of an organisation that bear on AI and what surrounds it. */
export const constraints: readonly string[] = [
  "iam.automaticIamGrantsForDefaultServiceAccounts",
  "iam.disableServiceAccountKeyCreation",
  "storage.publicAccessPrevention",
  "vertexai.allowedModels",
];
