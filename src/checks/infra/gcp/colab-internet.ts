import { mustBe, unknown } from "../../../infra/answer.ts";
import { runtimeTemplate } from "../../../infra/types/gcp/notebooks.ts";
import { reachesOut } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

/** The API leaves out what is false; what Terraform leaves out is chosen by the server. */
export const colabInternet = defineInfraCheck({
  meta: {
    id: "colab-internet",
    code: "PV-GCP-090",
    title: "Colab notebooks reach the internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0025"],
    why: "Data and models leave by it and packages come in, past every firewall of yours.",
    mend: "Switch internet access off, and give the template a network whose ways out are yours.",
    mends: {
      terraform:
        "network_spec {\n  enable_internet_access = false\n  network                = google_compute_network.ml.id\n  subnetwork             = google_compute_subnetwork.ml.id\n}",
      gcloud:
        "gcloud colab runtime-templates create --region={region} --display-name=NAME --no-enable-internet-access --network=NETWORK --subnetwork=SUBNET",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  network_spec {\n    enable_internet_access = true\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_colab_runtime_template" "it" {\n  name         = "t"\n  display_name = "t"\n  location     = "us-central1"\n  network_spec {\n    enable_internet_access = false\n  }\n}\n',
        },
      ],
    },
  },
  on: runtimeTemplate,
  judge: (it) => {
    const { facts, resource } = it;
    return facts.internet.kind === "absent" && resource.dialect === "terraform"
      ? unknown(resource.at, "network_spec.enable_internet_access is not written")
      : reachesOut(mustBe(facts.internet, false, { absent: true }), it, {
          leaves: "gives notebooks a way to the internet",
        });
  },
});
