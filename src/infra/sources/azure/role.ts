import type { JsonObject } from "../live/json.ts";
import { actionsOf } from "./table.ts";
import { allTables } from "./tables/all.ts";

/** Lists the subscriptions that can be seen. */
export const subscriptionsCall = {
  path: "/subscriptions",
  version: "2022-12-01",
  action: "Microsoft.Resources/subscriptions/read",
};

/**
 * The custom role that lets everything be read that is read, and nothing else, as
 * `az role definition create --role-definition` takes it; made of the tables from which the calls are made.
 */
export function policyForAzure(subscriptions: readonly string[] = []): JsonObject {
  const scopes = subscriptions.length === 0 ? ["SUBSCRIPTION"] : subscriptions;
  return {
    Name: "Pavise audit",
    IsCustom: true,
    Description: "Reads how AI services and what is around them are set up. No keys, no data.",
    Actions: [...new Set([subscriptionsCall.action, ...actionsOf(allTables)])].sort(),
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: scopes.map((id) => `/subscriptions/${id}`),
  };
}
