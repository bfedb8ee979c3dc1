import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sModelAsRoot } from "./k8s-model-as-root.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sModelAsRoot, {
  fail: [
    manifest(podOf("vllm/vllm-openai:v1")),
    manifest(
      podOf(
        "acme/train",
        "resources: {limits: {nvidia.com/gpu: 1}}, securityContext: {runAsUser: 0}",
      ),
    ),
    manifest(
      podOf(
        "ollama/ollama:1",
        "securityContext: {runAsNonRoot: false}",
        "securityContext: {runAsNonRoot: true}",
      ),
    ),
  ],
  pass: [
    manifest(podOf("vllm/vllm-openai:v1", "securityContext: {runAsUser: 1000}")),
    manifest(podOf("vllm/vllm-openai:v1", "", "securityContext: {runAsNonRoot: true}")),
  ],
  unknown: [
    template(podOf("vllm/vllm-openai:v1", "securityContext: {runAsUser: '{{ .Values.x }}'}")),
  ],
  silent: [manifest(podOf("nginx:1"))],
});
