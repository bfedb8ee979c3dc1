import { mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchProxy = defineInfraCheck({
  meta: {
    id: "workbench-proxy",
    code: "PV-GCP-078",
    title: "A Workbench instance is opened from any browser through Google's proxy",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-668"],
    why: "Whoever takes over an account that may use the notebook opens it from anywhere.",
    mend: "Switch proxy access off and open it through IAP or a VPN; or hold the proxy in a service perimeter.",
    mends: { terraform: "disable_proxy_access = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  disable_proxy_access = true\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) => mustBe(facts.noProxy, true),
});
