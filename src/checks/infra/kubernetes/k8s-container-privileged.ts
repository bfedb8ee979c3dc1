import { mustNotBe } from "../../../infra/answer.ts";
import { asFlag } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { isNodeAgent, securityOf, wantsAccelerator } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

const gpuMessage =
  "A container with a graphics card is privileged, which the device plugin makes needless";

export const k8sContainerPrivileged = defineInfraCheck({
  meta: {
    id: "k8s-container-privileged",
    code: "PV-K8S-001",
    title: "A container has the rights of its node",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_16", "KSV-0017", "CIS-K8S-1.10.0:5.2.2"],
    controls: ["CWE-250", "CWE-653", "OWASP-ASI03:2026"],
    why: "Code that gets into it, by a model file or a notebook, has the node, its disks and the pods beside it.",
    mend: "Leave `privileged` out; for graphics cards ask for `nvidia.com/gpu`, for single rights add single capabilities.",
    mends: { kubernetes: "securityContext:\n  privileged: false" },
    references: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      securityContext: {privileged: true}",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      securityContext: {privileged: false}",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, (container) =>
      mustNotBe(securityOf(asFlag, container, "privileged"), true, {
        ...(wantsAccelerator(container) && { message: gpuMessage }),
        ...(isNodeAgent(it.resource) && { severity: "medium" as const }),
      }),
    ),
});
