import { mustNotBe } from "../../../infra/answer.ts";
import { asFlag } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, isNodeAgent } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overPods } from "./containers.ts";

const messages = {
  hostPID: "The pod sees and signals every process of its node",
  hostIPC: "The pod shares memory with every process of its node",
  hostNetwork: "The pod is in the network of its node, where network policies do not reach",
} as const;

export const k8sHostNamespaces = defineInfraCheck({
  meta: {
    id: "k8s-host-namespaces",
    code: "PV-K8S-003",
    title: "A pod shares what isolates it from its node",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [
      "CKV_K8S_17",
      "CKV_K8S_18",
      "CKV_K8S_19",
      "KSV-0008",
      "KSV-0009",
      "KSV-0010",
      "CIS-K8S-1.10.0:5.2.3",
      "CIS-K8S-1.10.0:5.2.4",
      "CIS-K8S-1.10.0:5.2.5",
    ],
    controls: ["CWE-653", "CWE-668", "OWASP-ASI03:2026"],
    why: "A job that loads somebody's model reads other processes, or reaches the node's services as if from the node.",
    mend: "Leave them out; shared memory for data loaders is a volume (`emptyDir: {medium: Memory}`), not `hostIPC`.",
    mends: { kubernetes: "hostNetwork: false\nhostPID: false\nhostIPC: false" },
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  hostIPC: true\n  containers: [{name: train, image: acme/train}]",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers: [{name: train, image: acme/train}]",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overPods(it, ({ spec, resource }) =>
      (["hostPID", "hostIPC", "hostNetwork"] as const).map((path) =>
        mustNotBe(factIn(asFlag, spec, { path, at: resource.at }), true, {
          message: messages[path],
          ...(isNodeAgent(resource) && { severity: "low" as const }),
        }),
      ),
    ),
});
