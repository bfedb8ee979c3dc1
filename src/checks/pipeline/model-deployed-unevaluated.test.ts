import { checkCases } from "../../testing/check-cases.ts";
import { gitlab, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { modelDeployedUnevaluated } from "./model-deployed-unevaluated.ts";

const run = (...lines: readonly string[]): PipelineCase =>
  workflow({ steps: lines.map((line) => `- run: ${line}`).join("\n") });
const deploy = "gcloud ai endpoints deploy-model x --model y";

checkCases(modelDeployedUnevaluated, {
  found: [
    run(deploy),
    run("az ml online-deployment create -f x.yml"),
    run("kubectl apply -f kserve/model.yaml"),
    gitlab("deploy:\n  stage: x\n  script: mlflow deployments create -t sagemaker\n"),
  ],
  clean: [
    run("pytest", deploy),
    run("python scripts/evaluate.py", deploy),
    workflow({ job: "environment: production", steps: `- run: ${deploy}` }),
    gitlab(
      "deploy:\n  stage: x\n  when: manual\n  script: mlflow deployments create -t sagemaker\n",
    ),
    run("kubectl apply -f web.yaml"),
    run("gcloud ai endpoints list"),
  ],
});
