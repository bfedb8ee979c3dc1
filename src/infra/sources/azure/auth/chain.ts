import { fixedToken, refreshing, type TokenSource } from "../../live/token.ts";
import type { Environment, Surroundings } from "../surroundings.ts";
import { applicationToken } from "./client.ts";
import { azureCliToken } from "./azure-cli.ts";
import { appServiceToken, hasImds, imdsToken } from "./identity.ts";

/**
 * Where tokens come from, in the order of Azure's own libraries: `AZURE_ACCESS_TOKEN`, an application
 * (secret, certificate, federated token), the identity of what we run in, the Azure CLI.
 * https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains
 */
export function tokensOf(env: Environment, surroundings: Surroundings): TokenSource {
  const given = env["AZURE_ACCESS_TOKEN"];
  if (given) return fixedToken(given);
  const said = applicationToken(env, surroundings) ?? appServiceToken(env, surroundings);
  if (said !== undefined) return refreshing(said);
  return refreshing(async () =>
    (await hasImds(env)) ? imdsToken(env, surroundings) : azureCliToken(env, surroundings),
  );
}
