import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sNoMemoryLimit } from "./k8s-no-memory-limit.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sNoMemoryLimit, {
  fail: [manifest(podOf("a")), manifest(podOf("a", "resources: {limits: {cpu: 1}}"))],
  pass: [manifest(podOf("a", "resources: {limits: {memory: 1Gi}}"))],
  unknown: [template(podOf("a", "resources: {{ toJson .Values.x }}"))],
});
