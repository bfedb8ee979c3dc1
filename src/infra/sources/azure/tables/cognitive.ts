import { textIn, type JsonObject } from "../../live/json.ts";
import { belowParent, defineTable, diagnosticSettings, inSubscription } from "../table.ts";

const version = "2025-06-01";

/** Accounts that hold models; those of speech, vision and the like have nothing below them. */
function hasModels(account: JsonObject): boolean {
  return /^(?:OpenAI|AIServices)$/i.test(textIn(account["kind"]) ?? "");
}

function isFoundry(account: JsonObject): boolean {
  return /^AIServices$/i.test(textIn(account["kind"]) ?? "");
}

/** Azure OpenAI, AI Foundry and the other services for AI. */
export const cognitiveTables = [
  defineTable({
    ...inSubscription("Microsoft.CognitiveServices/accounts", version),
    joins: [diagnosticSettings],
    children: [
      {
        ...belowParent("Microsoft.CognitiveServices/accounts/deployments", version),
        of: hasModels,
      },
      {
        ...belowParent("Microsoft.CognitiveServices/accounts/raiPolicies", version),
        of: hasModels,
      },
      {
        ...belowParent("Microsoft.CognitiveServices/accounts/connections", version),
        of: isFoundry,
      },
      {
        ...belowParent("Microsoft.CognitiveServices/accounts/projects", version),
        of: isFoundry,
        children: [
          belowParent("Microsoft.CognitiveServices/accounts/projects/connections", version),
        ],
      },
    ],
  }),
];
