import { mustBe } from "../../../infra/answer.ts";
import { notebooksRuntime } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksRuntimePublicIp = defineInfraCheck({
  meta: {
    id: "notebooks-runtime-public-ip",
    code: "PV-GCP-075",
    title: "A managed notebook has a public address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_36"],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "A notebook server with an address of its own is found by whoever looks, and its ways out pass your network by.",
    mend: "Give it internal addresses only.",
    mends: { terraform: "internal_ip_only = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_runtime" "it" {\n  name     = "lab"\n  location = "us-central1"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_runtime" "it" {\n  name     = "lab"\n  location = "us-central1"\n  virtual_machine {\n    virtual_machine_config {\n      internal_ip_only = true\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: notebooksRuntime,
  judge: ({ facts }) => mustBe(facts.internalIpOnly, true),
});
