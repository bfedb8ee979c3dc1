// Identities that Azure gives to what runs in it.
import type { Token } from "../../live/token.ts";
import type { Environment, Surroundings } from "../surroundings.ts";
import { askToken } from "./exchange.ts";

const probeMs = 1_500;
const imdsPath = "/metadata/identity/oauth2/token";

function query(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return new URLSearchParams([...given]).toString();
}

/**
 * App Service, Functions and Container Apps say in the environment whom to ask.
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 */
export function appServiceToken(
  env: Environment,
  { audience }: Surroundings,
): (() => Promise<Token>) | undefined {
  const { IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: header, AZURE_CLIENT_ID: client } = env;
  if (!endpoint || !header || !URL.canParse(endpoint)) return undefined;
  const asked = query({ "api-version": "2019-08-01", resource: audience, client_id: client });
  return () => askToken({ url: `${endpoint}?${asked}`, headers: { "x-identity-header": header } });
}

/** The host of the metadata service; only tests and pods name another one. */
function imdsHost(env: Environment): string {
  return (env["AZURE_POD_IDENTITY_AUTHORITY_HOST"] || "http://169.254.169.254").replace(/\/+$/, "");
}

/** True where this machine has a metadata service of Azure. It refuses who does not send the header. */
export async function hasImds(env: Environment): Promise<boolean> {
  try {
    const response = await fetch(`${imdsHost(env)}${imdsPath}`, {
      redirect: "error",
      signal: AbortSignal.timeout(probeMs),
    });
    await response.body?.cancel();
    return response.status === 400;
  } catch {
    return false;
  }
}

/**
 * The identity of a virtual machine.
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token
 */
export function imdsToken(env: Environment, { audience }: Surroundings): Promise<Token> {
  const asked = query({
    "api-version": "2018-02-01",
    resource: audience,
    client_id: env["AZURE_CLIENT_ID"],
  });
  return askToken({ url: `${imdsHost(env)}${imdsPath}?${asked}`, headers: { metadata: "true" } });
}
