import { mustBe } from "../../../infra/answer.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { reachesOut } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchPublicIp = defineInfraCheck({
  meta: {
    id: "workbench-public-ip",
    code: "PV-GCP-076",
    title: "A Workbench instance has a public address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_28"],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "A notebook server with an address of its own is found by whoever looks, and its ways out pass your network by.",
    mend: "Give it no public address, and a subnet with Private Google Access and Cloud NAT where it needs one.",
    mends: {
      terraform: "gce_setup {\n  disable_public_ip = true\n}",
      gcloud:
        "# It can't be changed on an instance that exists: make one anew.\ngcloud workbench instances create {name}-private --location=ZONE --disable-public-ip --network=NETWORK --subnet=SUBNET",
    },
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    disable_public_ip = true\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: (it) =>
    reachesOut(mustBe(it.facts.noPublicIp, true), it, {
      leaves: "has an address of its own on the internet",
    }),
});
