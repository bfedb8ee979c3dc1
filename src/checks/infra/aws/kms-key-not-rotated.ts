import { mustBe } from "../../../infra/answer.ts";
import { valueOf } from "../../../infra/fact.ts";
import { kmsKey } from "../../../infra/types/aws/services.ts";
import { defineInfraCheck } from "../define.ts";

export const kmsKeyNotRotated = defineInfraCheck({
  meta: {
    id: "kms-key-not-rotated",
    code: "PV-AWS-070",
    title: "A KMS key is never rotated",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AWS_7", "kms_cmk_rotation_enabled", "KMS.4", "CIS-AWS-3.0.0:3.6"],
    controls: ["CWE-324", "AISF-INFRA-07"],
    why: "The longer a key is used, the more is lost with it.",
    mend: "Rotate it every year.",
    mends: {
      terraform: "enable_key_rotation = true",
      cloudformation: "EnableKeyRotation: true",
      aws: "aws kms enable-key-rotation --region {region} --key-id {name}",
    },
    since: "0.2.0",
    examples: {
      found: [{ path: "main.tf", code: 'resource "aws_kms_key" "k" {\n  description = "ml"\n}\n' }],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_kms_key" "k" {\n  enable_key_rotation = true\n}\n',
        },
      ],
    },
  },
  on: kmsKey,
  judge: ({ facts }) => {
    const { spec, origin, manager } = facts;
    // Only symmetric keys of KMS's own material turn by themselves, and those of AWS's services do anyway.
    const isOther = spec.kind === "known" && !/^(?:SYMMETRIC_DEFAULT|HMAC)/.test(spec.value);
    const isForeign = origin.kind === "known" && origin.value !== "AWS_KMS";
    return isOther || isForeign || valueOf(manager) === "AWS"
      ? undefined
      : mustBe(facts.rotation, true);
  },
});
