import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sPrivilegeEscalation } from "./k8s-privilege-escalation.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sPrivilegeEscalation, {
  fail: [
    manifest(podOf("a")),
    manifest(podOf("a", "securityContext: {allowPrivilegeEscalation: true}")),
  ],
  pass: [manifest(podOf("a", "securityContext: {allowPrivilegeEscalation: false}"))],
  unknown: [template(podOf("a", "securityContext: {allowPrivilegeEscalation: {{ .Values.x }}}"))],
});
