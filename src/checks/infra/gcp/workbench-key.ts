import { all, mustBeSet } from "../../../infra/answer.ts";
import { mustHaveKeys } from "../../../infra/gcp/disks.ts";
import { workbench } from "../../../infra/types/gcp/notebooks.ts";
import { defineInfraCheck } from "../define.ts";

export const workbenchKey = defineInfraCheck({
  meta: {
    id: "workbench-key",
    code: "PV-GCP-077",
    title: "The disks of a Workbench instance are encrypted with a key of Google's",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_27"],
    controls: ["CWE-311", "ATLAS:AML.T0035"],
    why: "With a key of Google's nobody of yours can take access away: who reads the disks, with data and models on them, is not yours to say a second time.",
    mend: "Name a key of Cloud KMS for every disk when it is made.",
    mends: {
      terraform:
        'boot_disk {\n  disk_encryption = "CMEK"\n  kms_key         = google_kms_crypto_key.ml.id\n}\ndata_disks {\n  disk_encryption = "CMEK"\n  kms_key         = google_kms_crypto_key.ml.id\n}',
      gcloud:
        "gcloud workbench instances create {name}-own-key --location=ZONE --boot-disk-encryption=CMEK --boot-disk-kms-key=KEY --data-disk-encryption=CMEK --data-disk-kms-key=KEY",
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
          code: 'resource "google_workbench_instance" "it" {\n  name     = "lab"\n  location = "us-central1-a"\n  gce_setup {\n    boot_disk {\n      kms_key = "projects/p/locations/us-central1/keyRings/r/cryptoKeys/k"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: workbench,
  judge: ({ facts }) => all(mustBeSet(facts.bootKey), mustHaveKeys(facts.dataDisks)),
});
