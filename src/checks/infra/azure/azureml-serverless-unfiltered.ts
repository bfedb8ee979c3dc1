import { mustBe, unknown } from "../../../infra/answer.ts";
import { mlServerlessEndpoint } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlServerlessUnfiltered = defineInfraCheck({
  meta: {
    id: "azureml-serverless-unfiltered",
    code: "PV-AZ-042",
    title: "A serverless model has no content filter",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-693", "OWASP-LLM01:2025", "OWASP-LLM05:2025", "ATLAS:AML.T0054"],
    why: "Whatever is asked reaches the model and whatever it says is sent.",
    mend: "Switch content safety on.",
    mends: {
      az: "az resource update --ids {id} --set properties.contentSafety.contentSafetyStatus=Enabled",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      contentSafety = {\n        contentSafetyStatus = "Disabled"\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/serverlessEndpoints@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      contentSafety = {\n        contentSafetyStatus = "Enabled"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlServerlessEndpoint,
  judge: ({ facts, resource }) =>
    facts.contentSafety.kind === "absent"
      ? unknown(resource.at, "whether content safety is on is not told")
      : mustBe(facts.contentSafety, "Enabled"),
});
