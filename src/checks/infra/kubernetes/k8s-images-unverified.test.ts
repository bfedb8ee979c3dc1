import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sImagesUnverified } from "./k8s-images-unverified.ts";
import { kind, manifest, podOf } from "./testing/manifests.ts";

infraCases(k8sImagesUnverified, {
  fail: [
    manifest(podOf("ollama/ollama:1")),
    manifest(
      podOf("ollama/ollama:1"),
      kind("kyverno.io/v1/ClusterPolicy", "spec: {rules: [{validate: {}}]}"),
    ),
  ],
  pass: [
    manifest(
      podOf("ollama/ollama:1"),
      kind("policy.sigstore.dev/v1beta1/ClusterImagePolicy", "spec: {}"),
    ),
    manifest(
      podOf("ollama/ollama:1"),
      kind("kyverno.io/v1/ClusterPolicy", "spec: {rules: [{verifyImages: []}]}"),
    ),
  ],
  silent: [manifest(podOf("nginx:1"))],
});
