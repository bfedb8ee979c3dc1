// Which Azure is asked: the public one, that of a government, or what a test or a stack of one's own names.
import { PaviseError } from "../../../core/index.ts";

/** The environment variables that settings are looked up in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where an Azure is reached. */
export interface Surroundings {
  /** Of Azure Resource Manager, without a slash at the end. */
  readonly manager: string;
  /** Of Microsoft Entra, without a slash at the end. */
  readonly authority: string;
  /** What tokens are asked for. */
  readonly audience: string;
}

// https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure
// https://learn.microsoft.com/azure/china/resources-developer-guide
const known: Readonly<Record<string, Surroundings>> = {
  azurecloud: {
    manager: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    audience: "https://management.azure.com",
  },
  azureusgovernment: {
    manager: "https://management.usgovcloudapi.net",
    authority: "https://login.microsoftonline.us",
    audience: "https://management.usgovcloudapi.net",
  },
  azurechinacloud: {
    manager: "https://management.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    audience: "https://management.chinacloudapi.cn",
  },
};

/** True for this machine, to which a token may be sent in the clear. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function base(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === "https:" || isLoopback(url)))
    return url.href.replace(/\/+$/, "");
  throw new PaviseError("usage", `${name}: not an address that is reached by https`, {
    hint: "Give it as https://management.azure.com.",
  });
}

/**
 * Reads `AZURE_CLOUD` (AzureCloud, AzureUSGovernment, AzureChinaCloud), `AZURE_AUTHORITY_HOST` and
 * `AZURE_RESOURCE_MANAGER_URL`. Throws `usage`.
 */
export function surroundingsOf(env: Environment): Surroundings {
  const name = env["AZURE_CLOUD"] || "AzureCloud";
  const usual = known[name.toLowerCase()];
  if (usual === undefined)
    throw new PaviseError("usage", `AZURE_CLOUD: no cloud is called ${name}`, {
      hint: "It is AzureCloud, AzureUSGovernment or AzureChinaCloud.",
    });
  const manager = env["AZURE_RESOURCE_MANAGER_URL"];
  const authority = env["AZURE_AUTHORITY_HOST"];
  return {
    manager: manager ? base("AZURE_RESOURCE_MANAGER_URL", manager) : usual.manager,
    authority: authority ? base("AZURE_AUTHORITY_HOST", authority) : usual.authority,
    audience: usual.audience,
  };
}
