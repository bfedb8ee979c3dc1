import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlOutboundWide } from "./azureml-outbound-wide.ts";

infraCases(azuremlOutboundWide, {
  fail: [
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = "*"
}
`,
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_service_tag" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  service_tag = "AzureCloud"
  protocol = "TCP"
  port_ranges = "443"
}
`,
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = "*.com"
}
`,
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = "*.blob.core.windows.net"
}
`,
  ],
  pass: [
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = "pypi.org"
}
`,
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_service_tag" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  service_tag = "AzureMonitor"
}
`,
    `resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = "*.anaconda.org"
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {
  name = "r"
  workspace_id = azurerm_machine_learning_workspace.x.id
  destination_fqdn = var.v
}
`,
  ],
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azuremlOutboundWide, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/outboundRules/r",
        name: "r",
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
        location: "westeurope",
        properties: { type: "FQDN", destination: "*" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/outboundRules/r",
        name: "r",
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
        location: "westeurope",
        properties: {
          type: "ServiceTag",
          destination: { serviceTag: "Internet", protocol: "TCP" },
        },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/outboundRules/r",
        name: "r",
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
        location: "westeurope",
        properties: { type: "FQDN", destination: "pypi.org" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/outboundRules/r",
        name: "r",
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
        location: "westeurope",
        properties: { type: "PrivateEndpoint", destination: { serviceResourceId: "r" } },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws/outboundRules/r",
        name: "r",
        type: "Microsoft.MachineLearningServices/workspaces/outboundRules",
        location: "westeurope",
        properties: {
          type: "FQDN",
          destination: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
