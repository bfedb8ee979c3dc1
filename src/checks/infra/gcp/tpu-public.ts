import { mustBe } from "../../../infra/answer.ts";
import { tpu } from "../../../infra/types/gcp/services.ts";
import { defineInfraCheck } from "../define.ts";

/** The API leaves out what is false; Terraform that says nothing leaves it to the server. */
export const tpuPublic = defineInfraCheck({
  meta: {
    id: "tpu-public",
    code: "PV-GCP-135",
    title: "A TPU has a public address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_32"],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "A machine with an address of its own is found by whoever looks, and its ways out pass your network by.",
    mend: "Give it internal addresses, and its subnet Private Google Access.",
    mends: {
      terraform: "network_config {\n  enable_external_ips = false\n}",
      gcloud:
        "gcloud compute tpus tpu-vm create NAME --zone=ZONE --accelerator-type=TYPE --version=VERSION --internal-ips",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_tpu_v2_vm" "it" {\n  name            = "t"\n  runtime_version = "tpu-vm-tf-2.13.0"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_tpu_v2_vm" "it" {\n  name            = "t"\n  runtime_version = "tpu-vm-tf-2.13.0"\n  network_config {\n    enable_external_ips = false\n  }\n}\n',
        },
      ],
    },
  },
  on: tpu,
  judge: ({ facts, resource }) =>
    mustBe(facts.externalIps, false, { absent: resource.dialect === "gcp" }),
});
