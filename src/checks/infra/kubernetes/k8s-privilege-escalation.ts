import { mustBe } from "../../../infra/answer.ts";
import { asFlag } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, headOf } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

export const k8sPrivilegeEscalation = defineInfraCheck({
  meta: {
    id: "k8s-privilege-escalation",
    code: "PV-K8S-005",
    title: "A container may come to more rights than it began with",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_K8S_20", "KSV-0001", "CIS-K8S-1.10.0:5.2.6"],
    controls: ["CWE-250", "CWE-269"],
    why: "A program with the set-user-id bit turns a foothold into root within the container.",
    mend: "Set `allowPrivilegeEscalation: false`.",
    mends: { kubernetes: "securityContext:\n  allowPrivilegeEscalation: false" },
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers: [{name: train, image: acme/train}]",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      securityContext: {allowPrivilegeEscalation: false}",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, (container) => {
      // Only containers have it; pods do not.
      const path = "securityContext.allowPrivilegeEscalation";
      const at = headOf(container);
      return mustBe(factIn(asFlag, container.body, { path, at }), false);
    }),
});
