import { must, mustBeAbsent } from "../../../infra/answer.ts";
import { mlCompute } from "../../../infra/types/azure/machine-learning.ts";
import { isManaged } from "./workspace-computes.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlComputeSsh = defineInfraCheck({
  meta: {
    id: "azureml-compute-ssh",
    code: "PV-AZ-032",
    title: "The SSH port of an Azure Machine Learning compute is open to the internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-749"],
    why: "Nodes that hold tokens of the workspace and training data can be tried from everywhere.",
    mend: "Close the port; studio, VS Code and jobs do without it.",
    mends: {
      terraform: "ssh_public_access_enabled = false",
      az: "# It can't be changed on a compute that exists: create one anew, with ssh_public_access_enabled: false.\naz ml compute create --resource-group GROUP --workspace-name WORKSPACE --file compute.yaml",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n  ssh_public_access_enabled = true\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_compute_cluster" "c" {\n  name = "c"\n  location = "westeurope"\n  vm_priority = "Dedicated"\n  vm_size = "Standard_DS2_v2"\n  machine_learning_workspace_id = azurerm_machine_learning_workspace.x.id\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 2\n    scale_down_nodes_after_idle_duration = "PT120S"\n  }\n}\n',
        },
      ],
    },
  },
  on: mlCompute,
  judge: (it) => {
    const { publicSsh, sshKey, adminPassword, subnet } = it.facts;
    if (!isManaged(it)) return undefined;
    const severity = adminPassword.kind === "absent" ? undefined : ("high" as const);
    if (it.resource.type === "azurerm_machine_learning_compute_instance")
      // The provider opens the port of an instance that is given a key.
      return mustBeAbsent(sshKey);
    return must(
      publicSsh,
      // What is not specified is open unless the nodes are in a network.
      (state) =>
        /^(?:disabled|false)$/i.test(state) ||
        (/^notspecified$/i.test(state) && subnet.kind !== "absent"),
      { absent: true, severity },
    );
  },
});
