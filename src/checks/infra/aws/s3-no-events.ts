import { mustBeSet } from "../../../infra/answer.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NoEvents = defineInfraCheck({
  meta: {
    id: "s3-no-events",
    code: "PV-AWS-046",
    title: "Nobody is told of what comes into a bucket",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV2_AWS_62", "s3_bucket_event_notification_enabled"],
    controls: ["CWE-693", "AISF-DATA-04"],
    why: "A check of new data or of a new model can only start when somebody says that there is one.",
    mend: "Send events, such as to EventBridge.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_notification" "this" {\n  bucket      = {id}.id\n  eventbridge = true\n}',
    },
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_notification" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  eventbridge = true\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts }) => mustBeSet(facts.events),
});
