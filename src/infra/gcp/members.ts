// Who is meant by a member of a policy. https://cloud.google.com/iam/docs/principals-overview
import type { Test, Word } from "./word.ts";

const everyone = new Set(["allusers", "allauthenticatedusers", "principalset://goog/public:all"]);

/** What Terraform resources give as members: a service account, never everyone. */
const ownAccount =
  /(?:^|\.)google_(?:service_account|project_service_identity|storage_project_service_account)\./;

function isAccount({ from }: Word): boolean {
  return from !== undefined && ownAccount.test(`${from.resource}.`);
}

/** Asks of a text that may be known in part: what begins with a kind and a colon is of that kind. */
function byText(
  whole: (text: string) => boolean,
  known: (start: string) => boolean | undefined,
): Test {
  return (word) => {
    if (word.text !== undefined) return whole(word.text);
    if (word.start !== undefined && word.start !== "") {
      const answer = known(word.start);
      if (answer !== undefined) return answer;
    }
    return isAccount(word) ? false : undefined;
  };
}

/** Everybody on the internet, with a Google account or without: `allUsers`, `allAuthenticatedUsers`. */
export const isPublic: Test = byText(
  (text) => everyone.has(text.toLowerCase()),
  (start) => (start.includes(":") && !start.startsWith("principalSet://goog") ? false : undefined),
);

/**
 * More than one can count: everybody of a domain, of a whole workforce or workload pool, or everybody
 * on the internet. Groups are left out: how many are in them is not known here.
 */
export const isBroad: Test = byText(
  (text) =>
    everyone.has(text.toLowerCase()) ||
    text.startsWith("domain:") ||
    /^principalSet:\/\/.*(?:Pools\/[^/]+\/\*|\/type\/.*|cloudresourcemanager\.googleapis\.com\/.*)$/.test(
      text,
    ),
  (start) => {
    if (start.startsWith("domain:")) return true;
    return /^(?:user|group|serviceAccount|principal|deleted|project(?:Owner|Editor|Viewer)):/.test(
      start,
    )
      ? false
      : undefined;
  },
);

const defaultAccount =
  /^serviceAccount:(?:\d+-compute@developer|[^@]+@appspot)\.gserviceaccount\.com$/;
const defaultData = /(?:^|\.)google_(?:compute|app_engine)_default_service_account\./;

/** The accounts that Compute Engine and App Engine bring along, which every machine has unless told otherwise. */
export const isDefaultAccount: Test = (word) => {
  const { text, start, from } = word;
  if (text !== undefined) return defaultAccount.test(text);
  if (from !== undefined && defaultData.test(`${from.resource}.`)) return true;
  if (isAccount(word)) return false;
  return start !== undefined && /^(?!serviceAccount:)\w+:/.test(start) ? false : undefined;
};

/** The address alone, as jobs and machines name it. */
export const isDefaultEmail: Test = (word) =>
  isDefaultAccount({
    ...word,
    ...(word.text === undefined ? {} : { text: `serviceAccount:${word.text}` }),
  });

/** A service account that somebody made, or Google's for a service. */
export const isServiceAccount: Test = (word) => {
  if (word.text !== undefined)
    return /^serviceAccount:.*@.*\.iam\.gserviceaccount\.com$/.test(word.text);
  if (isAccount(word)) return true;
  const { start } = word;
  return start !== undefined && /^(?!serviceAccount:)\w+:/.test(start) ? false : undefined;
};

// The projects of agents from before all of them were called gcp-sa-…
const agentProjects = new Set(
  `cloud-filer cloud-ml.google.com cloud-redis cloud-tpu compute-system container-engine-robot
  containerregistry dataflow-service-producer-prod dataproc-accounts endpoints-portal firebase-rules
  gae-api-prod.google.com gcf-admin-robot gcp-gae-service genomics-api.google.com gs-project-accounts
  serverless-robot-prod service-networking sourcerepo-service-accounts`.split(/\s+/),
);
const agent =
  /^serviceAccount:service-(?:\d+|org-\d+|folder-\d+)@([a-z0-9.-]{1,80})\.iam\.gserviceaccount\.com$/;

/**
 * The identity of a service of Google itself, which cannot work without its role.
 * https://cloud.google.com/iam/docs/service-agents
 */
export function isServiceAgent({ text = "", from }: Word): boolean {
  if (from !== undefined && /google_project_service_identity\./.test(`${from.resource}.`))
    return true;
  if (/^serviceAccount:\d+@cloudservices\.gserviceaccount\.com$/.test(text)) return true;
  const project = agent.exec(text)?.[1];
  return project !== undefined && (project.startsWith("gcp-sa-") || agentProjects.has(project));
}
