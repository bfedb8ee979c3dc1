import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sCapabilitiesAdded } from "./k8s-capabilities-added.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sCapabilitiesAdded, {
  fail: [
    manifest(podOf("a", "securityContext: {capabilities: {add: [SYS_ADMIN]}}")),
    manifest(podOf("a", "securityContext: {capabilities: {add: [CAP_SYS_PTRACE]}}")),
    manifest(podOf("a", "securityContext: {capabilities: {add: [ALL]}}")),
    manifest(podOf("a", "securityContext: {capabilities: {add: [IPC_LOCK, SYS_MODULE]}}")),
  ],
  pass: [
    manifest(podOf("a")),
    manifest(
      podOf(
        "a",
        "securityContext: {capabilities: {add: [IPC_LOCK, NET_BIND_SERVICE], drop: [ALL]}}",
      ),
    ),
  ],
  unknown: [template(podOf("a", "securityContext: {capabilities: {add: {{ toJson .Values.x }}}}"))],
});
