import { perCloud } from "../../../infra/per-cloud.ts";
import { fail, must, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { workload, serviceAccount } from "../../../infra/types/kubernetes/kinds.ts";
import { accountOf, automountOf, type Pod } from "../../../infra/types/kubernetes/pods.ts";
import { isModelPod } from "../../../infra/types/kubernetes/servers.ts";
import { textOf } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";
import { overPods } from "./containers.ts";
import { isBeside } from "./joins.ts";

const defaultAccounts = perCloud((cloud) =>
  cloud.all(serviceAccount).filter(({ resource }) => {
    const metadata = resource.body.entries.get("metadata");
    return metadata?.kind === "map" && textOf(metadata.entries.get("name")) === "default";
  }),
);

function judge(pod: Pod, cloud: Cloud): Answer | undefined {
  if (!isModelPod(pod) || pod.resource.type.startsWith("argoproj.io/")) return undefined;
  const mount = automountOf(pod);
  if (mount.kind === "known") return mount.value ? decide(pod) : pass;
  if (mount.kind !== "absent") return must(mount, () => true);
  const own = defaultAccounts(cloud).find((each) => isBeside(each.resource, pod.resource));
  if (own?.facts.automount.kind === "known" && !own.facts.automount.value) return pass;
  return decide(pod);
}

function decide(pod: Pod): Answer {
  const account = accountOf(pod);
  if (account === undefined) return fail(pod.resource.at);
  if (account.kind === "unknown") return unknown(account.at, account.cause);
  return textOf(account) === "default" ? fail(account.at) : pass;
}

export const k8sDefaultAccount = defineInfraCheck({
  meta: {
    id: "k8s-default-account",
    code: "PV-K8S-015",
    title: "A pod with models has the token of the namespace's default account",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_38", "KSV-0036", "CIS-K8S-1.10.0:5.1.5", "CIS-K8S-1.10.0:5.1.6"],
    controls: ["CWE-250", "CWE-269", "OWASP-ASI03:2026"],
    why: "Code in the pod speaks to the cluster with rights that are shared by all who name no account.",
    mend: "Set `automountServiceAccountToken: false`, or name an account of its own with the rights it needs.",
    mends: { kubernetes: "automountServiceAccountToken: false" },
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  automountServiceAccountToken: false\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]",
        },
      ],
    },
  },
  on: workload,
  judge: (it, cloud) => overPods(it, (pod) => judge(pod, cloud)),
});
