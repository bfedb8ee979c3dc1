// How requests come into a cluster beside ingresses: the Gateway API and Istio.
import { defineType } from "../../type.ts";

/** Routes of the Gateway API, and the virtual services of Istio. */
export const route = defineType({
  label: "route",
  names: {
    kubernetes: [
      "gateway.networking.k8s.io/HTTPRoute",
      "gateway.networking.k8s.io/GRPCRoute",
      "networking.istio.io/VirtualService",
    ],
  },
  facts: {},
});

/** What listens for routes. */
export const gateway = defineType({
  label: "gateway",
  names: {
    kubernetes: ["gateway.networking.k8s.io/Gateway", "networking.istio.io/Gateway"],
  },
  facts: {},
});

/** Who is let through to what, in Istio. */
export const authorizationPolicy = defineType({
  label: "authorization policy of Istio",
  names: { kubernetes: "security.istio.io/AuthorizationPolicy" },
  facts: {},
});

/** Policies that gateways have for logins, attached by `targetRef`. */
export const gatewayPolicy = defineType({
  label: "policy of a gateway",
  names: {
    kubernetes: [
      "gateway.envoyproxy.io/SecurityPolicy",
      "kuadrant.io/AuthPolicy",
      "networking.gke.io/GCPBackendPolicy",
      "gateway.kgateway.dev/TrafficPolicy",
      "gateway.nginx.org/AuthenticationFilter",
    ],
  },
  facts: {},
});
