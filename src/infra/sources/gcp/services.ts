// Where the services of Google Cloud answer. Each can be put elsewhere: a private endpoint, another
// universe, a server in a test.
import { PaviseError } from "../../../core/index.ts";

interface Service {
  /** Where it answers; `{location}` is put in where it has a host for each. */
  readonly base: string;
  /**
   * True where nothing of its kind exists while its API is off. Service accounts, buckets, log sinks
   * and policies are there either way; only we could not read them.
   */
  readonly isEmptyWhenOff: boolean;
}

/** The services that are read, by the name under which a project has them enabled. */
export const services = {
  "accesscontextmanager.googleapis.com": at("https://accesscontextmanager.googleapis.com"),
  "aiplatform.googleapis.com": off("https://{location}-aiplatform.googleapis.com"),
  "apikeys.googleapis.com": at("https://apikeys.googleapis.com"),
  "artifactregistry.googleapis.com": off("https://artifactregistry.googleapis.com"),
  "cloudkms.googleapis.com": off("https://cloudkms.googleapis.com"),
  "cloudresourcemanager.googleapis.com": at("https://cloudresourcemanager.googleapis.com"),
  "compute.googleapis.com": off("https://compute.googleapis.com"),
  "dialogflow.googleapis.com": off("https://{location}-dialogflow.googleapis.com"),
  "documentai.googleapis.com": off("https://{location}-documentai.googleapis.com"),
  "iam.googleapis.com": at("https://iam.googleapis.com"),
  "logging.googleapis.com": at("https://logging.googleapis.com"),
  "notebooks.googleapis.com": off("https://notebooks.googleapis.com"),
  "orgpolicy.googleapis.com": at("https://orgpolicy.googleapis.com"),
  "storage.googleapis.com": at("https://storage.googleapis.com"),
  "tpu.googleapis.com": off("https://tpu.googleapis.com"),
} satisfies Readonly<Record<string, Service>>;
export type ServiceName = keyof typeof services;

function at(base: string): Service {
  return { base, isEmptyWhenOff: false };
}
function off(base: string): Service {
  return { base, isEmptyWhenOff: true };
}

/** True for a name of the table. */
export function isService(name: string): name is ServiceName {
  return Object.hasOwn(services, name);
}

/** Other addresses for services, `{location}` included where it is wanted. */
export type Endpoints = Readonly<Partial<Record<ServiceName, string>>>;

const spoken: Readonly<Record<string, ServiceName>> = {
  kms: "cloudkms.googleapis.com",
  resource_manager: "cloudresourcemanager.googleapis.com",
  org_policy: "orgpolicy.googleapis.com",
};

/**
 * The addresses that the environment names, in gcloud's way: `CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE`.
 * Throws `usage` where one is no address, or would tell the token to whoever listens.
 */
export function endpointsFrom(env: Readonly<Record<string, string | undefined>>): Endpoints {
  const found: Partial<Record<ServiceName, string>> = {};
  for (const [key, value] of Object.entries(env)) {
    const name = /^CLOUDSDK_API_ENDPOINT_OVERRIDES_(\w+)$/.exec(key)?.[1]?.toLowerCase();
    if (name === undefined || value === undefined || value === "") continue;
    const service = spoken[name] ?? `${name}.googleapis.com`;
    if (!isService(service)) continue;
    if (!isSafe(value))
      throw new PaviseError("usage", `${key}: not the address of a server reached by https`);
    found[service] = value;
  }
  return found;
}

function isSafe(base: string): boolean {
  const text = base.replaceAll("{location}", "x");
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || hostname === "localhost" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Where a service answers for a location. */
export function baseOf(
  service: ServiceName,
  { location = "global", endpoints = {} }: { location?: string; endpoints?: Endpoints } = {},
): string {
  const base = (endpoints[service] ?? services[service].base).replace(/\/+$/, "");
  // Global is no prefix of a host: it is the host itself.
  const hosted = location === "global" ? base.replace("{location}-", "") : base;
  return hosted.replaceAll("{location}", location);
}
