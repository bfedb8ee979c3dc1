import { infraCases } from "../../../testing/infra-cases.ts";
import { sagemakerPublicWorkforce } from "./sagemaker-public-workforce.ts";

infraCases(sagemakerPublicWorkforce, {
  fail: [
    `
resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "r"
  human_loop_config {
    human_task_ui_arn = "u"
    task_count        = 1
    task_description  = "d"
    task_title        = "t"
    workteam_arn      = "arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default"
  }
  output_config {
    s3_output_path = "s3://reviews/"
  }
}
`,
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::LabelingJob", "address": "arn:aws:sagemaker:eu-west-1:123456789012:labeling-job/l", "account": "123456789012", "region": "eu-west-1", "body": {"LabelingJobName": "l", "WorkteamArn": "arn:aws:sagemaker:eu-west-1:394669845002:workteam/public-crowd/default"}}
`,
    },
  ],
  pass: [
    `
resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "r"
  human_loop_config {
    human_task_ui_arn = "u"
    task_count        = 1
    task_description  = "d"
    task_title        = "t"
    workteam_arn      = "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/reviewers"
  }
  output_config {
    s3_output_path = "s3://reviews/"
  }
}
`,
    {
      path: "snapshot.jsonl",
      text: `
{"pavise": "snapshot", "version": 1, "dialect": "aws"}
{"type": "AWS::SageMaker::LabelingJob", "address": "arn:aws:sagemaker:eu-west-1:123456789012:labeling-job/l", "account": "123456789012", "region": "eu-west-1", "body": {"LabelingJobName": "l", "WorkteamArn": "arn:aws:sagemaker:eu-west-1:123456789012:workteam/private-crowd/reviewers"}}
`,
    },
  ],
});
