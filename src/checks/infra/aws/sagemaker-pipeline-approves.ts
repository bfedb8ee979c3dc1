import { all, fail, pass, type Answer } from "../../../infra/answer.ts";
import { stepsOf } from "../../../infra/aws/pipelines.ts";
import { pipeline } from "../../../infra/types/aws/sagemaker-platform.ts";
import { textOf } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerPipelineApproves = defineInfraCheck({
  meta: {
    id: "sagemaker-pipeline-approves",
    code: "PV-AWS-114",
    title: "A pipeline approves the models that it trains",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1220", "ATLAS:AML.T0020", "OWASP-ML06:2023", "AISF-ML-04"],
    why: "What approves a model is what deploys it: data that was poisoned, or code that was changed, goes into service without anybody having looked.",
    mend: "Register with `PendingManualApproval`, and let somebody else approve.",
    mends: {
      terraform: 'ModelApprovalStatus = "PendingManualApproval"',
      cloudformation: '"ModelApprovalStatus": "PendingManualApproval"',
    },
    blind: "Approvals by a Lambda step, and what is decided when a run is started.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_pipeline" "train" {\n  pipeline_name         = "train"\n  pipeline_display_name = "train"\n  role_arn              = "arn:aws:iam::123456789012:role/p"\n  pipeline_definition = jsonencode({\n    Version = "2020-12-01"\n    Steps = [{\n      Name = "Register"\n      Type = "RegisterModel"\n      Arguments = {\n        ModelPackageGroupName = "scoring"\n        ModelApprovalStatus   = "Approved"\n      }\n    }]\n  })\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_pipeline" "train" {\n  pipeline_name         = "train"\n  pipeline_display_name = "train"\n  role_arn              = "arn:aws:iam::123456789012:role/p"\n  pipeline_definition = jsonencode({\n    Version = "2020-12-01"\n    Steps = [{\n      Name = "Register"\n      Type = "RegisterModel"\n      Arguments = {\n        ModelPackageGroupName = "scoring"\n        ModelApprovalStatus   = "PendingManualApproval"\n      }\n    }]\n  })\n}\n',
        },
      ],
    },
  },
  on: pipeline,
  judge: (it, cloud): Answer | undefined => {
    const { steps, answer } = stepsOf(it, cloud);
    if (answer !== undefined) return answer.kind === "pass" ? undefined : answer;
    const registering = steps.filter(({ kind }) => kind === "RegisterModel");
    if (registering.length === 0) return undefined;
    return all(
      ...registering.map(({ name, resource }): Answer => {
        const status = resource.body.entries.get("ModelApprovalStatus");
        if (textOf(status) !== "Approved") return pass;
        const message = `A pipeline approves the models that it trains (step ${name})`;
        return fail(status?.at ?? resource.at, { message });
      }),
    );
  },
});
