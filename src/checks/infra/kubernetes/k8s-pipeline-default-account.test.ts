import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sPipelineDefaultAccount } from "./k8s-pipeline-default-account.ts";
import { kind, manifest } from "./testing/manifests.ts";

infraCases(k8sPipelineDefaultAccount, {
  fail: [
    manifest(kind("argoproj.io/v1alpha1/Workflow", "spec: {templates: []}")),
    manifest(
      kind(
        "argoproj.io/v1alpha1/CronWorkflow",
        "spec: {workflowSpec: {serviceAccountName: default}}",
      ),
    ),
  ],
  pass: [
    manifest(kind("argoproj.io/v1alpha1/Workflow", "spec: {serviceAccountName: own}")),
    manifest(
      kind("argoproj.io/v1alpha1/CronWorkflow", "spec: {workflowSpec: {serviceAccountName: own}}"),
    ),
  ],
  unknown: [
    manifest(kind("argoproj.io/v1alpha1/WorkflowTemplate", "spec: {templates: []}")),
    manifest(kind("argoproj.io/v1alpha1/Workflow", "spec: {workflowTemplateRef: {name: x}}")),
  ],
});
