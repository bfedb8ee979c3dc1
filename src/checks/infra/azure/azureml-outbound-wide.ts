import { must, pass } from "../../../infra/answer.ts";
import { mlOutboundRule } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

// Names under which anybody can have an address.
const wide =
  /^(?:\*|\*\.[a-z]+|\*\.(?:blob|file|queue|table|web|dfs)\.core\.windows\.net|\*\.(?:azurewebsites\.net|cloudapp\.azure\.com|amazonaws\.com|github\.io|githubusercontent\.com|pages\.dev|workers\.dev))$/i;

export const azuremlOutboundWide = defineInfraCheck({
  meta: {
    id: "azureml-outbound-wide",
    code: "PV-AZ-024",
    title: "A managed network lets its computes reach almost anything",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-923", "ATLAS:AML.T0025"],
    why: "A rule for every host, or for all of a cloud, is no rule: anybody can have an address there.",
    mend: "Name the hosts that are needed.",
    mends: { terraform: 'destination_fqdn = "pypi.org"' },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {\n  name = "r"\n  workspace_id = azurerm_machine_learning_workspace.x.id\n  destination_fqdn = "*"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace_network_outbound_rule_fqdn" "r" {\n  name = "r"\n  workspace_id = azurerm_machine_learning_workspace.x.id\n  destination_fqdn = "pypi.org"\n}\n',
        },
      ],
    },
  },
  on: mlOutboundRule,
  judge: ({ facts: { ruleType, fqdn, serviceTag }, resource: { dialect, type } }) => {
    const isSaid = dialect === "azure" && ruleType.kind === "known";
    if (dialect === "azure" && !isSaid) return must(ruleType, () => true);
    // Terraform has a type of its own for each kind of rule.
    const kind = isSaid ? ruleType.value.toLowerCase() : (/_rule_(\w+)$/.exec(type)?.[1] ?? "");
    if (kind === "fqdn") return must(fqdn, (name) => !wide.test(name));
    if (kind.replace("_", "") !== "servicetag") return pass;
    return must(serviceTag, (tag) => !/^(?:Internet|AzureCloud)\b/i.test(tag));
  },
});
