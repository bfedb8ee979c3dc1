import { fail, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import type { Item } from "../../../infra/type.ts";
import { service } from "../../../infra/types/kubernetes/kinds.ts";
import { namespaceOf } from "../../../infra/types/kubernetes/pods.ts";
import { route } from "../../../infra/types/kubernetes/routes.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import { backendsOf, doorsOf, type Backend, type Door } from "./doors.ts";
import { harmOf, serversBehind, weightOf } from "./exposure.ts";
import { sameness } from "./joins.ts";
import { defineInfraCheck } from "../define.ts";

type Route = Pick<Item, "resource" | "type">;

function isNamed(target: Resource, { service: name, namespace }: Backend, from: Resource): boolean {
  const isTogether =
    target.scope === undefined || from.scope === undefined || target.scope === from.scope;
  return (
    isTogether &&
    sameness(walk(target.body, ["metadata", "name"])) === name &&
    namespaceOf(target) === namespace
  );
}

function judge(it: Route, cloud: Cloud): readonly Answer[] | undefined {
  const { resource } = it;
  const answers = backendsOf(resource).flatMap((backend) =>
    cloud
      .all(service)
      .filter((item) => isNamed(item.resource, backend, resource))
      .flatMap((item) => {
        const doors = doorsOf(resource, cloud, item.resource);
        const { open, hasServers, doubt } = serversBehind(cloud, item.resource);
        if (!hasServers || doors.length === 0) return [];
        if (open.length === 0) return [doubt === undefined ? pass : unknown(resource.at, doubt)];
        const way = doors.find(({ guard }) => guard.kind === "open");
        if (way !== undefined) return opened(it, { backend, item, cloud, door: way });
        const unsure = doors.find(({ guard }) => guard.kind === "doubt")?.guard;
        return [unsure?.kind === "doubt" ? unknown(resource.at, unsure.cause) : pass];
      }),
  );
  return answers.length === 0 ? undefined : answers;
}

/** One answer for each server that strangers come to through a door. */
function opened(
  it: Route,
  {
    backend,
    item,
    cloud,
    door: { from },
  }: {
    readonly backend: Backend;
    readonly item: Route;
    readonly cloud: Cloud;
    readonly door: Door;
  },
): readonly Answer[] {
  const who = from === "internet" ? "Anybody who finds the gateway" : "Whoever reaches the network";
  return serversBehind(cloud, item.resource).open.map(({ server, container }) =>
    fail(backend.name.at, {
      message: `${who} can ${harmOf(server)}: nobody asks for a login`,
      severity: weightOf(server, from),
      way: [
        {
          at: it.resource.at,
          message: "comes in by the gateway of the route",
          thing: danger("outside", from === "internet" ? "the internet" : "the network"),
        },
        { at: backend.name.at, message: "leads to the service", thing: thingOf(it) },
        { at: item.resource.at, message: "leads to the server", thing: thingOf(item) },
        {
          at: container.body.entries.get("image")?.at ?? container.body.at,
          message: "answers without a login",
          thing: { kind: "container", name: server.name },
        },
      ],
    }),
  );
}

export const k8sModelRouteOpen = defineInfraCheck({
  meta: {
    id: "k8s-model-route-open",
    code: "PV-K8S-023",
    title: "A gateway leads to a server of models, and nobody asks for a login",
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
    mend: "Have the gateway or the mesh ask: a SecurityPolicy with OIDC or JWT, or an AuthorizationPolicy that wants a request principal. A RequestAuthentication alone lets in who brings no token.",
    mends: {
      kubernetes:
        'apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata:\n  name: login\nspec:\n  action: DENY\n  rules:\n    - from:\n        - source:\n            notRequestPrincipals: ["*"]',
    },
    blind:
      "Gateways and policies that are not part of the manifests; pods that have no sidecar, which policies of the mesh do not reach.",
    references: [
      "https://istio.io/latest/docs/concepts/security/#authorization-policies",
      "https://gateway-api.sigs.k8s.io/api-types/httproute/",
    ],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "llm.yaml",
          code: "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: llm}\nspec:\n  parentRefs: [{name: public}]\n  rules: [{backendRefs: [{name: llm, port: 80}]}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec: {selector: {app: llm}, ports: [{port: 80}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: llm, labels: {app: llm}}\nspec:\n  containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]\n",
        },
      ],
      clean: [
        {
          path: "llm.yaml",
          code: "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: llm}\nspec:\n  parentRefs: [{name: public}]\n  rules: [{backendRefs: [{name: llm, port: 80}]}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec: {selector: {app: llm}, ports: [{port: 80}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: llm, labels: {app: llm}}\nspec:\n  containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]\n---\napiVersion: gateway.envoyproxy.io/v1alpha1\nkind: SecurityPolicy\nmetadata: {name: llm}\nspec:\n  targetRefs: [{group: gateway.networking.k8s.io, kind: HTTPRoute, name: llm}]\n  oidc: {provider: {issuer: 'https://login.example.com'}, clientID: llm}\n",
        },
      ],
    },
  },
  on: route,
  judge,
});
