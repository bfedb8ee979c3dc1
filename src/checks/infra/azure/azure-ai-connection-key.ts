import { fail, must } from "../../../infra/answer.ts";
import { aiConnection } from "../../../infra/types/azure/cognitive.ts";
import { defineInfraCheck } from "../define.ts";

// OAuth2 and service principals keep a secret as well, but of an application that has a name and roles.
const keyed = /^(?:ApiKey|CustomKeys|AccountKey|AccessKey|SAS|PAT|UsernamePassword)$/i;

export const azureAiConnectionKey = defineInfraCheck({
  meta: {
    id: "azure-ai-connection-key",
    code: "PV-AZ-015",
    title: "A connection of an AI project keeps a key",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-522", "CWE-798", "ATLAS:AML.T0055"],
    why: "Everybody in the project can ask with the key, read it where they may list secrets, and use it elsewhere; it names nobody and does not end.",
    mend: "Connect with Microsoft Entra (`AAD`) or a managed identity.",
    mends: { az: "az resource update --ids {id} --set properties.authType=AAD" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/connections@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      category = "AzureOpenAI"\n      authType = "ApiKey"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azapi_resource" "x" {\n  type      = "Microsoft.MachineLearningServices/workspaces/connections@2024-10-01"\n  name      = "x"\n  parent_id = "/subscriptions/s"\n  location  = "westeurope"\n  body = {\n    properties = {\n      category = "AzureOpenAI"\n      authType = "AAD"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: aiConnection,
  judge: ({ facts: { authType, category }, resource }) => {
    if (resource.dialect === "terraform") return fail(resource.at);
    return must(authType, (type) => !keyed.test(type), {
      absent: true,
      ...(category.kind === "known"
        ? { message: `A connection to ${category.value} keeps a key` }
        : {}),
    });
  },
});
