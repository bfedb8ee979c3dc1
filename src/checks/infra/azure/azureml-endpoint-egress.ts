import { any, mustBe } from "../../../infra/answer.ts";
import { mlOnlineDeployment } from "../../../infra/types/azure/machine-learning.ts";
import { isLive, parentOf } from "./answers.ts";
import { isolationOf } from "./workspace-computes.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlEndpointEgress = defineInfraCheck({
  meta: {
    id: "azureml-endpoint-egress",
    code: "PV-AZ-040",
    title: "What runs behind an online endpoint may reach the whole internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "ATLAS:AML.T0025"],
    why: "A model that runs code, or a scoring script that was changed, sends out what it is asked.",
    mend: "Give the workspace a managed network; deployments made in it go only where that lets them.",
    mends: {
      az: "az ml workspace update --name WORKSPACE --resource-group GROUP --managed-network allow_only_approved_outbound",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      egressPublicNetworkAccess = "Enabled"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      egressPublicNetworkAccess = "Disabled"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlOnlineDeployment,
  judge: ({ facts, resource }, cloud) => {
    const own = mustBe(facts.egress, false);
    if (own.kind !== "fail" || !isLive(resource)) return own;
    return any(isolationOf(parentOf(resource, 2), { cloud, at: resource.at }), own);
  },
});
