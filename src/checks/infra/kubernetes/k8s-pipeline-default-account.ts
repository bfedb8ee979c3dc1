import { must, unknown } from "../../../infra/answer.ts";
import { workflow } from "../../../infra/types/kubernetes/kinds.ts";
import { defineInfraCheck } from "../define.ts";

export const k8sPipelineDefaultAccount = defineInfraCheck({
  meta: {
    id: "k8s-pipeline-default-account",
    code: "PV-K8S-016",
    title: "A pipeline runs as the namespace's default account",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_ARGO_1"],
    controls: ["CWE-250", "CWE-269", "OWASP-ASI03:2026"],
    why: "To report its results that account is given rights over pods and workflows, which then every pod without a name has.",
    mend: "Name an account of its own: `serviceAccountName: train-pipeline`.",
    mends: { kubernetes: "spec:\n  serviceAccountName: pipeline-runner" },
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "workflow.yaml",
          code: "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: train-}\nspec:\n  entrypoint: main\n  templates: [{name: main, container: {image: acme/train}}]",
        },
      ],
      clean: [
        {
          path: "workflow.yaml",
          code: "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {generateName: train-}\nspec:\n  serviceAccountName: train\n  entrypoint: main\n  templates: [{name: main, container: {image: acme/train}}]",
        },
      ],
    },
  },
  on: workflow,
  judge: ({ facts, resource }) => {
    const { account, template } = facts;
    if (account.kind === "absent") {
      const isTemplate = resource.type.endsWith("WorkflowTemplate");
      if (isTemplate)
        return unknown(account.at, "whoever submits the template may name an account");
      if (template.kind !== "absent")
        return unknown(account.at, "the template that it runs may name an account");
    }
    return must(account, (name) => name !== "default");
  },
});
