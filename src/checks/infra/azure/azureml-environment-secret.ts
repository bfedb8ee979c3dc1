import { all, pass } from "../../../infra/answer.ts";
import { mlOnlineDeployment } from "../../../infra/types/azure/machine-learning.ts";
import { judgeEnvironment } from "../environment-secrets.ts";
import { linkOf } from "./workspace-storage.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlEnvironmentSecret = defineInfraCheck({
  meta: {
    id: "azureml-environment-secret",
    code: "PV-AZ-044",
    title: "The environment of an online deployment holds a secret",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-526", "CWE-798", "ATLAS:AML.T0055", "OWASP-LLM02:2025"],
    why: "Everybody who may read the deployment reads it, and it stays in the records of what was deployed.",
    mend: "Read it from a key vault or a connection by the identity of the endpoint, and change this one: it has been read.",
    mends: { az: "az keyvault secret set --vault-name VAULT --name token --file token.txt" },
    blind: "Secrets whose form nobody knows and whose names do not say what they are.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      environmentVariables = {\n        DB_PASSWORD = "Harvest-Moon-77-riverbank"\n      }\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      environmentVariables = {\n        WORKERS = "2"\n      }\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: mlOnlineDeployment,
  judge: ({ facts: { environment } }) => {
    const link = linkOf(environment);
    return link === undefined ? pass : all(...judgeEnvironment(link));
  },
});
