import { mustBe } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeRoot = defineInfraCheck({
  meta: {
    id: "azureml-compute-root",
    code: "PV-AZ-033",
    title: "Users of a compute instance are root on it",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-250"],
    why: "Root reads what others left on the node, switches its agents off and stays on it.",
    mend: "Make the instance without root access.",
    mends: {
      az: "# It can't be changed on an instance that exists: create one anew, with enable_root_access: false.\naz ml compute create --resource-group GROUP --workspace-name WORKSPACE --file compute.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        enableRootAccess = true\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        enableRootAccess = false\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) =>
    it.resource.dialect === "azure" && lower(it.facts.computeType) === "computeinstance"
      ? mustBe(it.facts.rootAccess, false)
      : undefined,
});
