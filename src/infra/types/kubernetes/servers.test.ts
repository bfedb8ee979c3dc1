import { expect, test } from "vitest";
import { indexLines } from "../../../core/index.ts";
import { readKubernetes } from "../../sources/kubernetes/read.ts";
import { podsOf } from "./pods.ts";
import { isModelPod, serverIn } from "./servers.ts";

function containerOf(container: string) {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [${container}]}\n`;
  const { resources } = readKubernetes({
    path: "a.yaml",
    kind: "yaml",
    text,
    lines: indexLines(text),
  });
  return podsOf(resources[0]!)[0]!.containers[0]!;
}

test.each([
  ["{image: 'vllm/vllm-openai:v1'}", "vLLM"],
  ["{image: 'nvcr.io/nvidia/tritonserver:24.01-py3'}", "Triton"],
  ["{image: 'ghcr.io/huggingface/text-generation-inference:3.0'}", "Text Generation Inference"],
  ["{image: 'quay.io/jupyter/scipy-notebook:2025-01-01'}", "Jupyter"],
  ["{image: 'quay.io/jupyterhub/k8s-hub:4.0.0'}", "JupyterHub"],
  ["{image: 'ghcr.io/mlflow/mlflow:v3.1.0'}", "MLflow"],
  ["{image: 'acme/x', command: [/usr/bin/tritonserver, --model-repository=/m]}", "Triton"],
  ["{image: 'acme/x', command: [python3, -m, vllm.entrypoints.openai.api_server]}", "vLLM"],
  ["{image: 'acme/x', command: [sh, -c], args: ['pip install x && exec ray start --head']}", "Ray"],
  ["{image: 'acme/x', args: ['HOST=0.0.0.0 ollama serve']}", "Ollama"],
  ["{image: 'acme/x', command: [npm, run, serve]}", undefined],
  ["{image: 'acme/x', command: [train, --backend, ray]}", undefined],
  ["{image: 'acme/ollama-client:1'}", undefined],
  ["{image: 'acme/mlflow-exporter'}", undefined],
  ["{image: 'acme/vllm-router:1'}", undefined],
  ["{image: 'nginx:1'}", undefined],
])("%s serves by %s", (container, wanted) => {
  expect(serverIn(containerOf(container))?.name).toBe(wanted);
});

test.each([
  ["{image: 'acme/train', resources: {limits: {nvidia.com/gpu: 1}}}", true],
  ["{image: 'acme/train', resources: {requests: {nvidia.com/mig-1g.5gb: 1}}}", true],
  ["{image: 'acme/train', resources: {limits: {memory: 1Gi}}}", false],
])("%s holds models: %s", (container, wanted) => {
  expect(isModelPod(containerOf(container).pod)).toBe(wanted);
});
