import { mustBe } from "../../../infra/answer.ts";
import { runtimeTemplate } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const colabSecureBoot = defineInfraCheck({
  meta: {
    id: "colab-secure-boot",
    code: "PV-GCP-093",
    title: "Colab runtimes start without secure boot",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-1188", "CWE-353"],
    why: "A changed kernel or driver is not noticed.",
    mend: "Switch secure boot on.",
    mends: { terraform: "shielded_vm_config {\n  enable_secure_boot = true\n}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  shielded_vm_config {\n    enable_secure_boot = true\n  }\n}\n',
        },
      ],
    },
  },
  on: runtimeTemplate,
  judge: ({ facts }) => mustBe(facts.secureBoot, true),
});
