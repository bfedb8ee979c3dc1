import { mustBeSet } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeIdle = defineInfraCheck({
  meta: {
    id: "azureml-compute-idle",
    code: "PV-AZ-034",
    title: "A compute instance never stops by itself",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["psrule:Azure.ML.ComputeIdleShutdown"],
    controls: ["CWE-404", "CWE-770"],
    why: "A machine that nobody uses stays open, unpatched and paid for; a hijacked one computes for whoever took it.",
    mend: "Have it shut down when it is idle.",
    mends: {
      az: "az ml compute update --resource-group GROUP --workspace-name WORKSPACE --name {name} --idle-time-before-shutdown-minutes 30",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        vmSize = "x"\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/computes@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      computeType = "ComputeInstance"\n      properties = {\n        idleTimeBeforeShutdown = "PT30M"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) =>
    it.resource.dialect === "azure" && lower(it.facts.computeType) === "computeinstance"
      ? mustBeSet(it.facts.idleShutdown)
      : undefined,
});
