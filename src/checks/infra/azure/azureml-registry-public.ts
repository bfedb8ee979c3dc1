import { mustBe } from "../../../infra/answer.ts";
import { mlRegistry } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlRegistryPublic = defineInfraCheck({
  meta: {
    id: "azureml-registry-public",
    code: "PV-AZ-045",
    title: "A registry of models can be reached from the whole internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923"],
    why: "Models and environments that many workspaces share can be read from anywhere by whoever gets a token.",
    mend: "Switch public network access off and give the registry a private endpoint.",
    mends: { az: "az resource update --ids {id} --set properties.publicNetworkAccess=Disabled" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/registries@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      publicNetworkAccess = "Enabled"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/registries@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      publicNetworkAccess = "Disabled"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlRegistry,
  judge: ({ facts }) => mustBe(facts.publicNetwork, false),
});
