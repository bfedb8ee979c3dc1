import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sHostPath } from "./k8s-host-path.ts";
import { manifest, pod, podOf, template } from "./testing/manifests.ts";

infraCases(k8sHostPath, {
  fail: [
    manifest(pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /}}]")),
    manifest(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]",
      ),
    ),
    manifest(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /run/containerd/containerd.sock}}]",
      ),
    ),
    manifest(
      pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /etc}}]"),
    ),
    manifest(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /var/lib/kubelet/pods}}]",
      ),
    ),
    manifest(
      pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /proc}}]"),
    ),
    manifest(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /data/models}}]",
      ),
    ),
    manifest(
      pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /root/}}]"),
    ),
    manifest(
      pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: //etc//}}]"),
    ),
  ],
  pass: [
    manifest(podOf("a")),
    manifest(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, emptyDir: {}}, {name: w, persistentVolumeClaim: {claimName: x}}]",
      ),
    ),
    manifest(
      pod("containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: /dev/shm}}]"),
    ),
  ],
  unknown: [
    template(
      pod(
        "containers: [{name: c, image: a}], volumes: [{name: v, hostPath: {path: '{{ .Values.x }}'}}]",
      ),
    ),
  ],
});
