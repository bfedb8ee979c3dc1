import { checkCases } from "../../testing/check-cases.ts";
import { dockerfile, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { modelPublishedUnchecked } from "./model-published-unchecked.ts";

const run = (...lines: readonly string[]): PipelineCase =>
  workflow({ steps: lines.map((line) => `- run: ${line}`).join("\n") });

checkCases(modelPublishedUnchecked, {
  found: [
    run("huggingface-cli upload a/b ."),
    run("aws s3 cp out/model.pkl s3://models/"),
    run("gsutil cp net.onnx gs://models/"),
    run("gcloud ai models upload --region x"),
    run("aws sagemaker create-model-package --x y"),
    run("python -c \"m.push_to_hub('a/b')\""),
  ],
  clean: [
    run("modelscan -p out", "aws s3 cp out/model.pkl s3://models/"),
    run("cosign sign-blob x", "hf upload a/b ."),
    run("aws s3 cp report.html s3://reports/"),
    run("aws s3 cp s3://models/net.pkl ."),
    run("hf download a/b"),
    dockerfile("FROM x\nRUN hf upload a/b ."),
  ],
});
