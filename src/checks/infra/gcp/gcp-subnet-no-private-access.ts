import { mustBe } from "../../../infra/answer.ts";
import { subnetwork } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpSubnetNoPrivateAccess = defineInfraCheck({
  meta: {
    id: "gcp-subnet-no-private-access",
    code: "PV-GCP-119",
    title: "Machines of a subnet reach Google only over the internet",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_74"],
    controls: ["CWE-923"],
    why: "Notebooks and jobs then need public addresses to reach Vertex AI and their buckets.",
    mend: "Switch Private Google Access on.",
    mends: {
      terraform: "private_ip_google_access = true",
      gcloud:
        "gcloud compute networks subnets update {name} --region={region} --enable-private-ip-google-access",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_compute_subnetwork" "it" {\n  name          = "ml"\n  network       = "ml"\n  ip_cidr_range = "10.0.0.0/24"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_compute_subnetwork" "it" {\n  name          = "ml"\n  network       = "ml"\n  ip_cidr_range = "10.0.0.0/24"\n  private_ip_google_access = true\n}\n',
        },
      ],
    },
  },
  on: subnetwork,
  judge: ({ facts }) =>
    facts.purpose.kind === "known" && !/^(?:PRIVATE|PRIVATE_RFC_1918|)$/.test(facts.purpose.value)
      ? undefined
      : mustBe(facts.privateAccess, true),
});
