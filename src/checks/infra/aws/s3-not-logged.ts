import { mustBeSet, pass } from "../../../infra/answer.ts";
import { logBuckets } from "../../../infra/aws/buckets.ts";
import { bucket } from "../../../infra/types/aws/s3.ts";
import { defineInfraCheck } from "../define.ts";

export const s3NotLogged = defineInfraCheck({
  meta: {
    id: "s3-not-logged",
    code: "PV-AWS-044",
    title: "Nobody records who reads or writes a bucket",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_AWS_18", "s3_bucket_server_access_logging_enabled", "S3.9"],
    controls: ["CWE-778", "AISF-DATA-04"],
    why: "When a model behaves strangely, nothing tells who changed its data.",
    mend: "Log access, or record data events in CloudTrail.",
    mends: {
      terraform:
        'resource "aws_s3_bucket_logging" "this" {\n  bucket        = {id}.id\n  target_bucket = aws_s3_bucket.logs.id\n  target_prefix = "{name}/"\n}',
      cloudformation:
        "LoggingConfiguration:\n  DestinationBucketName: !Ref Logs\n  LogFilePrefix: lake/",
      aws: "aws s3api put-bucket-logging --bucket {name} --bucket-logging-status 'LoggingEnabled={TargetBucket=LOGS,TargetPrefix={name}/}'",
    },
    blind:
      "Data events of CloudTrail, which `cloudtrail-no-data-events` looks at. A bucket that takes the access logs of others needs none of its own, as AWS says of S3.9: they would log themselves.",
    references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9"],
    since: "0.2.0",
    examples: {
      found: [
        { path: "main.tf", code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\n' },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_s3_bucket" "lake" {\n  bucket = "acme-lake"\n}\nresource "aws_s3_bucket_logging" "lake" {\n  bucket = aws_s3_bucket.lake.id\n  target_bucket = "logs"\n  target_prefix = "lake/"\n}\n',
        },
      ],
    },
  },
  on: bucket,
  judge: ({ facts, resource }, cloud) => {
    const answer = mustBeSet(facts.loggingTo);
    return answer.kind === "fail" && logBuckets(cloud).has(resource) ? pass : answer;
  },
});
