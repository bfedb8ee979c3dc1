import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sModelServerExposed } from "./k8s-model-server-exposed.ts";
import { manifest, pod, podOf, template } from "./testing/manifests.ts";

infraCases(k8sModelServerExposed, {
  fail: [
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("vllm/vllm-openai:v1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: NodePort, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: NodePort, selector: {app: x}, ports: [{port: 80}]}",
      podOf("vllm/vllm-openai:v1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("acme/mine:1", "command: [python, -m, vllm.entrypoints.openai.api_server]"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("acme/mine:1", "args: [ray start --head]"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x, annotations: {networking.gke.io/load-balancer-type: Internal}}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("nvcr.io/nvidia/tritonserver:24.01-py3"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}], loadBalancerSourceRanges: [0.0.0.0/0]}",
      podOf("ollama/ollama:1"),
    ),
  ],
  pass: [
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("vllm/vllm-openai:v1", "args: [--api-key, x]"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf(
        "vllm/vllm-openai:v1",
        "env: [{name: VLLM_API_KEY, valueFrom: {secretKeyRef: {name: a, key: b}}}]",
      ),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("pytorch/torchserve:0.12"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}], loadBalancerSourceRanges: [10.0.0.0/8]}",
      podOf("ollama/ollama:1"),
    ),
  ],
  unknown: [
    template(
      [
        "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: '{{ .Values.x }}', selector: {app: x}, ports: [{port: 80}]}",
        podOf("ollama/ollama:1"),
      ].join("\n---\n"),
    ),
  ],
  silent: [
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("nginx:1"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      pod("containers: [{name: c, image: ollama/ollama}]", ", labels: {app: other}"),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80, targetPort: auth}]}",
      pod(
        "containers: [{name: c, image: ollama/ollama, ports: [{containerPort: 11434}]}, {name: proxy, image: oauth2-proxy, ports: [{containerPort: 4180, name: auth}]}]",
        ", labels: {app: x}",
      ),
    ),
    manifest(
      "apiVersion: v1\nkind: Service\nmetadata: {name: x, namespace: other}\nspec: {type: LoadBalancer, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
  ],
});
