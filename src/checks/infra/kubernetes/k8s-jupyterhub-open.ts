import { fail, pass, type Answer } from "../../../infra/answer.ts";
import { walk } from "../../../infra/fact.ts";
import { configuration } from "../../../infra/types/kubernetes/kinds.ts";
import type { MapValue, Place, Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";

const dummy =
  /\bauthenticator_class["']?\s{0,20}[=:]\s{0,20}["']?(?:dummy\b|[\w.]{0,60}DummyAuthenticator\b)|\bDummyAuthenticator\b/;
const everybody = /\ballow_all["']?\s{0,20}[=:]\s{0,20}["']?(?:True|true)\b/;
const isHub = /\bJupyterHub\b|\bjupyterhub\b|\bauthenticator_class\b/;

/** Where a form stands in a text that is kept in a manifest. */
function placeOf(form: RegExp, value: Value): Place {
  const { document, start, end } = value.at;
  const match = form.exec(document.text.slice(start, end));
  if (match === null) return value.at;
  return { document, start: start + match.index, end: start + match.index + match[0].length };
}

function judgeText(value: Value): Answer | undefined {
  const text = value.kind === "scalar" ? String(value.value ?? "").slice(0, 200_000) : "";
  if (!isHub.test(text)) return undefined;
  // What is commented out is not in force.
  const lines = text.replace(/^\s{0,100}#.*$/gm, "");
  if (dummy.test(lines)) return fail(placeOf(dummy, value), dummyFail);
  if (everybody.test(lines)) return fail(placeOf(everybody, value), allFail);
  return pass;
}

const dummyFail = {
  message: "JupyterHub lets everybody in under any name",
  severity: "high",
} as const;
const allFail = {
  message: "JupyterHub lets in whoever has an account with the provider",
  severity: "medium",
} as const;

/** `values` of the chart Zero to JupyterHub, as Flux has them. */
function judgeValues(values: Value): Answer | undefined {
  const config = walk(values, ["hub", "config"]) ?? walk(values, ["jupyterhub", "hub", "config"]);
  if (config?.kind !== "map") return undefined;
  const name = walk(config, ["JupyterHub", "authenticator_class"]);
  if (name?.kind === "scalar" && /dummy/i.test(String(name.value))) return fail(name.at, dummyFail);
  for (const [key, own] of config.entries) {
    if (!key.endsWith("Authenticator")) continue;
    const all = walk(own, ["allow_all"]);
    if (all?.kind === "scalar" && String(all.value) === "true") return fail(all.at, allFail);
  }
  return name === undefined ? undefined : pass;
}

function textsOf(map: Value | undefined): readonly Value[] {
  return map?.kind === "map" ? [...(map satisfies MapValue).entries.values()] : [];
}

export const k8sJupyterhubOpen = defineInfraCheck({
  meta: {
    id: "k8s-jupyterhub-open",
    code: "PV-K8S-019",
    title: "JupyterHub lets in whoever comes",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-287", "CWE-306", "OWASP-ASI03:2026", "ATLAS:AML.T0049"],
    why: "A notebook runs code: whoever gets one has the cluster's network, its data and its cards.",
    mend: "Use an authenticator of your provider and name who may come: `allowed_users`, `allowed_organizations`, a group.",
    blind: "Settings in Python that is put together when the hub starts.",
    references: [
      "https://jupyterhub.readthedocs.io/en/stable/tutorial/getting-started/authenticators-users-basics.html",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "hub.yaml",
          code: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'dummy'\n",
        },
      ],
      clean: [
        {
          path: "hub.yaml",
          code: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: hub}\ndata:\n  jupyterhub_config.py: |\n    c.JupyterHub.authenticator_class = 'github'\n    c.GitHubOAuthenticator.allowed_organizations = {'acme'}\n",
        },
      ],
    },
  },
  on: configuration,
  judge: ({ resource: { body, type } }) => {
    const values = type === "helm.sh/Values" ? body : walk(body, ["spec", "values"]);
    const texts = ["data", "stringData"].flatMap((key) => textsOf(body.entries.get(key)));
    const answers = texts.flatMap((text) => judgeText(text) ?? []);
    const own = values && judgeValues(values);
    if (own !== undefined) answers.push(own);
    return answers.length === 0 ? undefined : answers;
  },
});
