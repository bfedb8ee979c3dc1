import { fail, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import { networkPolicy, workload } from "../../../infra/types/kubernetes/kinds.ts";
import type { Pod } from "../../../infra/types/kubernetes/pods.ts";
import { serverIn } from "../../../infra/types/kubernetes/servers.ts";
import { defineInfraCheck } from "../define.ts";
import { overPods } from "./containers.ts";
import { isBeside, selects } from "./joins.ts";

const servingKinds =
  /^(?:serving\.kserve\.io|machinelearning\.seldon\.io|ray\.io)\/|^kubeflow\.org\/Notebook$/;

function isServing({ resource, containers }: Pod): boolean {
  return (
    servingKinds.test(resource.type) || containers.some((each) => serverIn(each) !== undefined)
  );
}

/** Whether a policy is about a pod; those of other makers select in too many ways to be followed. */
function covers(policy: Resource, pod: Pod): boolean | undefined {
  const isWide = /\/(?:Global|CiliumClusterwide)/.test(policy.type);
  if (!isWide && !isBeside(policy, pod.resource)) return false;
  if (policy.type !== "networking.k8s.io/NetworkPolicy") return true;
  const selector = walk(policy.body, ["spec", "podSelector"]);
  if (selector === undefined || (selector.kind === "map" && selector.entries.size === 0))
    return true;
  if (walk(selector, ["matchExpressions"]) !== undefined) return undefined;
  return selects(walk(selector, ["matchLabels"]) ?? selector, pod.labels);
}

function judge(pod: Pod, cloud: Cloud): Answer | undefined {
  if (!isServing(pod)) return undefined;
  const policies = cloud.all(networkPolicy).map(({ resource }) => resource);
  const verdicts = policies.map((policy) => covers(policy, pod));
  if (verdicts.includes(true)) return pass;
  const { at } = pod.resource;
  if (verdicts.includes(undefined))
    return unknown(at, "a policy selects pods by expressions that are not followed");
  return fail(at);
}

export const k8sNoNetworkPolicy = defineInfraCheck({
  meta: {
    id: "k8s-no-network-policy",
    code: "PV-K8S-017",
    title: "No network policy says who may reach a server of models",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: ["CKV2_K8S_6", "KSV-0038", "CIS-K8S-1.10.0:5.3.2"],
    controls: ["CWE-668", "CWE-653", "OWASP-LLM06:2026"],
    why: "Every pod of the cluster reaches it, and few of these servers ask who is there; what gets into it reaches everything.",
    mend: "Add a policy for the namespace that lets in only those who use it, and out only what it needs.",
    mends: {
      kubernetes:
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: {name}\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: gateway",
    },
    blind: "Policies that are applied from elsewhere.",
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
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: default}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n",
        },
      ],
    },
  },
  on: workload,
  judge: (it, cloud) => overPods(it, (pod) => judge(pod, cloud)),
});
