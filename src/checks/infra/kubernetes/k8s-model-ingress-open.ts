import { fail, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { walk } from "../../../infra/fact.ts";
import type { Resource } from "../../../infra/resource.ts";
import { ingress, service } from "../../../infra/types/kubernetes/kinds.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { danger, thingOf } from "../../../infra/way.ts";
import type { Item } from "../../../infra/type.ts";
import { defineInfraCheck } from "../define.ts";
import { harmOf, serversBehind, weightOf } from "./exposure.ts";
import { isBeside, sameness } from "./joins.ts";
import { perCloud } from "../../../infra/per-cloud.ts";

/** Annotations that have an ingress ask who is there, or leave strangers out. */
const closing =
  /^(?:nginx\.ingress\.kubernetes\.io\/(?:auth-(?:url|signin|secret|tls-secret|type)|whitelist-source-range|allowlist-source-range)|alb\.ingress\.kubernetes\.io\/(?:auth-type|inbound-cidrs|security-groups)|haproxy(?:-ingress\.github\.io|\.org)\/(?:auth-\S+|allow-list|whitelist-source-range)|konghq\.com\/plugins|nginx\.org\/(?:basic-auth-secret|jwt-key|policies)|traefik\.ingress\.kubernetes\.io\/auth-\S+)$/;
/** Annotations that lead to something which may ask. */
const perhaps =
  /^(?:traefik\.ingress\.kubernetes\.io\/router\.middlewares|(?:beta\.)?cloud\.google\.com\/backend-config)$/;

const maxBackends = 500;

/** The services that an ingress leads to, by their names. */
function backendsOf(body: Value): readonly Value[] {
  const found: Value[] = [];
  function add(backend: Value | undefined): void {
    const name = walk(backend, ["service", "name"]) ?? walk(backend, ["serviceName"]);
    if (name !== undefined && found.length < maxBackends) found.push(name);
  }
  add(walk(body, ["spec", "defaultBackend"]) ?? walk(body, ["spec", "backend"]));
  const rules = walk(body, ["spec", "rules"]);
  for (const rule of rules?.kind === "list" ? rules.items : []) {
    const paths = walk(rule, ["http", "paths"]);
    for (const path of paths?.kind === "list" ? paths.items : []) add(walk(path, ["backend"]));
  }
  return found;
}

function doorOf({ body }: Resource): { kind: "open" | "inside" | "closed"; cause?: string } {
  const annotations = walk(body, ["metadata", "annotations"]);
  const entries = annotations?.kind === "map" ? annotations.entries : new Map<string, Value>();
  const names = [...entries.keys()];
  if (names.some((name) => closing.test(name))) return { kind: "closed" };
  const cause =
    annotations?.kind === "map"
      ? annotations.open
      : annotations?.kind === "unknown"
        ? annotations.cause
        : undefined;
  if (cause !== undefined) return { kind: "open", cause };
  const maybe = names.find((name) => perhaps.test(name));
  if (maybe !== undefined)
    return { kind: "open", cause: `what ${maybe} names may ask for a login` };
  const sort = textOf(
    walk(body, ["spec", "ingressClassName"]) ?? entries.get("kubernetes.io/ingress.class"),
  );
  const scheme = textOf(entries.get("alb.ingress.kubernetes.io/scheme"));
  // Load balancers of AWS are internal where nothing is said.
  const isInside =
    sort === "gce-internal" ||
    (sort === "alb" && scheme !== "internet-facing") ||
    scheme === "internal";
  return { kind: isInside ? "inside" : "open" };
}

/** A service has its name once in a namespace; copies for other environments may be beside it. */
const maxSame = 3;
/** Answers to one ingress; more of them are more of the same. */
const maxAnswers = 50;

/** Services of one name in all namespaces and charts. */
const maxCopies = 500;

type Service = Item<(typeof service)["facts"]>;

const servicesByName = perCloud((cloud): ReadonlyMap<string | undefined, readonly Service[]> => {
  const found = new Map<string | undefined, Service[]>();
  for (const item of cloud.all(service)) {
    const name = sameness(walk(item.resource.body, ["metadata", "name"]));
    const list = found.get(name);
    if (list === undefined) found.set(name, [item]);
    else if (list.length < maxCopies) list.push(item);
  }
  return found;
});

function judge(it: Pick<Item, "resource" | "type">, cloud: Cloud): readonly Answer[] | undefined {
  const { resource } = it;
  const answers: Answer[] = [];
  for (const backend of backendsOf(resource.body)) {
    if (answers.length >= maxAnswers) break;
    const named = servicesByName(cloud).get(sameness(backend)) ?? [];
    for (const item of named
      .filter((each) => isBeside(each.resource, resource))
      .slice(0, maxSame)) {
      const target = item.resource;
      const { open, hasServers, doubt } = serversBehind(cloud, target);
      if (!hasServers) continue;
      const door = doorOf(resource);
      if (open.length === 0 && doubt !== undefined) answers.push(unknown(resource.at, doubt));
      else if (open.length === 0 || door.kind === "closed") answers.push(pass);
      else if (door.cause !== undefined) answers.push(unknown(resource.at, door.cause));
      else {
        const from = door.kind === "inside" ? "network" : "internet";
        const who =
          from === "internet" ? "Anybody who finds the ingress" : "Whoever reaches the network";
        for (const { server, container } of open) {
          const image = container.body.entries.get("image")?.at ?? container.body.at;
          answers.push(
            fail(backend.at, {
              message: `${who} can ${harmOf(server)}: neither asks for a login`,
              severity: weightOf(server, from),
              way: [
                {
                  at: resource.at,
                  message: "finds the ingress",
                  thing: danger("outside", from === "internet" ? "the internet" : "the network"),
                },
                { at: backend.at, message: "leads to the service", thing: thingOf(it) },
                { at: target.at, message: "leads to the server", thing: thingOf(item) },
                {
                  at: image,
                  message: "answers without a login",
                  thing: { kind: "container", name: server.name },
                },
              ],
            }),
          );
        }
      }
    }
  }
  return answers.length === 0 ? undefined : answers;
}

export const k8sModelIngressOpen = defineInfraCheck({
  meta: {
    id: "k8s-model-ingress-open",
    code: "PV-K8S-014",
    title: "An ingress leads to a server of models, and nobody asks for a login",
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
    mend: "Have the ingress ask (`auth-url` of an OAuth proxy, `auth-type: basic`), or the server itself for a key.",
    mends: {
      kubernetes:
        "metadata:\n  annotations:\n    nginx.ingress.kubernetes.io/auth-url: https://auth.example.com/oauth2/auth\n    nginx.ingress.kubernetes.io/auth-signin: https://auth.example.com/oauth2/start?rd=$escaped_request_uri",
    },
    blind: "Logins that a gateway or mesh asks for elsewhere.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "llm.yaml",
          code: "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: llm}\nspec:\n  rules: [{http: {paths: [{path: /, backend: {service: {name: llm, port: {number: 80}}}}]}}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec: {selector: {app: llm}, ports: [{port: 80}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: llm, labels: {app: llm}}\nspec:\n  containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]\n",
        },
      ],
      clean: [
        {
          path: "llm.yaml",
          code: "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: llm\n  annotations: {nginx.ingress.kubernetes.io/auth-url: 'https://auth.example.com/oauth2/auth'}\nspec:\n  rules: [{http: {paths: [{path: /, backend: {service: {name: llm, port: {number: 80}}}}]}}]\n---\napiVersion: v1\nkind: Service\nmetadata: {name: llm}\nspec: {selector: {app: llm}, ports: [{port: 80}]}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: llm, labels: {app: llm}}\nspec:\n  containers: [{name: llm, image: 'ollama/ollama:0.12.0'}]\n",
        },
      ],
    },
  },
  on: ingress,
  judge,
});
