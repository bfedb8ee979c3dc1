import { must } from "../../../infra/answer.ts";
import type { CloudType } from "../../../infra/type.ts";
import { flowDefinition, labelingJob } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

/** Mechanical Turk, as it is called in ARNs. */
const crowd = /:workteam\/public-crowd\//;

export const sagemakerPublicWorkforce = defineInfraCheck({
  meta: {
    id: "sagemaker-public-workforce",
    code: "PV-AWS-115",
    title: "Strangers are shown the data that is labelled or reviewed",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-359", "OWASP-LLM02:2025", "ATLAS:AML.T0020", "AISF-DATA-01"],
    why: "Whoever works on Mechanical Turk reads each item, and says what it is: data leaves, and labels come in that nobody answers for.",
    mend: "Let a work team of your own, or of a vendor under contract, do it.",
    mends: { terraform: "workteam_arn = aws_sagemaker_workteam.reviewers.arn" },
    blind: "Data that is public anyway.",
    references: [
      "https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-management-public.html",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_flow_definition" "review" {\n  flow_definition_name = "review"\n  role_arn             = "r"\n  human_loop_config {\n    human_task_ui_arn = "u"\n    task_count        = 1\n    task_description  = "d"\n    task_title        = "t"\n    workteam_arn      = "arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default"\n  }\n  output_config {\n    s3_output_path = "s3://reviews/"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_flow_definition" "review" {\n  flow_definition_name = "review"\n  role_arn             = "r"\n  human_loop_config {\n    human_task_ui_arn = "u"\n    task_count        = 1\n    task_description  = "d"\n    task_title        = "t"\n    workteam_arn      = "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/reviewers"\n  }\n  output_config {\n    s3_output_path = "s3://reviews/"\n  }\n}\n',
        },
      ],
    },
  },
  on: [flowDefinition, labelingJob] as readonly CloudType<
    Pick<(typeof labelingJob)["facts"], "workteam">
  >[],
  judge: ({ facts }) =>
    facts.workteam.kind === "set"
      ? undefined
      : must(facts.workteam, (arn) => !crowd.test(arn), { absent: true }),
});
