import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sDefaultAccount } from "./k8s-default-account.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sDefaultAccount, {
  fail: [
    manifest(podOf("vllm/vllm-openai:v1")),
    manifest(podOf("vllm/vllm-openai:v1", "", "serviceAccountName: default")),
    manifest(podOf("vllm/vllm-openai:v1", "", "automountServiceAccountToken: true")),
  ],
  pass: [
    manifest(podOf("vllm/vllm-openai:v1", "", "automountServiceAccountToken: false")),
    manifest(podOf("vllm/vllm-openai:v1", "", "serviceAccountName: own")),
    manifest(
      podOf("vllm/vllm-openai:v1"),
      "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default}\nautomountServiceAccountToken: false",
    ),
  ],
  unknown: [
    template(podOf("vllm/vllm-openai:v1", "", "serviceAccountName: '{{ .Values.x }}'")),
    template(podOf("vllm/vllm-openai:v1", "", "automountServiceAccountToken: {{ .Values.x }}")),
  ],
  silent: [manifest(podOf("nginx:1"))],
});
