// What roles of Google Cloud allow. https://cloud.google.com/iam/docs/roles-permissions
import type { Test } from "./word.ts";

/** A role that is written beside the grant: what it allows is its own affair, and its name is not Google's. */
const isOwnRole = /(?:^|\.)google_(?:project|organization)_iam_custom_role\./;

function named(test: (role: string) => boolean | undefined): Test {
  return ({ text, start, from }) => {
    if (text !== undefined) return test(text.replace(/^\/+/, ""));
    if (from !== undefined && isOwnRole.test(from.resource)) return false;
    // A role that somebody wrote is none of Google's.
    return start !== undefined && /^(?:projects|organizations)\//.test(start) ? false : undefined;
  };
}

const basic = new Set(["roles/owner", "roles/editor", "roles/viewer"]);

/** Owner, Editor and Viewer, which reach into every service. */
export const isBasicRole: Test = named((role) => basic.has(role));

const ai =
  /^roles\/(?:owner|editor|viewer|aiplatform\.\w+|ml\.\w+|notebooks\.\w+|storage\.\w+|discoveryengine\.\w+|documentai\.\w+|dialogflow\.\w+|visionai\.\w+|tpu\.\w+)$/;

/** A role that reaches models, the data behind them or what they run on; unknown of own roles. */
export const isAiRole: Test = ({ text }) => {
  if (text === undefined) return undefined;
  if (/^(?:projects|organizations)\//.test(text)) return undefined;
  return ai.test(text);
};

/** `roles/iam.serviceAccountUser` and `…TokenCreator`: on a project, to act as each of its accounts. */
export const isActAsRole: Test = named((role) =>
  /^roles\/iam\.serviceAccount(?:User|TokenCreator)$/.test(role),
);

/** Owner, Editor, and whatever calls itself an admin. */
export const isAdminRole: Test = named((role) => /[Aa]dmin|editor|owner/.test(role));

// Roles that hold iam.serviceAccounts.actAs, getAccessToken, signBlob, signJwt, implicitDelegation or
// setIamPolicy, and so let their holder become a service account of the project.
const impersonating = new Set(
  `owner editor iam.securityAdmin iam.serviceAccountAdmin iam.serviceAccountKeyAdmin
  iam.serviceAccountUser iam.serviceAccountTokenCreator iam.serviceAccountOpenIdTokenCreator
  iam.workloadIdentityUser aiplatform.colabServiceAgent aiplatform.customCodeServiceAgent
  aiplatform.extensionServiceAgent aiplatform.serviceAgent apigateway.serviceAgent
  apigee.serviceAgent appengine.serviceAgent appengineflex.serviceAgent assuredoss.admin
  backupdr.computeEngineOperator backupdr.serviceAgent batch.serviceAgent
  bigquerycontinuousquery.serviceAgent bigquerydatatransfer.serviceAgent bigqueryspark.serviceAgent
  cloudbuild.builds.builder cloudbuild.builds.editor cloudbuild.serviceAgent cloudconfig.serviceAgent
  clouddeploy.serviceAgent clouddeploymentmanager.serviceAgent cloudfunctions.serviceAgent
  cloudscheduler.serviceAgent cloudtasks.serviceAgent cloudtpu.serviceAgent composer.serviceAgent
  composer.worker compute.instanceGroupManagerServiceAgent compute.serviceAgent
  configdelivery.serviceAgent connectors.serviceAgent container.serviceAgent dataflow.admin
  dataflow.developer dataflow.serviceAgent datapipelines.serviceAgent dataplex.serviceAgent
  dataprep.serviceAgent dataproc.hubAgent dataproc.serviceAgent deploymentmanager.editor
  eventarc.serviceAgent firebaseapphosting.serviceAgent firebasemods.serviceAgent
  gameservices.serviceAgent genomics.serviceAgent integrations.serviceAgent
  krmapihosting.anthosApiEndpointServiceAgent krmapihosting.serviceAgent lifesciences.serviceAgent
  ml.serviceAgent notebooks.serviceAgent osconfig.serviceAgent pubsub.serviceAgent run.serviceAgent
  run.sourceDeveloper runapps.serviceAgent securesourcemanager.serviceAgent securitycenter.admin
  securitycenter.securityResponseServiceAgent serverless.serviceAgent sourcerepo.serviceAgent
  vpcaccess.serviceAgent workflows.serviceAgent workstations.serviceAgent`
    .split(/\s+/)
    .map((name) => `roles/${name}`),
);

/** A role with which its holder can become a service account. */
export const isImpersonatingRole: Test = named((role) => impersonating.has(role));
