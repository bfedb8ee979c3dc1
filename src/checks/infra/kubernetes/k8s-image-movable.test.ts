import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sImageMovable } from "./k8s-image-movable.ts";
import { kind, manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sImageMovable, {
  fail: [
    manifest(podOf("vllm/vllm-openai")),
    manifest(podOf("vllm/vllm-openai:latest")),
    manifest(podOf("registry:5000/a")),
    manifest(podOf("a:nightly")),
  ],
  pass: [
    manifest(podOf("a:1.2")),
    manifest(podOf("registry:5000/a:1")),
    manifest(podOf("a@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1")),
    manifest(
      podOf("a:latest@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"),
    ),
  ],
  unknown: [template(podOf("a:{{ .Values.x }}")), manifest(podOf("a:$TAG"))],
  silent: [
    manifest(
      kind(
        "serving.kserve.io/v1beta1/InferenceService",
        "spec: {predictor: {model: {storageUri: 's3://a'}}}",
      ),
    ),
  ],
});
