import type { Severity } from "../../../core/index.ts";
import { fail, must, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { asTexts, valueOf, walk } from "../../../infra/fact.ts";
import { perCloud } from "../../../infra/per-cloud.ts";
import type { Item } from "../../../infra/type.ts";
import { role, roleBinding } from "../../../infra/types/kubernetes/kinds.ts";
import { accountOf, namespaceOf } from "../../../infra/types/kubernetes/pods.ts";
import { isModelPod } from "../../../infra/types/kubernetes/servers.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";
import { allPods } from "./joins.ts";

/** Groups of everybody, or of every pod. */
const crowds = /^system:(?:authenticated|unauthenticated|serviceaccounts(?::.*)?|anonymous)$/;

interface Power {
  readonly words: string;
  readonly isWhole: boolean;
}

/** What a role lets its holders do that nobody who runs models needs; undefined where it is nothing. */
function powerOf(rules: Value): Power | undefined {
  for (const rule of rules.kind === "list" ? rules.items : []) {
    const [verbs = [], resources = [], groups = []] = ["verbs", "resources", "apiGroups"].map(
      (key) => {
        const value = walk(rule, [key]);
        return value === undefined ? [] : (valueOf(asTexts(value)) ?? []);
      },
    );
    const isAny = verbs.includes("*");
    if (isAny && resources.includes("*") && (groups.includes("*") || groups.includes("")))
      return { words: "do everything", isWhole: true };
    if (verbs.some((verb) => ["escalate", "bind", "impersonate"].includes(verb)))
      return { words: "give itself more rights", isWhole: true };
    const reads = isAny || verbs.includes("get") || verbs.includes("list");
    const isNamed = walk(rule, ["resourceNames"]) !== undefined;
    if (
      reads &&
      !isNamed &&
      (resources.includes("secrets") || resources.includes("*")) &&
      (groups.includes("") || groups.includes("*"))
    )
      return { words: "read every secret", isWhole: false };
  }
  return undefined;
}

type Role = Item<(typeof role)["facts"]>;

const rolesByName = perCloud((cloud): ReadonlyMap<string, readonly Role[]> => {
  const found = new Map<string, Role[]>();
  for (const each of cloud.all(role)) {
    const name = textOf(walk(each.resource.body, ["metadata", "name"])) ?? "";
    const list = found.get(name);
    if (list === undefined) found.set(name, [each]);
    else list.push(each);
  }
  return found;
});

type Binding = Item<(typeof roleBinding)["facts"]>;

/** What is bound: rights that Kubernetes brings with it, or those of a role that is here. */
function grantedBy({ facts, resource }: Binding, cloud: Cloud): Power | string | undefined {
  const name = valueOf(facts.roleName);
  if (name === undefined) return "the name of the role is not known";
  if (name === "cluster-admin") return { words: "do everything", isWhole: true };
  if (/^(?:admin|edit|view|system:.*)$/.test(name)) return undefined;
  const kind = valueOf(facts.roleKind);
  const bound = (rolesByName(cloud).get(name) ?? []).find((each) => {
    const isKind = each.resource.type.endsWith(`/${kind}`);
    return (
      isKind && (kind === "ClusterRole" || namespaceOf(each.resource) === namespaceOf(resource))
    );
  });
  if (bound === undefined) return `the role ${name.slice(0, 200)} is not described here`;
  const { rules } = bound.facts;
  if (rules.kind === "known") return powerOf(rules.value);
  return rules.kind === "absent" ? undefined : "the rules of the role are not known";
}

/** Namespaces in which pods with models or pipelines run, by the account that they run as. */
const modelAccounts = perCloud((cloud): ReadonlyMap<string, ReadonlySet<string | undefined>> => {
  const found = new Map<string, Set<string | undefined>>();
  for (const pod of allPods(cloud)) {
    if (!pod.resource.type.startsWith("argoproj.io/") && !isModelPod(pod)) continue;
    const account = textOf(accountOf(pod)) ?? "default";
    const namespaces = found.get(account) ?? new Set<string | undefined>();
    found.set(account, namespaces.add(namespaceOf(pod.resource)));
  }
  return found;
});

/** True where pods with models or pipelines run as that account. */
function runsModels(cloud: Cloud, name: string, namespace: string | undefined): boolean {
  const namespaces = modelAccounts(cloud).get(name);
  if (namespaces === undefined) return false;
  return namespace === undefined || namespaces.has(undefined) || namespaces.has(namespace);
}

const usual =
  /(?:^|[-_])(?:default|default-editor|default-viewer|pipeline-runner|notebook|jupyter(?:hub)?|hub|mlflow|ray|argo|workflow|airflow|kserve|kubeflow)(?:[-_]|$)/;

function judgeSubject(
  subject: Value,
  { power, it, cloud }: { readonly power: Power; readonly it: Binding; readonly cloud: Cloud },
): Answer {
  const name = textOf(walk(subject, ["name"]));
  const kind = textOf(walk(subject, ["kind"]));
  if (name === undefined) return unknown(subject.at, "it is not known who is given the role");
  const isWide = it.resource.type.endsWith("/ClusterRoleBinding");
  const where = isWide ? "in the whole cluster" : "in the namespace";
  function wrong(who: string, severity: Severity): Answer {
    return fail(subject.at, { message: `${who} may ${power.words} ${where}`, severity });
  }
  if (crowds.test(name)) {
    const isAnybody = /anonymous|unauthenticated/.test(name);
    const who = isAnybody ? "Anybody" : "Every account";
    return wrong(who, isWide ? "critical" : "high");
  }
  // People and groups who administer a cluster are known by name.
  if (kind !== "ServiceAccount") return pass;
  const namespace = textOf(walk(subject, ["namespace"]));
  const isModel = runsModels(cloud, name, namespace) || usual.test(name);
  if (!isModel) return isWide && power.isWhole ? wrong(`The account \`${name}\``, "low") : pass;
  const severity = isWide && power.isWhole ? "high" : isWide || power.isWhole ? "medium" : "low";
  return wrong(`What runs as \`${name}\``, severity);
}

export const k8sRoleTooBroad = defineInfraCheck({
  meta: {
    id: "k8s-role-too-broad",
    code: "PV-K8S-018",
    title: "Notebooks, pipelines or everybody are given more of the cluster than they need",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["KSV-0111", "CIS-K8S-1.10.0:5.1.1", "CIS-K8S-1.10.0:5.1.3"],
    controls: ["CWE-269", "CWE-250", "OWASP-ASI03:2026", "OWASP-LLM03:2026"],
    why: "Whoever runs code there, by a notebook, a pipeline or a model file, has the cluster with its secrets and models.",
    mend: "Bind a role that names the verbs and resources it needs, in its own namespace.",
    mends: {
      kubernetes:
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: {name}\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get, list, watch]\n',
    },
    blind: "Roles that are bound here and described elsewhere, which stay unknown.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "rbac.yaml",
          code: "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: pipelines}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: ServiceAccount, name: pipeline-runner, namespace: kubeflow}]\n",
        },
      ],
      clean: [
        {
          path: "rbac.yaml",
          code: "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: pipelines, namespace: kubeflow}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects: [{kind: ServiceAccount, name: pipeline-runner, namespace: kubeflow}]\n",
        },
      ],
    },
  },
  on: roleBinding,
  judge: (it, cloud) => {
    const power = grantedBy(it, cloud);
    if (typeof power === "string") return unknown(it.resource.at, power);
    if (power === undefined) return pass;
    const { subjects } = it.facts;
    if (subjects.kind !== "known") return must(subjects, () => true, { absent: true });
    const { items, open } = subjects.value;
    const answers = items.map((subject) => judgeSubject(subject, { power, it, cloud }));
    return open === undefined ? answers : [...answers, unknown(subjects.at, open)];
  },
});
