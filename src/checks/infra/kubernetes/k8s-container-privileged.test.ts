import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sContainerPrivileged } from "./k8s-container-privileged.ts";
import { kind, manifest, pod, podOf, template } from "./testing/manifests.ts";

infraCases(k8sContainerPrivileged, {
  fail: [
    manifest(podOf("a", "securityContext: {privileged: true}")),
    manifest(
      podOf("a", "resources: {limits: {nvidia.com/gpu: 1}}, securityContext: {privileged: true}"),
    ),
    manifest(
      kind(
        "batch/v1/CronJob",
        "spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: a, securityContext: {privileged: true}}]}}}}}",
      ),
    ),
    // An operator that nobody has told us of.
    manifest(
      kind(
        "inference.example.com/v1/ModelFarm",
        "spec: {workers: [{pod: {spec: {containers: [{name: c, image: a, securityContext: {privileged: true}}]}}}]}",
      ),
    ),
    manifest(
      kind(
        "ray.io/v1/RayCluster",
        "spec: {headGroupSpec: {template: {spec: {containers: [{name: c, image: a, securityContext: {privileged: true}}]}}}}",
      ),
    ),
    manifest(
      kind(
        "kubeflow.org/v1/Notebook",
        "spec: {template: {spec: {containers: [{name: c, image: a, securityContext: {privileged: true}}]}}}",
      ),
    ),
    manifest(
      pod(
        "initContainers: [{name: i, image: a, securityContext: {privileged: true}}], containers: []",
      ),
    ),
  ],
  pass: [manifest(podOf("a")), manifest(podOf("a", "securityContext: {privileged: false}"))],
  unknown: [
    template(podOf("a", "securityContext: {privileged: {{ .Values.x }}}")),
    template(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n    - name: c\n      image: a\n      securityContext:\n        {{- toYaml .Values.x | nindent 8 }}",
    ),
    template(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n    {{- if .Values.dind }}\n    - name: c\n      image: a\n      securityContext: {privileged: true}\n    {{- end }}\n    {{- with .Values.more }}\n    {{- toYaml . | nindent 4 }}\n    {{- end }}",
    ),
  ],
  silent: [manifest(kind("v1/Service", "spec: {ports: []}"))],
});
