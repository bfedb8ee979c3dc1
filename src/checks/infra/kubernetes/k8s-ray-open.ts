import { fail, pass, unknown } from "../../../infra/answer.ts";
import { asText, walk } from "../../../infra/fact.ts";
import { rayCluster } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, podsOf } from "../../../infra/types/kubernetes/pods.ts";
import { variablesOf } from "../../../infra/types/kubernetes/servers.ts";
import { textOf } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

export const k8sRayOpen = defineInfraCheck({
  meta: {
    id: "k8s-ray-open",
    code: "PV-K8S-020",
    title: "A cluster of Ray runs what anybody sends to it",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-668", "OWASP-ASI03:2026", "ATLAS:AML.T0049"],
    why: "Ray's jobs API takes code without a login (CVE-2023-48022); every pod that reaches the head is its master.",
    mend: "Turn on tokens (`authOptions.mode: token`, Ray 2.52), leave the head a `ClusterIP`, and let a network policy say who reaches it.",
    mends: { kubernetes: "spec:\n  authOptions:\n    mode: token" },
    blind: "Network policies, which have a check of their own.",
    references: [
      "https://docs.ray.io/en/latest/ray-security/index.html",
      "https://nvd.nist.gov/vuln/detail/CVE-2023-48022",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "ray.yaml",
          code: "apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: train}\nspec:\n  headGroupSpec:\n    serviceType: LoadBalancer\n    template: {spec: {containers: [{name: head, image: 'rayproject/ray:2.40.0'}]}}",
        },
      ],
      clean: [
        {
          path: "ray.yaml",
          code: "apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: train}\nspec:\n  authOptions: {mode: token}\n  headGroupSpec:\n    template: {spec: {containers: [{name: head, image: 'rayproject/ray:2.52.0'}]}}",
        },
      ],
    },
  },
  on: rayCluster,
  judge: ({ facts: { head }, resource }) => {
    if (head.kind === "unknown") return unknown(head.at, head.cause);
    // A job may run on a cluster that is already there.
    if (head.kind !== "known") return undefined;
    const mode = ["spec", "spec.rayClusterSpec", "spec.rayClusterConfig"]
      .map((path) => walk(resource.body, [...path.split("."), "authOptions", "mode"]))
      .find((value) => value !== undefined);
    const isByVariable = podsOf(resource).some(({ containers }) =>
      containers.some((each) => textOf(variablesOf(each).get("RAY_AUTH_MODE")) === "token"),
    );
    if (isByVariable || textOf(mode) === "token") return pass;
    if (mode?.kind === "unknown") return unknown(mode.at, mode.cause);
    const type = factIn(asText, head.value, { path: "serviceType", at: resource.at });
    if (type.kind === "known" && type.value === "LoadBalancer")
      return fail(type.at, {
        message: "Anybody who reaches the load balancer runs code in the cluster of Ray",
        severity: "critical",
      });
    if (type.kind === "known" && type.value === "NodePort")
      return fail(type.at, {
        message: "Whoever reaches a node runs code in the cluster of Ray",
        severity: "medium",
      });
    return fail(resource.at, {
      message: "Every pod that reaches the head runs code in the cluster of Ray",
    });
  },
});
