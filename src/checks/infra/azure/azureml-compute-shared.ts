import { must } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeShared = defineInfraCheck({
  meta: {
    id: "azureml-compute-shared",
    code: "PV-AZ-037",
    title: "Everybody in the workspace can open the notebooks of a compute instance",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-732", "CWE-863"],
    why: "Jupyter on somebody else's instance is a shell with their identity, tokens and files.",
    mend: "Make the instance personal.",
    mends: {
      az: "# It can't be changed on an instance that exists: create one anew.\naz ml compute create --resource-group GROUP --workspace-name WORKSPACE --file compute.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        applicationSharingPolicy = "Shared"\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        applicationSharingPolicy = "Personal"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) =>
    it.resource.dialect === "azure" && lower(it.facts.computeType) === "computeinstance"
      ? must(it.facts.sharing, (policy) => policy.toLowerCase() === "personal")
      : undefined,
});
