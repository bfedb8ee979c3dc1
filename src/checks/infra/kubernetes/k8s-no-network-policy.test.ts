import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sNoNetworkPolicy } from "./k8s-no-network-policy.ts";
import { kind, manifest, podOf } from "./testing/manifests.ts";

infraCases(k8sNoNetworkPolicy, {
  fail: [
    manifest(podOf("ollama/ollama:1")),
    manifest(
      podOf("ollama/ollama:1"),
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: other}\nspec: {podSelector: {}}",
    ),
    manifest(
      podOf("ollama/ollama:1"),
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\nspec: {podSelector: {matchLabels: {app: other}}}",
    ),
  ],
  pass: [
    manifest(
      podOf("ollama/ollama:1"),
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\nspec: {podSelector: {}}",
    ),
    manifest(
      podOf("ollama/ollama:1"),
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\nspec: {podSelector: {matchLabels: {app: x}}}",
    ),
    manifest(
      podOf("ollama/ollama:1"),
      kind("cilium.io/v2/CiliumClusterwideNetworkPolicy", "spec: {}"),
    ),
  ],
  unknown: [
    manifest(
      podOf("ollama/ollama:1"),
      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n}\nspec: {podSelector: {matchExpressions: [{key: app, operator: Exists}]}}",
    ),
  ],
  silent: [manifest(podOf("nginx:1"))],
});
