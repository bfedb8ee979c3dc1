import { fail, must, pass, type Answer, unknown } from "../../../infra/answer.ts";
import { trail } from "../../../infra/types/aws/services.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

/** True where any part of a selector is this word. */
function says(value: Value | undefined, word: string): boolean {
  if (value === undefined) return false;
  if (value.kind === "list") return value.items.some((item) => says(item, word));
  if (value.kind === "map") return [...value.entries.values()].some((item) => says(item, word));
  return textOf(value) === word;
}

export const cloudtrailNoDataEvents = defineInfraCheck({
  meta: {
    id: "cloudtrail-no-data-events",
    code: "PV-AWS-081",
    title: "A trail does not record who reads and writes objects",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["cloudtrail_s3_dataevents_write_enabled", "CIS-AWS-3.0.0:3.8"],
    controls: ["CWE-778", "ATLAS:AML.T0020", "AISF-DETECT-01"],
    why: "That somebody changed training data or a model is a data event, and those are not recorded unless they are asked for.",
    mend: "Record data events of the buckets with data and models.",
    mends: {
      terraform:
        'advanced_event_selector {\n  name = "objects"\n  field_selector {\n    field  = "eventCategory"\n    equals = ["Data"]\n  }\n  field_selector {\n    field  = "resources.type"\n    equals = ["AWS::S3::Object"]\n  }\n}',
      aws: 'aws cloudtrail put-event-selectors --region {region} --trail-name {name} --advanced-event-selectors \'[{"Name":"objects","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}]}]\'',
    },
    blind: "Which buckets are meant, and server access logs.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_cloudtrail" "t" {\n  name           = "t"\n  s3_bucket_name = "trail"\n  event_selector {\n    data_resource {\n      type   = "AWS::S3::Object"\n      values = ["arn:aws:s3"]\n    }\n  }\n}\n',
        },
      ],
    },
  },
  on: trail,
  judge: ({ facts, resource }): Answer => {
    for (const selectors of [facts.selectors, facts.advanced]) {
      if (selectors.kind === "absent") continue;
      if (selectors.kind !== "known") return must(selectors, () => true);
      if (says(selectors.value, "AWS::S3::Object")) return pass;
      if (selectors.value.open !== undefined) return unknown(selectors.at, selectors.value.open);
    }
    return fail(resource.at);
  },
});
