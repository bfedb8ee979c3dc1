import { all, any, must, mustBe, saying, type Answer } from "../../../infra/answer.ts";
import { asFlag, asNumber } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { isModelPod } from "../../../infra/types/kubernetes/servers.ts";
import {
  securityOf,
  wantsAccelerator,
  type Container,
} from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

function judge(container: Container): Answer | undefined {
  if (!isModelPod(container.pod)) return undefined;
  const user = securityOf(asNumber, container, "runAsUser");
  const card = wantsAccelerator(container) ? "A container with a graphics card" : "A container";
  const isRoot = must(user, (id) => id !== 0, {
    absent: true,
    severity: "medium",
    message: `${card} runs as root`,
  });
  const keepsOff = any(
    mustBe(securityOf(asFlag, container, "runAsNonRoot"), true),
    must(user, (id) => id > 0),
  );
  return all(isRoot, saying(keepsOff, `Nothing keeps ${card.toLowerCase()} from running as root`));
}

export const k8sModelAsRoot = defineInfraCheck({
  meta: {
    id: "k8s-model-as-root",
    code: "PV-K8S-004",
    title: "A container that holds models or data may run as root",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_23", "KSV-0012", "CIS-K8S-1.10.0:5.2.7"],
    controls: ["CWE-250", "OWASP-ASI03:2026"],
    why: "Loading a model can run code; as root that code is one mistake of the kernel away from the node and its cards.",
    mend: "Set `runAsNonRoot: true` and a `runAsUser` above 0.",
    mends: { kubernetes: "securityContext:\n  runAsNonRoot: true\n  runAsUser: 1000" },
    blind: "The user that the image itself names.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers:\n    - name: llm\n      image: vllm/vllm-openai:v0.11.0\n      securityContext: {runAsUser: 0}",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  securityContext: {runAsNonRoot: true}\n  containers:\n    - name: llm\n      image: vllm/vllm-openai:v0.11.0",
        },
      ],
    },
  },
  on: workload,
  judge: (it) => overContainers(it, judge),
});
