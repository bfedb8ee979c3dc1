import { mustBe } from "../../../infra/answer.ts";
import { notebooksInstance } from "../../../infra/types/gcp/notebooks.ts";
import { reachesOut } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const notebooksInstancePublicIp = defineInfraCheck({
  meta: {
    id: "notebooks-instance-public-ip",
    code: "PV-GCP-070",
    title: "A user-managed notebook has a public address",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_89"],
    controls: ["CWE-668", "ATLAS:AML.T0025"],
    why: "A notebook server with an address of its own is found by whoever looks, and its ways out pass your network by.",
    mend: "Give it no public address; better, move it to a Workbench instance.",
    mends: { terraform: "no_public_ip = true" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_notebooks_instance" "it" {\n  name         = "lab"\n  location     = "us-central1-a"\n  machine_type = "e2-medium"\n  no_public_ip = true\n}\n',
        },
      ],
    },
  },
  on: notebooksInstance,
  judge: (it) =>
    reachesOut(mustBe(it.facts.noPublicIp, true), it, {
      leaves: "has an address of its own on the internet",
    }),
});
