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
    // A claim, and the volume that it names: the same directory by a longer way.
    manifest(
      `${pod("containers: [{name: c, image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: x}}]")}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: x}
spec: {volumeName: node, storageClassName: ""}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: node}
spec: {hostPath: {path: /}}
`,
    ),
    manifest(
      `${pod("containers: [{name: c, image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: x}}]")}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: node}
spec: {hostPath: {path: /etc}, claimRef: {name: x}}
`,
    ),
  ],
  pass: [
    manifest(
      `${pod("containers: [{name: c, image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: x}}]")}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: node}
spec: {hostPath: {path: /etc}, claimRef: {name: x, namespace: other}}
`,
    ),
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
