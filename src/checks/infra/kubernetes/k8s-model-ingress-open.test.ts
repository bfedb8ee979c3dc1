import { infraCases } from "../../../testing/infra-cases.ts";
import { k8sModelIngressOpen } from "./k8s-model-ingress-open.ts";
import { manifest, podOf, template } from "./testing/manifests.ts";

infraCases(k8sModelIngressOpen, {
  fail: [
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {nginx.ingress.kubernetes.io/ssl-redirect: true}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ghcr.io/mlflow/mlflow:v3"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {ingressClassName: alb, rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
  ],
  pass: [
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {nginx.ingress.kubernetes.io/auth-url: x}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {alb.ingress.kubernetes.io/auth-type: x}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {nginx.ingress.kubernetes.io/whitelist-source-range: x}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("vllm/vllm-openai:v1", "args: [--api-key=x]"),
    ),
  ],
  unknown: [
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {traefik.ingress.kubernetes.io/router.middlewares: auth}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("ollama/ollama:1"),
    ),
    template(
      [
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {{ toJson .Values.x }}}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
        "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
        podOf("ollama/ollama:1"),
      ].join("\n---\n"),
    ),
  ],
  silent: [
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
      "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {type: ClusterIP, selector: {app: x}, ports: [{port: 80}]}",
      podOf("nginx:1"),
    ),
    manifest(
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
    ),
  ],
});
