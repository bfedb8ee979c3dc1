import { must } from "../../../infra/answer.ts";
import { cryptoKey } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

/** Cloud KMS rotates only keys that encrypt and decrypt with one secret. */
export const gcpKeyNotRotated = defineInfraCheck({
  meta: {
    id: "gcp-key-not-rotated",
    code: "PV-GCP-115",
    title: "A key is not rotated within 90 days",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_GCP_43"],
    controls: ["CWE-324"],
    why: "Whoever got hold of it once reads all that is ever encrypted with it.",
    mend: "Rotate it every 90 days or more often.",
    mends: {
      terraform: 'rotation_period = "7776000s"',
      gcloud:
        "gcloud kms keys update {name} --keyring=RING --location={region} --rotation-period=90d --next-rotation-time=TIME",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_kms_crypto_key" "it" {\n  name     = "ml"\n  key_ring = "projects/p/locations/us/keyRings/r"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_kms_crypto_key" "it" {\n  name     = "ml"\n  key_ring = "projects/p/locations/us/keyRings/r"\n  rotation_period = "7776000s"\n}\n',
        },
      ],
    },
  },
  on: cryptoKey,
  judge: ({ facts }) =>
    facts.purpose.kind === "known" && facts.purpose.value !== "ENCRYPT_DECRYPT"
      ? undefined
      : must(facts.rotation, (period) => {
          const seconds = /^(\d+)(?:\.\d+)?s$/.exec(period)?.[1];
          return seconds !== undefined && Number(seconds) >= 86_400 && Number(seconds) <= 7_776_000;
        }),
});
