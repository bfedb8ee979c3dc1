import { describe, expect, test } from "vitest";
import { infraCases, runInfraCheck } from "../../../testing/infra-cases.ts";
import { k8sModelIngressOpen } from "./k8s-model-ingress-open.ts";
import { k8sModelRouteOpen } from "./k8s-model-route-open.ts";
import { k8sModelServerExposed } from "./k8s-model-server-exposed.ts";
import { kind, manifest, podOf } from "./testing/manifests.ts";

const server = podOf("ollama/ollama:1");
const plain =
  "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {selector: {app: x}, ports: [{port: 80}]}";
const route = kind(
  "gateway.networking.k8s.io/v1/HTTPRoute",
  "spec: {parentRefs: [{name: public}], rules: [{backendRefs: [{name: x, port: 80}]}]}",
);
const virtual = (host = "x", gateways = "gateways: [istio-system/public], ") =>
  kind(
    "networking.istio.io/v1/VirtualService",
    `spec: {${gateways}hosts: ['llm.example.com'], http: [{route: [{destination: {host: ${host}}}]}]}`,
  );
const policy = (spec: string) => kind("security.istio.io/v1/AuthorizationPolicy", `spec: ${spec}`);
const gatewayOf = (className: string) =>
  kind("gateway.networking.k8s.io/v1/Gateway", `spec: {gatewayClassName: ${className}}`).replace(
    "name: x",
    "name: public",
  );

infraCases(k8sModelRouteOpen, {
  fail: [
    manifest(route, plain, server),
    manifest(route, gatewayOf("istio"), plain, server),
    manifest(virtual(), plain, server),
    manifest(
      virtual("x.default.svc.cluster.local"),
      plain.replace("{name: x}", "{name: x, namespace: default}"),
      server.replace("{name: p", "{name: p, namespace: default"),
    ),
    // Whoever brings no token is let through by these.
    manifest(
      virtual(),
      plain,
      server,
      kind("security.istio.io/v1/RequestAuthentication", "spec: {jwtRules: [{issuer: a}]}"),
    ),
    manifest(
      virtual(),
      plain,
      server,
      kind("security.istio.io/v1/PeerAuthentication", "spec: {mtls: {mode: STRICT}}"),
    ),
    // The gateway is everybody who comes in by it.
    manifest(
      virtual(),
      plain,
      server,
      policy("{rules: [{from: [{source: {namespaces: [istio-ingress]}}]}]}"),
    ),
    manifest(virtual(), plain, server, policy("{rules: [{to: [{operation: {methods: [POST]}}]}]}")),
    manifest(virtual(), plain, server, policy("{rules: [{}]}")),
    manifest(
      virtual(),
      plain,
      server,
      policy(
        "{selector: {matchLabels: {app: other}}, rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}",
      ),
    ),
    manifest(
      virtual(),
      plain,
      server,
      policy("{action: DENY, rules: [{from: [{source: {ipBlocks: [192.0.2.0/24]}}]}]}"),
    ),
    manifest(
      route,
      plain,
      server,
      kind(
        "gateway.envoyproxy.io/v1alpha1/SecurityPolicy",
        "spec: {targetRefs: [{kind: HTTPRoute, name: x}], cors: {allowOrigins: ['*']}}",
      ),
    ),
    manifest(
      route,
      plain,
      server,
      kind(
        "gateway.envoyproxy.io/v1alpha1/SecurityPolicy",
        "spec: {targetRefs: [{kind: HTTPRoute, name: other}], jwt: {providers: []}}",
      ),
    ),
  ],
  pass: [
    manifest(route, plain, podOf("vllm/vllm-openai:v1", "args: [--api-key=x]")),
    manifest(
      virtual(),
      plain,
      server,
      policy("{rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}"),
    ),
    manifest(
      virtual(),
      plain,
      server,
      policy(
        "{selector: {matchLabels: {app: x}}, rules: [{when: [{key: 'request.auth.claims[aud]', values: [llm]}]}]}",
      ),
    ),
    manifest(
      virtual(),
      plain,
      server,
      policy("{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]}"),
    ),
    manifest(
      virtual(),
      plain,
      server,
      policy("{action: CUSTOM, provider: {name: oauth2}, rules: [{}]}"),
    ),
    manifest(virtual(), plain, server, policy("{}")),
    manifest(
      virtual(),
      plain,
      server,
      policy("{rules: [{from: [{source: {namespaces: [web]}}]}]}"),
    ),
    manifest(
      route,
      plain,
      server,
      policy(
        "{targetRefs: [{kind: Gateway, name: public}], rules: [{from: [{source: {remoteIpBlocks: [192.0.2.0/24]}}]}]}",
      ),
    ),
    manifest(
      route,
      plain,
      server,
      kind(
        "gateway.envoyproxy.io/v1alpha1/SecurityPolicy",
        "spec: {targetRefs: [{kind: HTTPRoute, name: x}], jwt: {providers: []}}",
      ),
    ),
    manifest(
      route,
      plain,
      server,
      kind(
        "gateway.envoyproxy.io/v1alpha1/SecurityPolicy",
        "spec: {targetRef: {kind: Gateway, name: public}, basicAuth: {users: {name: u}}}",
      ),
    ),
    manifest(
      route,
      plain,
      server,
      kind(
        "networking.gke.io/v1/GCPBackendPolicy",
        "spec: {targetRef: {kind: Service, name: x}, default: {iap: {enabled: true}}}",
      ),
    ),
    manifest(
      route,
      plain,
      server,
      kind("kuadrant.io/v1/AuthPolicy", "spec: {targetRef: {kind: HTTPRoute, name: x}, rules: {}}"),
    ),
  ],
  unknown: [
    manifest(
      kind(
        "gateway.networking.k8s.io/v1/HTTPRoute",
        "spec: {parentRefs: [{name: public}], rules: [{filters: [{type: ExtensionRef, extensionRef: {name: auth}}], backendRefs: [{name: x}]}]}",
      ),
      plain,
      server,
    ),
  ],
  silent: [
    manifest(route, plain, podOf("nginx:1")),
    manifest(virtual("x", ""), plain, server),
    manifest(virtual("x", "gateways: [mesh], "), plain, server),
    manifest(
      route.replace("parentRefs: [{name: public}]", "parentRefs: [{kind: Service, name: x}]"),
      plain,
      server,
    ),
    manifest(route, server),
  ],
});

describe("what weighs less, and what closes other ways", () => {
  test("an internal gateway is reached from the network only", () => {
    const severity = (className: string): unknown =>
      runInfraCheck(k8sModelRouteOpen, [manifest(route, gatewayOf(className), plain, server)])
        .findings[0]?.details.severity;
    expect(severity("gke-l7-rilb")).toBe("low");
    expect(severity("gke-l7-global-external-managed")).toBe("high");
  });

  test("a mesh that asks for a token closes load balancers and ingresses as well", () => {
    const closed = policy("{rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}");
    const outside = plain.replace("spec: {", "spec: {type: LoadBalancer, ");
    const ingress = kind(
      "networking.k8s.io/v1/Ingress",
      "spec: {rules: [{http: {paths: [{path: /, backend: {service: {name: x, port: {number: 80}}}}]}}]}",
    );
    const said = (check: typeof k8sModelIngressOpen, ...documents: readonly string[]) =>
      runInfraCheck(check, [manifest(...documents)]).answers.map(({ answer }) => answer.kind);
    expect(said(k8sModelServerExposed, outside, server)).toEqual(["fail"]);
    expect(said(k8sModelServerExposed, outside, server, closed)).toEqual(["pass"]);
    expect(said(k8sModelIngressOpen, ingress, plain, server)).toEqual(["fail"]);
    expect(said(k8sModelIngressOpen, ingress, plain, server, closed)).toEqual(["pass"]);
  });
});
