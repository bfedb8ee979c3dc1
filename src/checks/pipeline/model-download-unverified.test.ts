import { describe, expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import {
  azure,
  compose,
  dockerfile,
  findingsIn,
  gitlab,
  workflow,
  type PipelineCase,
} from "../../testing/pipeline-cases.ts";
import { modelDownloadUnverified } from "./model-download-unverified.ts";

const commit = "0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736";
const run = (script: string): PipelineCase =>
  workflow({ steps: `- run: |\n    ${script.replaceAll("\n", "\n    ")}` });
const image = (line: string): PipelineCase => dockerfile(`FROM x\nRUN ${line}`);
const load = "from transformers import AutoModel; AutoModel.from_pretrained('a/b')";

checkCases(modelDownloadUnverified, {
  found: [
    run("aws s3 cp s3://models/net.pkl ."),
    run("aws s3 cp --quiet s3://models/prod/model.tar.gz /tmp/"),
    run("gsutil -m cp gs://b/net.pt ."),
    run("gcloud storage cp gs://b/net.joblib ."),
    run("azcopy copy 'https://a.blob.core.windows.net/m/net.pth?sig' ."),
    run("curl -LO https://a.example/net.ckpt"),
    run("wget https://huggingface.co/a/b/resolve/main/pytorch_model.bin"),
    run("wget https://a.example/net.safetensors"),
    run("ollama pull llama3"),
    run("python -m spacy download en_core_web_sm"),
    run("git lfs clone https://a.example/net"),
    run("gdown 1a2b"),
    run(`python -c "${load}"`),
    run(`python - <<EOF\n${load}\nEOF`),
    run("python3 -c \"import torch; torch.hub.load('pytorch/vision', 'resnet18')\""),
    image(`python -c "${load}"`),
    dockerfile(`FROM x\nRUN python <<EOF\n${load}\nEOF\n`),
    image("wget -O m.pt https://a.example/m.pt"),
    compose("llm:\n    image: vllm/vllm-openai:v0.9\n    command: --model a/b --trust-remote-code"),
    gitlab("job:\n  stage: x\n  script:\n    - aws s3 cp s3://m/net.pkl .\n"),
    azure(`steps:\n- task: PythonScript@0\n  inputs:\n    script: |\n      ${load}\n`),
    workflow({ steps: `- shell: python\n  run: ${load.replace(": ", ":")}` }),
  ],
  clean: [
    run("aws s3 cp s3://models/net.pkl .\nsha256sum -c net.sha256"),
    run("aws s3 cp s3://data/rows.csv ."),
    run("aws s3 cp net.pkl s3://models/"),
    run("aws s3 ls s3://models/net.pkl"),
    run(`wget https://huggingface.co/a/b/resolve/${commit}/pytorch_model.bin`),
    run("curl -LO https://a.example/tool.tar.gz"),
    run("dvc pull"),
    run(
      `python -c "from transformers import AutoModel; AutoModel.from_pretrained('a/b', revision='${commit}')"`,
    ),
    run('python -c "import torch; print(torch.__version__)"'),
    image("wget https://a.example/m.pt && echo 'abc  m.pt' | sha256sum -c"),
    compose(
      `llm:\n    image: vllm/vllm-openai:v0.9\n    command: --model a/b --revision ${commit}`,
    ),
    compose("llm:\n    image: vllm/vllm-openai:v0.9\n    command: --model /models/net"),
  ],
});

describe("what runs code counts for everyone", () => {
  const audience = (item: PipelineCase): string =>
    findingsIn(modelDownloadUnverified, item)[0]?.details.audience ?? "default";
  test.each([
    [run("aws s3 cp s3://m/net.pkl ."), "default"],
    [run("aws s3 cp s3://m/net.safetensors ."), "pedantic"],
    [run("ollama pull x"), "pedantic"],
    [run(`python -c "${load}"`), "default"],
  ])("%#", (item, expected) => {
    expect(audience(item)).toBe(expected);
  });
});
