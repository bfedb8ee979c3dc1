import { textIn, type JsonObject } from "../../live/json.ts";
import { belowParent, defineTable, diagnosticSettings, inSubscription } from "../table.ts";

const version = "2025-06-01";

/** Projects run nothing of their own network; hubs have no endpoints. */
function ownsNetwork(workspace: JsonObject): boolean {
  return !/^Project$/i.test(textIn(workspace["kind"]) ?? "");
}

function hasEndpoints(workspace: JsonObject): boolean {
  return !/^(?:Hub|FeatureStore)$/i.test(textIn(workspace["kind"]) ?? "");
}

/** Workspaces of Azure Machine Learning, hubs and projects among them, and registries. */
export const machineLearningTables = [
  defineTable({
    ...inSubscription("Microsoft.MachineLearningServices/workspaces", version),
    joins: [diagnosticSettings],
    children: [
      belowParent("Microsoft.MachineLearningServices/workspaces/computes", version),
      {
        ...belowParent("Microsoft.MachineLearningServices/workspaces/onlineEndpoints", version),
        of: hasEndpoints,
        children: [
          belowParent(
            "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
            version,
          ),
        ],
      },
      {
        ...belowParent("Microsoft.MachineLearningServices/workspaces/batchEndpoints", version),
        of: hasEndpoints,
      },
      {
        ...belowParent("Microsoft.MachineLearningServices/workspaces/serverlessEndpoints", version),
        of: hasEndpoints,
      },
      belowParent("Microsoft.MachineLearningServices/workspaces/datastores", version),
      belowParent("Microsoft.MachineLearningServices/workspaces/connections", version),
      {
        ...belowParent("Microsoft.MachineLearningServices/workspaces/outboundRules", version),
        of: ownsNetwork,
      },
    ],
  }),
  defineTable(inSubscription("Microsoft.MachineLearningServices/registries", version)),
];
