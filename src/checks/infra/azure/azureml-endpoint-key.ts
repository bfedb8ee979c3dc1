import { must } from "../../../infra/answer.ts";
import { mlOnlineEndpoint } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlEndpointKey = defineInfraCheck({
  meta: {
    id: "azureml-endpoint-key",
    code: "PV-AZ-038",
    title: "An online endpoint takes a key",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0040"],
    why: "A key names nobody and does not end: whoever finds it asks the model as often as they like, and copies it answer by answer.",
    mend: "Take tokens of Microsoft Entra (`AADToken`).",
    mends: { az: "az ml online-endpoint update --ids {id} --set auth_mode=aad_token" },
    references: [
      "https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint",
    ],
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
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      authMode = "AADToken"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlOnlineEndpoint,
  judge: ({ facts }) => must(facts.authMode, (mode) => mode.toLowerCase() !== "key"),
});
