import { mustBe } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { isManaged } from "./workspace-computes.ts";
import { reachesOut } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputePublicIp = defineInfraCheck({
  meta: {
    id: "azureml-compute-public-ip",
    code: "PV-AZ-031",
    title: "An Azure Machine Learning compute has a public address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923"],
    why: "Notebooks and training nodes can be tried from the internet and reach it around every firewall.",
    mend: "Do without public addresses; the managed network or a subnet is enough.",
    mends: {
      terraform: "node_public_ip_enabled = false",
      az: "# It can't be changed on a compute that exists: create one anew, with enable_node_public_ip: false.\naz ml compute create --resource-group GROUP --workspace-name WORKSPACE --file compute.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_instance" "c" {\n  name = "c"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  virtual_machine_size = "STANDARD_DS2_V2"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_instance" "c" {\n  name = "c"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  virtual_machine_size = "STANDARD_DS2_V2"\n  node_public_ip_enabled = false\n  subnet_resource_id = "s"\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) =>
    isManaged(it)
      ? reachesOut(mustBe(it.facts.publicIp, false), it, {
          leaves: "has an address of its own on the internet",
        })
      : undefined,
});
