import { mustBeSet, unknown } from "../../../infra/answer.ts";
import { asText } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, headOf } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

export const k8sNoMemoryLimit = defineInfraCheck({
  meta: {
    id: "k8s-no-memory-limit",
    code: "PV-K8S-011",
    title: "A container may take all memory of its node",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_K8S_13", "KSV-0018"],
    controls: ["CWE-770", "OWASP-LLM06:2026", "ATLAS:AML.T0029"],
    why: "A large prompt, a large model or a leak takes down what else runs on the node.",
    mend: "Set `resources.limits.memory`.",
    mends: { kubernetes: "resources:\n  limits:\n    memory: 16Gi" },
    blind: "Defaults that a LimitRange of the namespace sets.",
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
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      resources: {limits: {memory: 16Gi}}",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, (container) => {
      const at = headOf(container);
      const path = "resources.limits.memory";
      const fact = factIn(asText, container.body, { path, at });
      return fact.kind === "unknown" ? unknown(fact.at, fact.cause) : mustBeSet(fact);
    }),
});
