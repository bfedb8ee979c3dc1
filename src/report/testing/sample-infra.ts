import { summarizeAssessments } from "../../core/index.ts";
import type { Assessment, Finding, InventoryEntry, Run, Step } from "../../core/index.ts";
import { sampleFinding } from "./sample-finding.ts";
import { sampleRun } from "./sample-run.ts";

const notebook = "aws_sagemaker_notebook_instance.lab";

function step(line: number, message: string, thing: NonNullable<Step["thing"]>): Step {
  return { location: { path: "main.tf", line, column: 1 }, message, evidence: "resource {", thing };
}

/** A notebook that reaches the internet over four things. */
const way: readonly Step[] = [
  step(1, "stands in aws_subnet.lab", {
    kind: "SageMaker notebook instance",
    name: "research-lab",
    resource: notebook,
  }),
  step(9, "is routed by aws_route_table.lab", { kind: "subnet", name: "lab" }),
  step(14, "sends 0.0.0.0/0 to the gateway", { kind: "route table", name: "lab" }),
  step(20, "leads to the internet, and from it", {
    kind: "internet gateway",
    name: "out",
    isDanger: true,
  }),
];

const finding: Finding = sampleFinding({
  check: "verify-off",
  path: "main.tf",
  location: { path: "main.tf", line: 1, column: 1, resource: notebook },
  message: "A notebook stands in a public subnet",
  severity: "high",
  steps: way,
  paste: { into: "terraform", code: 'a = "1"\nb = "<2>"' },
});

const inventory: readonly InventoryEntry[] = [
  {
    kind: "model",
    type: "aws_sagemaker_model",
    resource: "aws_sagemaker_model.fraud",
    name: "fraud",
    location: { path: "main.tf", line: 30, column: 1 },
    uses: ["aws_iam_role.lab", notebook],
  },
  {
    kind: "notebook",
    type: "AWS::SageMaker::NotebookInstance",
    resource: notebook,
    name: "research-lab",
    location: { path: notebook, line: 2 },
    account: "123456789012",
    region: "eu-west-1",
  },
];

const assessments: readonly Assessment[] = [
  ["pass", undefined],
  ["unknown", "var.kms_key has no value"],
  ["unknown", "var.kms_key has no value"],
  ["not-assessed", "s3:GetBucketPolicy (403 AccessDenied)"],
].map(([outcome, detail], index) => ({
  check: "verify-off",
  code: "PV-CODE-001",
  aliases: [],
  resource: `r${index}`,
  outcome: outcome as Assessment["outcome"],
  location: { path: "main.tf" },
  ...(detail !== undefined && { detail }),
}));

/** A run that read infrastructure: a way that is drawn, an inventory, answers of all kinds. */
export function infraRun(): Run {
  return {
    ...sampleRun({ findings: [finding] }),
    inventory,
    assessments,
    assessed: summarizeAssessments(assessments),
  };
}
