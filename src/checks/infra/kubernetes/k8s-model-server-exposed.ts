import { fail, pass, unknown, type Answer } from "../../../infra/answer.ts";
import { asTexts, walk } from "../../../infra/fact.ts";
import type { Item } from "../../../infra/type.ts";
import { service } from "../../../infra/types/kubernetes/kinds.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";
import { harmOf, serversBehind, weightOf } from "./exposure.ts";

/** Annotations by which clouds are told to keep a load balancer inside the network. */
const internal: ReadonlyMap<string, RegExp> = new Map([
  ["service.beta.kubernetes.io/aws-load-balancer-internal", /^(?:true|0\.0\.0\.0\/0)$/],
  ["service.beta.kubernetes.io/aws-load-balancer-scheme", /^internal$/],
  ["service.beta.kubernetes.io/azure-load-balancer-internal", /^true$/],
  ["networking.gke.io/load-balancer-type", /^Internal$/],
  ["cloud.google.com/load-balancer-type", /^Internal$/],
  ["service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", /./],
  ["service.beta.kubernetes.io/oci-load-balancer-internal", /^true$/],
]);

function isInternal(annotations: Value | undefined): boolean {
  return (
    annotations?.kind === "map" &&
    [...internal].some(([name, form]) => form.test(textOf(annotations.entries.get(name)) ?? ""))
  );
}

/** Ranges that leave strangers out; nothing written lets everybody in. */
function isRanged(value: Value | undefined): boolean {
  const fact = value && asTexts(value);
  if (fact?.kind !== "known") return fact?.kind === "set" || fact?.kind === "unknown";
  return fact.value.length > 0 && !fact.value.some((range) => /^(?:0\.0\.0\.0|::)\/0$/.test(range));
}

type Service = Item<(typeof service)["facts"]>;

function judge(
  it: Service,
  cloud: Parameters<typeof serversBehind>[0],
): readonly Answer[] | undefined {
  const { facts, resource } = it;
  const { open, hasServers, doubt: unsure } = serversBehind(cloud, resource);
  if (!hasServers) return undefined;
  const { type } = facts;
  if (open.length === 0) return [unsure === undefined ? pass : unknown(resource.at, unsure)];
  if (type.kind === "unknown" || type.kind === "choice" || type.kind === "set")
    return [unknown(type.at, type.cause)];
  const kind = type.kind === "known" ? type.value : "ClusterIP";
  if (kind !== "LoadBalancer" && kind !== "NodePort") return [pass];
  const annotations = walk(resource.body, ["metadata", "annotations"]);
  if (isRanged(walk(resource.body, ["spec", "loadBalancerSourceRanges"]))) return [pass];
  const doubt = annotations?.kind === "map" ? annotations.open : undefined;
  if (doubt !== undefined) return [unknown(annotations?.at ?? type.at, doubt)];
  // The ports of nodes are behind the firewall of most clouds.
  const from = kind === "NodePort" || isInternal(annotations) ? "network" : "internet";
  const who = from === "internet" ? "Anybody on the internet" : "Whoever reaches the network";
  return open.map(({ server, container: { body } }) =>
    fail(type.at, {
      message: `${who} can ${harmOf(server)}, which asks for no login`,
      severity: weightOf(server, from),
      way: [
        {
          at: type.at,
          message: `reaches the service, a ${kind}`,
          thing: danger("outside", from === "internet" ? "the internet" : "the network"),
        },
        { at: resource.at, message: "leads to the server", thing: thingOf(it) },
        {
          at: body.entries.get("image")?.at ?? body.at,
          message: "answers without a login",
          thing: { kind: "container", name: server.name },
        },
      ],
    }),
  );
}

export const k8sModelServerExposed = defineInfraCheck({
  meta: {
    id: "k8s-model-server-exposed",
    code: "PV-K8S-013",
    title: "A server of models is open to the world without a login",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-306",
      "CWE-668",
      "OWASP-LLM06:2026",
      "OWASP-ML05:2023",
      "ATLAS:AML.T0049",
      "ATLAS:AML.T0034",
    ],
    why: "Strangers use the cards that you pay for, take the model by asking it, and with some servers run their own code.",
    mend: "Leave the service a `ClusterIP` and put an ingress with a login before it, or have the server ask for a key.",
    mends: { kubernetes: "spec:\n  type: ClusterIP" },
    blind: "Firewalls of the cloud, and gateways that are not part of the manifests.",
    references: [
      "https://docs.vllm.ai/en/latest/usage/security.html",
      "https://docs.ray.io/en/latest/ray-security/index.html",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "llm.yaml",
          code: "apiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec:\n  type: LoadBalancer\n  selector: {app: llm}\n  ports: [{port: 80, targetPort: 11434}]\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: llm}\nspec:\n  template:\n    metadata: {labels: {app: llm}}\n    spec:\n      containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]",
        },
      ],
      clean: [
        {
          path: "llm.yaml",
          code: "apiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec:\n  selector: {app: llm}\n  ports: [{port: 80, targetPort: 11434}]\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: llm}\nspec:\n  template:\n    metadata: {labels: {app: llm}}\n    spec:\n      containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]",
        },
      ],
    },
  },
  on: service,
  judge,
});
