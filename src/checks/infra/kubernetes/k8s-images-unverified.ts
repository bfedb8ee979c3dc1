import { fail, pass, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import { imagePolicy, workload } from "../../../infra/types/kubernetes/kinds.ts";
import { isModelPod } from "../../../infra/types/kubernetes/servers.ts";
import { defineInfraCheck } from "../define.ts";
import { overPods } from "./containers.ts";

/** True where a policy of Sigstore or Kyverno wants signatures. */
function verifies(cloud: Cloud): boolean {
  return cloud.all(imagePolicy).some(({ resource, facts: { rules } }) => {
    if (!resource.type.startsWith("kyverno.io/")) return true;
    const list = rules.kind === "known" ? rules.value.items : [];
    return list.some((rule) => walk(rule, ["verifyImages"]) !== undefined);
  });
}

export const k8sImagesUnverified = defineInfraCheck({
  meta: {
    id: "k8s-images-unverified",
    code: "PV-K8S-021",
    title: "No policy here wants images of models to be signed",
    severity: "low",
    confidence: "low",
    audience: "audit",
    aliases: [],
    controls: ["CWE-347", "OWASP-ML06:2023", "OWASP-LLM04:2026", "ATLAS:AML.T0010.004"],
    why: "Whoever can push to the registry decides what the cluster runs.",
    mend: "Sign images when they are built, and have Sigstore's policy controller or Kyverno turn away what is not signed.",
    blind: "Policies that are kept in another repository, and what a cloud's own service enforces.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]\n",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]\n---\napiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nmetadata: {name: signed}\nspec: {images: [{glob: '**'}], authorities: [{keyless: {url: 'https://fulcio.sigstore.dev'}}]}\n",
        },
      ],
    },
  },
  on: workload,
  judge: (it, cloud) =>
    overPods(it, (pod): Answer | undefined =>
      isModelPod(pod) ? (verifies(cloud) ? pass : fail(pod.resource.at)) : undefined,
    ),
});
