import { mustBe } from "../../../infra/answer.ts";
import { mlOnlineEndpoint } from "../../../infra/types/azure/machine-learning.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlEndpointPublic = defineInfraCheck({
  meta: {
    id: "azureml-endpoint-public",
    code: "PV-AZ-039",
    title: "An online endpoint can be asked from the whole internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0040"],
    why: "Whoever has a key or a token asks the model from anywhere.",
    mend: "Switch public network access of the endpoint off; it is reached by the private endpoint of its workspace.",
    mends: { az: "az ml online-endpoint update --ids {id} --set public_network_access=disabled" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      authMode = "Key"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      authMode = "Key"\n      publicNetworkAccess = "Disabled"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlOnlineEndpoint,
  judge: (it) =>
    openToWorld(mustBe(it.facts.publicNetwork, false), it, {
      comes: "comes by the public network, with a key or a token",
      ends: "answers from any network",
    }),
});
