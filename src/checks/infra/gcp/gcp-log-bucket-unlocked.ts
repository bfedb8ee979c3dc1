import { mustBe, pass, unknown } from "../../../infra/answer.ts";
import { wordOf } from "../../../infra/gcp/word.ts";
import { logSink } from "../../../infra/types/gcp/project.ts";
import { bucket } from "../../../infra/types/gcp/data.ts";
import { defineInfraCheck } from "../define.ts";

export const gcpLogBucketUnlocked = defineInfraCheck({
  meta: {
    id: "gcp-log-bucket-unlocked",
    code: "PV-GCP-110",
    title: "Logs are kept in a bucket from which they can be deleted",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV2_GCP_4"],
    controls: ["CWE-778", "CWE-693"],
    why: "Who has been in removes what shows it.",
    mend: "Set a retention policy on the bucket, and lock it.",
    mends: {
      terraform: "retention_policy {\n  retention_period = 31536000\n  is_locked        = true\n}",
      gcloud: "gcloud storage buckets update gs://BUCKET --lock-retention-period",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n}\nresource "google_logging_project_sink" "it" {\n  name        = "s"\n  destination = "storage.googleapis.com/${google_storage_bucket.it.name}"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "google_storage_bucket" "it" {\n  name     = "acme-models"\n  location = "US"\n  retention_policy {\n    retention_period = 86400\n    is_locked        = true\n  }\n}\nresource "google_logging_project_sink" "it" {\n  name        = "s"\n  destination = "storage.googleapis.com/${google_storage_bucket.it.name}"\n}\n',
        },
      ],
    },
  },
  on: logSink,
  judge: ({ facts: { destination }, resource }, cloud) => {
    if (destination.kind === "absent") return undefined;
    if (destination.kind !== "known" && destination.kind !== "set")
      return unknown(destination.at, "where the logs go is not known");
    const { text, start = text } = wordOf(destination.value);
    if (start === undefined) return unknown(destination.at, wordOf(destination.value).cause);
    if (!start.startsWith("storage.googleapis.com/")) return pass;
    const found = cloud.find(bucket, destination.value, resource);
    if (found.kind === "found") return mustBe(found.item.facts.isLocked, true);
    return unknown(
      destination.at,
      found.kind === "unknown"
        ? found.cause
        : `the bucket of ${found.name} is not in what was read`,
    );
  },
});
