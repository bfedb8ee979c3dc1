import { must } from "../../../infra/answer.ts";
import { mlServerlessEndpoint } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlServerlessKey = defineInfraCheck({
  meta: {
    id: "azureml-serverless-key",
    code: "PV-AZ-041",
    title: "A serverless model takes a key",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1390", "CWE-522", "ATLAS:AML.T0040"],
    why: "A key names nobody and does not end: whoever finds it asks at your expense.",
    mend: "Take tokens of Microsoft Entra (`AAD`).",
    mends: { az: "az resource update --ids {id} --set properties.authMode=AAD" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      authMode = "Key"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      authMode = "AAD"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlServerlessEndpoint,
  judge: ({ facts }) => must(facts.authMode, (mode) => !/^key/i.test(mode)),
});
